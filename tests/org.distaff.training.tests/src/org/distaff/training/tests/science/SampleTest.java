package org.distaff.training.tests.science;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The statistic that the scientific checks rest on. */
class SampleTest {

    @Test
    void theStatisticIsWelchs() {
        Sample high = new Sample("high", new double[] {3, 4, 5});
        Sample low = new Sample("low", new double[] {0, 2, 4});
        // by hand: (4 − 2) / √(1/3 + 4/3); 1e-12 is rounding
        assertEquals(2 / Math.sqrt(5 / 3.0), high.above(low), 1e-12);
        assertEquals(-2 / Math.sqrt(5 / 3.0), low.above(high), 1e-12);
        Sample near = new Sample("near", new double[] {1, 2, 3, 2, 2});
        // means 8, 2 and 3.8; standard errors of the differences √(0.1 + 0.1) = 0.45 and √(2.54 + 0.1) = 1.62
        assertTrue(new Sample("far", new double[] {7, 8, 9, 8, 8}).isAbove(near));
        assertFalse(new Sample("wide", new double[] {0, 8, 1, 7, 3}).isAbove(near));
        assertEquals("low 2.000 ± 2.000 (0.000 2.000 4.000)", low.toString());
    }
}
