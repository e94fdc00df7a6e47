package org.distaff.datasets.rooms;

import java.util.List;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.datasets.ray.Camera;
import org.distaff.datasets.ray.RayCast;

/**
 * The factor space of 3D Shapes, 10 × 10 × 10 × 8 × 4 × 15 = 480,000 coloured observations, ray-cast on demand. Cost:
 * about half a millisecond per observation of 64 × 64, no memory.
 */
final class Rooms {

    private static final List<String> HUES = List.of("red", "orange", "yellow-green", "green", "spring-green", "cyan",
            "azure", "blue-violet", "purple", "rose");
    /** As measured on the published images. */
    private static final int[] COLOURS = {0xff0000, 0xffa400, 0xd1ff00, 0x40ff00, 0x00ff5a, 0x00ffff, 0x008cff,
        0x3f00ff, 0xce00ff, 0xff009d};
    private static final int SCALES = 8;
    private static final int AZIMUTHS = 15;

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

    private Rooms() {
    }

    /** The observations at a resolution. */
    static RayCast of(int resolution, boolean antialias) {
        return new RayCast("rooms/1", SPACE, Rooms::view, resolution, antialias);
    }

    private static RayCast.View view(int[] row) {
        double scale = 0.75 + 0.5 * row[3] / (SCALES - 1);
        double azimuth = Math.toRadians(-30 + 60.0 * row[5] / (AZIMUTHS - 1));
        return new RayCast.View(new Room(colour(row[0]), colour(row[1]), colour(row[2]), row[4], scale),
                new Camera(DISTANCE, HEIGHT, azimuth, PITCH, FOCAL));
    }

    private static float[] colour(int hue) {
        int rgb = COLOURS[hue];
        return new float[] {(rgb >> 16) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f};
    }
}
