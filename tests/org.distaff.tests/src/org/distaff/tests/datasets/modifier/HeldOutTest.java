package org.distaff.tests.datasets.modifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.Predicate;

import org.distaff.core.data.Dataset;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.modifier.Correlation;
import org.distaff.datasets.modifier.HeldOut;
import org.junit.jupiter.api.Test;

class HeldOutTest {

    /** 60 combinations of the ramp's factors, 30,000 draws: each kept one is drawn 500 times or more on average. */
    private static final int DRAWS = 30_000;

    private static void assertLeavesOut(Predicate<int[]> out, String split, String factors, double fraction) {
        Dataset dataset = Modified.modify(new HeldOut(), new Modified(),
                Map.of("split", split, "factors", factors, "fraction", fraction));
        int[] counts = Modified.counts(dataset, DRAWS);
        int kept = 0;
        for (int i = 0; i < counts.length; i++) {
            kept += out.test(dataset.factors().row(i)) ? 0 : 1;
        }
        for (int i = 0; i < counts.length; i++) {
            if (out.test(dataset.factors().row(i))) {
                assertEquals(0, counts[i], split + ", combination " + i);
            } else {
                double expected = (double) DRAWS / kept; // uniform over the rest: five standard deviations
                assertEquals(expected, counts[i], 5 * Math.sqrt(expected), split + ", combination " + i);
            }
        }
    }

    @Test
    void compositionLeavesOutTheUpperValuesOfAllFactorsAtOnce() {
        // √0.3 of 4 and of 5 values: 2 and 3 values
        assertLeavesOut(r -> r[0] >= 2 && r[2] >= 2, "composition", "a, c", 0.3);
    }

    @Test
    void extrapolationLeavesOutTheUpperValuesOfAnyFactor() {
        // 1 − √0.5 = 0.293 of 4 and of 5 values: 1 and 1
        assertLeavesOut(r -> r[0] == 3 || r[2] == 4, "extrapolation", "a, c", 0.5);
    }

    @Test
    void interpolationLeavesOutInnerValues() {
        // 0.4 of 5 values: 2 of the three inner ones, evenly spaced
        assertLeavesOut(r -> r[2] == 1 || r[2] == 3, "interpolation", "c", 0.4);
    }

    @Test
    void randomLeavesOutThatShareForEver() {
        Dataset dataset = Modified.modify(new HeldOut(), new Modified(), Map.of("fraction", 0.5, "seed", 3));
        int[] counts = Modified.counts(dataset, DRAWS);
        long out = java.util.Arrays.stream(counts).filter(c -> c == 0).count();
        assertEquals(30, out, 5 * Math.sqrt(60 * 0.25), "binomial of 60 combinations");
        int[] again = Modified.count(dataset, dataset.training().draw(DRAWS, RandomStreams.derive(6, "again")));
        for (int i = 0; i < counts.length; i++) {
            assertEquals(counts[i] == 0, again[i] == 0, "the same combinations whatever is drawn");
        }
        int[] other = Modified.counts(Modified.modify(new HeldOut(), new Modified(),
                Map.of("fraction", 0.5, "seed", 4)), DRAWS);
        assertTrue(java.util.stream.IntStream.range(0, 60).anyMatch(i -> (counts[i] == 0) != (other[i] == 0)));
    }

    @Test
    void itCombinesWithACorrelationAndKeepsPartnersInside() {
        Dataset correlated = Modified.modify(new Correlation(), new Modified(), Map.of("pairs", "a-c"));
        Dataset dataset = Modified.modify(new HeldOut(), correlated,
                Map.of("split", "extrapolation", "factors", "a", "fraction", 0.25));
        int[] rows = dataset.training().draw(5000, RandomStreams.derive(0, "rows"));
        int[] partners = dataset.training().partners(rows, RandomStreams.derive(0, "partners"));
        for (int i = 0; i < rows.length; i += 4) {
            assertTrue(rows[i] < 3 && partners[i] < 3, "a = 3 is held out");
        }
        int[] counts = Modified.counts(dataset, DRAWS);
        int near = 0;
        int far = 0;
        for (int i = 0; i < counts.length; i++) {
            int[] row = dataset.factors().row(i);
            near += row[0] == 0 && row[2] == 0 ? counts[i] : 0;
            far += row[0] == 0 && row[2] == 1 ? counts[i] : 0;
        }
        // exp(−0.25²/0.02) = 0.0439 of each other; about 8,000 and 350 draws, five standard deviations of the ratio
        assertEquals(Math.exp(-0.0625 / 0.02), (double) far / near, 0.012);
    }
}
