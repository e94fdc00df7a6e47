package org.distaff.datasets.grid;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.file.ObservationTable;

/**
 * Images that stand in the order of a grid, painted over if need be.
 *
 * @param factors     the factors of variation
 * @param grid        where the image of a factor row stands
 * @param images      the images
 * @param painter     what is done to an image
 * @param digest      names the content
 */
public record GridDataset(FactorSpace factors, Grid grid, ObservationTable images, Painter painter, String digest)
        implements Dataset {

    @Override
    public ObservationShape observation() {
        return painter.shape(images.shape());
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        FloatBuffer image = FloatBuffer.allocate(images.shape().values());
        for (int at = 0; at < factorRows.length; at += factors.count()) {
            long index = grid.index(factorRows, at, nuisance);
            if (painter == Painter.NONE) {
                images.write(index, target);
            } else {
                images.write(index, image.clear());
                painter.paint(image.array(), factorRows, at, nuisance, target);
            }
        }
    }
}
