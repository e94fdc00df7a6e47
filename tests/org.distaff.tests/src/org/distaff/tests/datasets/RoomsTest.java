package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.datasets.rooms.RoomsProvider;
import org.junit.jupiter.api.Test;

/** Rooms have the factor space of 3D Shapes, its colours, and about its layout. */
class RoomsTest {

    private static final int SIDE = 64;
    private static final int PIXELS = SIDE * SIDE;
    private final Dataset rooms = Observed.open(new RoomsProvider());

    @Test
    void factorsAreThoseOf3dShapes() {
        assertEquals(List.of("floor-hue", "wall-hue", "object-hue", "scale", "shape", "azimuth"),
                rooms.factors().factors().stream().map(Factor::name).toList());
        assertEquals(480_000, rooms.factors().combinations());
    }

    @Test
    void theSkyIsTheMeasuredBlue() {
        float[] image = Observed.of(rooms, 0, 0, 3, 6, 4, 2, 7);
        assertEquals(153 / 255f, image[32]);
        assertEquals(226 / 255f, image[PIXELS + 32]);
        assertEquals(249 / 255f, image[2 * PIXELS + 32]);
    }

    @Test
    void everyFactorChangesThePicture() {
        int[] row = {0, 3, 6, 4, 2, 7};
        for (int k = 0; k < row.length; k++) {
            float[] before = Observed.of(rooms, 0, row);
            for (int value = 0; value < rooms.factors().size(k); value++) {
                int[] other = row.clone();
                other[k] = value;
                assertTrue(value == row[k] || Observed.difference(before, Observed.of(rooms, 0, other)) > 1e-3,
                        rooms.factors().factors().get(k).name() + " " + value);
            }
        }
    }

    @Test
    void solidsAreAboutAsWideAsThePublishedOnes() {
        for (int shape = 0; shape < 4; shape++) {
            // red solid on a cyan floor before a cyan wall: red only where the solid is; published widths are 16 to 28
            // over all scales and shapes, so those of the middle scale lie between
            int middle = width(3, shape);
            assertTrue(middle >= 16 && middle <= 28, "shape " + shape + ": " + middle);
            assertTrue(width(0, shape) < middle && middle < width(7, shape));
        }
    }

    private int width(int scale, int shape) {
        float[] image = Observed.of(rooms, 0, 5, 5, 0, scale, shape, 7);
        int left = SIDE;
        int right = -1;
        for (int i = 0; i < PIXELS; i++) {
            if (image[i] > 0.5 && image[PIXELS + i] < 0.1) {
                left = Math.min(left, i % SIDE);
                right = Math.max(right, i % SIDE);
            }
        }
        return right - left + 1;
    }

    /** Recorded from this generator: when these bytes change, the digest's version has to change with them. */
    @Test
    void equalDigestsMeanEqualBytes() {
        assertEquals("rooms/1/64", rooms.digest());
        assertEquals("e42b842af5cddaa8", Observed.fingerprint(rooms, 100));
    }
}
