package org.distaff.datasets.turntable;

import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.datasets.ray.Camera;
import org.distaff.datasets.ray.RayCast;

/**
 * The factor space of Cars3D, 4 × 24 × 183 = 17,568 coloured observations, ray-cast on demand. Cost: about a
 * millisecond per observation of 64 × 64, no memory.
 */
final class Turntable {

    private static final int ELEVATIONS = 4;
    private static final int AZIMUTHS = 24;
    private static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("elevation", ELEVATIONS, FactorKind.CONTINUOUS, List.of("10°", "20°", "30°", "40°")),
            new Factor("azimuth", AZIMUTHS, FactorKind.CIRCULAR), new Factor("object", Car.COUNT, FactorKind.NOMINAL)));

    private static final double DISTANCE = 5.6;
    private static final double FOCAL = 1.65;
    /** The camera looks at the axis this high. */
    private static final double AIM = 0.5;

    private static final List<Car> CARS = IntStream.range(0, Car.COUNT).mapToObj(CarMaker::make).toList();

    private Turntable() {
    }

    /** The observations at a resolution. */
    static RayCast of(int resolution, boolean antialias) {
        return new RayCast("turntable/1", SPACE, Turntable::view, resolution, antialias);
    }

    private static RayCast.View view(int[] row) {
        double elevation = Math.toRadians(10 + 10 * row[0]);
        double azimuth = 2 * Math.PI * row[1] / AZIMUTHS;
        return new RayCast.View(new CarScene(CARS.get(row[2]), azimuth),
                new Camera(DISTANCE * StrictMath.cos(elevation), AIM + DISTANCE * StrictMath.sin(elevation), azimuth,
                        elevation, FOCAL));
    }
}
