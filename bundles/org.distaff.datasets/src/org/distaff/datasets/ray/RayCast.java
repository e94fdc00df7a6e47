package org.distaff.datasets.ray;

import java.nio.FloatBuffer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;

/**
 * A data set whose observations are square colour pictures, ray-cast on demand from their factors alone.
 *
 * @param name       of the content, for the digest, with the version of its scenes ("rooms/1")
 * @param factors    the factors of a scene
 * @param scenes     makes a scene and its camera of a row of factor values
 * @param resolution pixels per axis
 * @param antialias  whether edges are smoothed
 */
public record RayCast(String name, FactorSpace factors, Function<int[], View> scenes, int resolution, boolean antialias)
        implements Dataset {

    /** What is seen, and from where. */
    public record View(Raster.Scene scene, Camera camera) {
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(3, resolution, resolution);
    }

    @Override
    public String digest() {
        return name + "/" + resolution + (antialias ? "" : "/sharp");
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        int[] row = new int[factors.count()];
        for (int at = 0; at < factorRows.length; at += row.length) {
            System.arraycopy(factorRows, at, row, 0, row.length);
            View view = scenes.apply(row);
            Raster.render(view.scene(), view.camera(), resolution, antialias, target);
        }
    }
}
