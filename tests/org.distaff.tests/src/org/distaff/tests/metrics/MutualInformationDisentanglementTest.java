package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.importance.MutualInformationDisentanglement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutualInformationDisentanglementTest {

    /** Both compute in double; only the order of summation differs. */
    private static final double ROUNDING = 1e-9;

    static Stream<String> cases() {
        return Golden.casesWith("med", "disentanglement");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresAreTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new MutualInformationDisentanglement(), Map.of());
        assertEquals(golden.number("med", "disentanglement"), scores.values().get("disentanglement"), ROUNDING);
        assertEquals(golden.number("med", "completeness"), scores.values().get("completeness"), ROUNDING);
        double[][] expected = golden.matrix("med", "importance");
        for (int d = 0; d < expected.length; d++) {
            assertArrayEquals(expected[d], scores.matrices().get("importance").values()[d], ROUNDING);
        }
        // the reference stops its solver after 100 steps, so classes that overlap differ a little
        assertEquals(golden.number("med", "informativeness_train"), scores.values().get("informativeness-train"), 0.01);
        assertEquals(golden.number("med", "informativeness_test"), scores.values().get("informativeness-test"), 0.01);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepingFewLatentsPerFactorGivesTheReferencesScores(String name) {
        Golden golden = Golden.load(name);
        for (int top = 1; top <= 2; top++) {
            Scores scores = golden.score(new MutualInformationDisentanglement(), Map.of("top", top));
            assertEquals(golden.number("med", "top" + top + "_disentanglement"),
                    scores.values().get("disentanglement"), ROUNDING);
            assertEquals(golden.number("med", "top" + top + "_completeness"), scores.values().get("completeness"),
                    ROUNDING);
            assertEquals(Arrays.stream(golden.vector("med", "top" + top + "_pick")).count(),
                    scores.matrices().get("importance").values().length);
        }
    }

    @Test
    void factorsThatNothingTellsAboutAreNamed() {
        // the second factor has a single value
        Representation points = new Representation(Golden.space(2, 2), 2, new double[] {0, 0, 1, 0, 0, 1, 1, 1},
                new int[] {0, 0, 1, 0, 0, 0, 1, 0});
        Scores scores = Golden.score(new MutualInformationDisentanglement(), Map.of(), points, points);
        assertTrue(scores.warnings().get(0).startsWith("No latent tells anything about factor 'factor1'"),
                scores.warnings().toString());
    }
}
