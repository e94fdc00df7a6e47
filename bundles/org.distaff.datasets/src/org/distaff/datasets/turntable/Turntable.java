package org.distaff.datasets.turntable;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.ray.Camera;
import org.distaff.datasets.ray.Raster;

/**
 * The factor space of Cars3D, 4 × 24 × 183 = 17,568 coloured observations, ray-cast on demand. Cost: about a
 * millisecond per observation of 64 × 64, no memory.
 */
final class Turntable implements Dataset {

    private static final int ELEVATIONS = 4;
    private static final int AZIMUTHS = 24;
    private static final int FACTORS = 3;
    private static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("elevation", ELEVATIONS, FactorKind.CONTINUOUS, List.of("10°", "20°", "30°", "40°")),
            new Factor("azimuth", AZIMUTHS, FactorKind.CIRCULAR), new Factor("object", Car.COUNT, FactorKind.NOMINAL)));

    private static final double DISTANCE = 5.6;
    private static final double FOCAL = 1.65;
    /** The camera looks at the axis this high. */
    private static final double AIM = 0.5;

    private static final List<Car> CARS = IntStream.range(0, Car.COUNT).mapToObj(CarMaker::make).toList();

    private final int resolution;
    private final boolean antialias;

    Turntable(int resolution, boolean antialias) {
        this.resolution = resolution;
        this.antialias = antialias;
    }

    @Override
    public FactorSpace factors() {
        return SPACE;
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(3, resolution, resolution);
    }

    @Override
    public String digest() {
        return "turntable/1/" + resolution + (antialias ? "" : "/sharp");
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int row = 0; row < factorRows.length; row += FACTORS) {
            double elevation = Math.toRadians(10 + 10 * factorRows[row]);
            double azimuth = 2 * Math.PI * factorRows[row + 1] / AZIMUTHS;
            Camera camera = new Camera(DISTANCE * StrictMath.cos(elevation), AIM + DISTANCE * StrictMath.sin(elevation),
                    azimuth, elevation, FOCAL);
            Raster.render(new CarScene(CARS.get(factorRows[row + 2]), azimuth), camera, resolution, antialias, target);
        }
    }
}
