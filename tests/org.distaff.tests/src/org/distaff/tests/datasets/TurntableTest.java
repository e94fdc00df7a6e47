package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.datasets.turntable.TurntableProvider;
import org.junit.jupiter.api.Test;

/** The turntable has the factor space of Cars3D, and each of its values can be told from the others. */
class TurntableTest {

    private static final int CARS = 183;
    private static final int AZIMUTHS = 24;

    private final Dataset cars = Observed.open(new TurntableProvider());
    /** Quarter of the pixels and no smoothing, for tests of many views. */
    private final Dataset small = Observed.open(new TurntableProvider(), "resolution", "32", "antialias", "false");

    @Test
    void factorsAreThoseOfCars3d() {
        assertEquals(List.of("elevation", "azimuth", "object"),
                cars.factors().factors().stream().map(Factor::name).toList());
        assertEquals(17_568, cars.factors().combinations());
        assertEquals(64 * 64 * 3, cars.observation().values());
    }

    @Test
    void noTwoCarsLookAlike() {
        List<float[]> views = new ArrayList<>();
        for (int car = 0; car < CARS; car++) {
            views.add(Observed.of(small, 0, 1, 3, car));
        }
        double least = 1;
        for (int i = 0; i < CARS; i++) {
            for (int j = 0; j < i; j++) {
                least = Math.min(least, Observed.difference(views.get(i), views.get(j)));
            }
        }
        // 0.004 of 32 × 32 pixels is four that turn from white to black, or thirty that change by an eighth
        assertTrue(least > 0.004, "closest pair: " + least);
    }

    @Test
    void everyAzimuthLooksDifferent() {
        for (int car = 0; car < CARS; car += 7) {
            List<float[]> views = new ArrayList<>();
            for (int azimuth = 0; azimuth < AZIMUTHS; azimuth++) {
                views.add(Observed.of(small, 0, 1, azimuth, car));
                for (int other = 0; other < azimuth; other++) {
                    // a bus's front and back differ in little more than the lamps: two pixels' worth
                    double difference = Observed.difference(views.get(azimuth), views.get(other));
                    assertTrue(difference > 0.002, "car " + car + " from " + other + " and " + azimuth);
                }
            }
        }
    }

    @Test
    void higherCamerasSeeMoreOfTheRoof() {
        for (int car = 0; car < CARS; car++) {
            float[] low = Observed.of(small, 0, 0, 6, car);
            for (int elevation = 1; elevation < 4; elevation++) {
                float[] higher = Observed.of(small, 0, elevation, 6, car);
                assertTrue(Observed.difference(low, higher) > 0.004);
                low = higher;
            }
        }
    }

    @Test
    void carsStayInThePicture() {
        for (int car = 0; car < CARS; car++) {
            for (int azimuth = 0; azimuth < AZIMUTHS; azimuth++) {
                float[] image = Observed.of(small, 0, 3, azimuth, car);
                for (int i = 0; i < 32; i++) {
                    for (int edge : new int[] {i, 31 * 32 + i, 32 * i, 32 * i + 31}) {
                        for (int c = 0; c < 3; c++) {
                            assertEquals(1, image[c * 1024 + edge], "car " + car + ", azimuth " + azimuth);
                        }
                    }
                }
            }
        }
    }

    /** Recorded from this generator: when these bytes change, the digest's version has to change with them. */
    @Test
    void equalDigestsMeanEqualBytes() {
        assertEquals("turntable/1/64", cars.digest());
        assertEquals("76fd8cb73aa77aea", Observed.fingerprint(cars, 60));
    }
}
