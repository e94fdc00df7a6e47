package org.distaff.datasets.file.hdf5;

import java.util.Arrays;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.ImageStream;

/** Images [N, H, W] or [N, H, W, C] of bytes, a chunk's height of them in memory at a time. */
public final class Hdf5Images implements ImageStream {

    private final Hdf5Dataset dataset;
    private final ObservationShape shape;
    private final int together;
    private byte[] rows = new byte[0];
    private int at;
    private long next;

    /** @throws Problem (input) when the data set holds something else */
    public Hdf5Images(Hdf5Dataset dataset) {
        long[] axes = dataset.shape();
        boolean images = (axes.length == 3 || axes.length == 4) && axes[1] <= 4096 && axes[2] <= 4096
                && (axes.length == 3 || axes[3] == 1 || axes[3] == 3);
        if (!images || !dataset.type().equals("u1") || dataset.rowBytes() == 0) {
            throw Problem.input(dataset.title() + " holds " + dataset.type() + " " + Arrays.toString(axes)
                    + " where bytes [N, H, W] or [N, H, W, C] are needed.");
        }
        this.dataset = dataset;
        this.shape = new ObservationShape(axes.length == 3 ? 1 : (int) axes[3], (int) axes[1], (int) axes[2]);
        this.together = (int) Math.min(Math.max(dataset.rowsTogether(), 1),
                Math.max(1, Hdf5Dataset.MAXIMUM_SLAB / dataset.rowBytes()));
    }

    @Override
    public long count() {
        return dataset.shape()[0];
    }

    @Override
    public ObservationShape shape() {
        return shape;
    }

    @Override
    public void next(byte[] image) {
        if (at == rows.length) {
            rows = new byte[0]; // let go of it before the next one comes
            rows = dataset.rows(next, (int) Math.min(together, count() - next));
            next += together;
            at = 0;
        }
        System.arraycopy(rows, at, image, 0, image.length);
        at += image.length;
    }
}
