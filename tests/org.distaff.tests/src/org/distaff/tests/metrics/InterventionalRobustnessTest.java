package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.robustness.InterventionalRobustness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterventionalRobustnessTest {

    /** Both compute in double; only the order of summation differs. */
    private static final double ROUNDING = 1e-9;

    static Stream<String> cases() {
        return Arrays.stream(Golden.CASES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoreIsTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new InterventionalRobustness(), Map.of());
        assertEquals(golden.number("f64", "irs", "q0.99", "IRS"), scores.values().get("score"), ROUNDING);
        // the reference's matrix has no rows for constant latents
        double[][] rows = Arrays.stream(scores.matrices().get("robustness").values())
                .filter(row -> !Double.isNaN(row[0])).toArray(double[][]::new);
        double[][] expected = golden.matrix("f64", "irs", "q0.99", "irs_matrix");
        assertEquals(expected.length, rows.length);
        for (int d = 0; d < rows.length; d++) {
            assertArrayEquals(expected[d], rows[d], ROUNDING);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void variantsAndQuantilesAreTheReferences(String name) {
        Golden golden = Golden.load(name);
        assertEquals(golden.number("f64", "irs", "q0.99", "IRS_without_factor_binning"),
                golden.score(new InterventionalRobustness(), Map.of("variant", "corrected")).values().get("score"),
                ROUNDING);
        assertEquals(golden.number("f64", "irs", "q1.0", "IRS"),
                golden.score(new InterventionalRobustness(), Map.of("diffQuantile", 1)).values().get("score"),
                ROUNDING);
    }

    @Test
    void constantCodesScoreZeroWithASentence() {
        Representation dead = new Representation(Golden.space(2), 1, new double[] {1, 1}, new int[] {0, 1});
        Scores scores = Golden.score(new InterventionalRobustness(), Map.of(), dead, null);
        assertEquals(0.0, scores.values().get("score"));
        assertTrue(scores.warnings().get(0).contains("constant"), scores.warnings().toString());
    }
}
