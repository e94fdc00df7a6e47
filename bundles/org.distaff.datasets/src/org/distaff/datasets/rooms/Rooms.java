package org.distaff.datasets.rooms;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.ray.Camera;
import org.distaff.datasets.ray.Raster;

/**
 * The factor space of 3D Shapes, 10 × 10 × 10 × 8 × 4 × 15 = 480,000 coloured observations, ray-cast on demand. Cost:
 * about half a millisecond per observation of 64 × 64, no memory.
 */
final class Rooms implements Dataset {

    private static final List<String> HUES = List.of("red", "orange", "yellow-green", "green", "spring-green", "cyan",
            "azure", "blue-violet", "purple", "rose");
    /** As measured on the published images. */
    private static final int[] COLOURS = {0xff0000, 0xffa400, 0xd1ff00, 0x40ff00, 0x00ff5a, 0x00ffff, 0x008cff,
        0x3f00ff, 0xce00ff, 0xff009d};
    private static final int SCALES = 8;
    private static final int AZIMUTHS = 15;
    private static final int FACTORS = 6;

    private static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("floor-hue", 10, FactorKind.CIRCULAR, HUES), new Factor("wall-hue", 10, FactorKind.CIRCULAR, HUES),
            new Factor("object-hue", 10, FactorKind.CIRCULAR, HUES), new Factor("scale", SCALES, FactorKind.ORDINAL),
            new Factor("shape", 4, FactorKind.NOMINAL, List.of("cube", "cylinder", "sphere", "capsule")),
            new Factor("azimuth", AZIMUTHS, FactorKind.CONTINUOUS)));

    private static final double DISTANCE = 4;
    private static final double HEIGHT = 1.5;
    private static final double PITCH = Math.toRadians(2.5);
    /** A field of view of 60°. */
    private static final double FOCAL = 0.5 * Math.sqrt(3);

    private final int resolution;
    private final boolean antialias;

    Rooms(int resolution, boolean antialias) {
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
        return "rooms/1/" + resolution + (antialias ? "" : "/sharp");
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int row = 0; row < factorRows.length; row += FACTORS) {
            double scale = 0.75 + 0.5 * factorRows[row + 3] / (SCALES - 1);
            double azimuth = Math.toRadians(-30 + 60.0 * factorRows[row + 5] / (AZIMUTHS - 1));
            Room room = new Room(colour(factorRows[row]), colour(factorRows[row + 1]), colour(factorRows[row + 2]),
                    factorRows[row + 4], scale);
            Raster.render(room, new Camera(DISTANCE, HEIGHT, azimuth, PITCH, FOCAL), resolution, antialias, target);
        }
    }

    private static float[] colour(int hue) {
        int rgb = COLOURS[hue];
        return new float[] {(rgb >> 16) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f};
    }
}
