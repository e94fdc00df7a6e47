package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;

import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.ray.Box;
import org.distaff.datasets.ray.Cylinder;
import org.distaff.datasets.ray.Prism;
import org.distaff.datasets.ray.Ray;
import org.distaff.datasets.ray.Solid;
import org.distaff.datasets.ray.Wheel;
import org.junit.jupiter.api.Test;

/** Solids that can be made in two ways are hit in the same places. */
class RayTest {

    private static final int RAYS = 20_000;
    private final RandomGenerator random = RandomStreams.derive(1, "rays");

    @Test
    void aPrismOfARectangleIsABox() {
        Solid box = new Box(0.1, 0, 0.4, 0.7, 0.5, 0.3);
        Solid prism = new Prism(new double[] {-0.6, 0.1, 0.8, 0.1, 0.8, 0.7, -0.6, 0.7}, 0.5, 0, 0);
        int hits = 0;
        for (int i = 0; i < RAYS; i++) {
            Ray first = ray();
            Ray second = copy(first, false);
            box.hit(first, 7);
            prism.hit(second, 7);
            hits += same(first, second, false);
        }
        assertTrue(hits > RAYS / 10, "some hit: " + hits);
    }

    @Test
    void aWheelIsALyingCylinder() {
        Solid wheel = new Wheel(0.2, -0.1, 0.3, 0.6, 0.25);
        // y and z change places; the base of the cylinder is at −0.1 − 0.25
        Solid cylinder = new Cylinder(0.2, 0.3, -0.35, 0.6, 0.5);
        int hits = 0;
        for (int i = 0; i < RAYS; i++) {
            Ray first = ray();
            Ray second = copy(first, true);
            wheel.hit(first, 7);
            cylinder.hit(second, 7);
            hits += same(first, second, true);
        }
        assertTrue(hits > RAYS / 10, "some hit: " + hits);
    }

    @Test
    void aLeaningPrismIsNarrowerAtTheTop() {
        Solid prism = new Prism(new double[] {-1, 0, 1, 0, 1, 1, -1, 1}, 0.5, 0.2, 0);
        for (double z : new double[] {0.1, 0.5, 0.9}) {
            Ray ray = new Ray();
            ray.set(0, -3, z, 0, 1, 0);
            prism.hit(ray, 1);
            assertEquals(3 - (0.5 - 0.2 * z), ray.t, 1e-12, "half width 0.5 − 0.2 z; rounding");
            assertEquals(-1 / Math.sqrt(1.04), ray.ny, 1e-12, "normal (0, −1, 0.2) of length √1.04");
        }
    }

    private Ray ray() {
        Ray ray = new Ray();
        double angle = 2 * Math.PI * random.nextDouble();
        double up = 4 * random.nextDouble() - 2;
        ray.set(4 * Math.cos(angle), 4 * Math.sin(angle), up, -4 * Math.cos(angle) + random.nextDouble() - 0.5,
                -4 * Math.sin(angle) + random.nextDouble() - 0.5, 0.4 - up + random.nextDouble() - 0.5);
        return ray;
    }

    private static Ray copy(Ray ray, boolean swap) {
        Ray copy = new Ray();
        if (swap) {
            copy.set(ray.ox, ray.oz, ray.oy, ray.dx, ray.dz, ray.dy);
        } else {
            copy.set(ray.ox, ray.oy, ray.oz, ray.dx, ray.dy, ray.dz);
        }
        return copy;
    }

    /** One for a hit; both must hit or miss. Tolerances: rounding of a few operations on numbers of size 1. */
    private static int same(Ray first, Ray second, boolean swapped) {
        assertEquals(first.part, second.part);
        if (first.part < 0) {
            return 0;
        }
        assertEquals(first.t, second.t, 1e-9);
        assertEquals(first.nx, second.nx, 1e-9);
        assertEquals(first.ny, swapped ? second.nz : second.ny, 1e-9);
        assertEquals(first.nz, swapped ? second.ny : second.nz, 1e-9);
        return 1;
    }
}
