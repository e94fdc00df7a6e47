package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.linear.OneLatentSvm;
import org.distaff.metrics.linear.SeparatedAttributePredictability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeparatedAttributePredictabilityTest {

    static Stream<String> cases() {
        return Golden.casesWith("sap", "discrete", "SAP");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void discreteScoreIsTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new SeparatedAttributePredictability(), Map.of());
        double[][] expected = golden.matrix("sap", "discrete", "score_matrix");
        for (int d = 0; d < expected.length; d++) {
            // the reference's solver stops at a tolerance: up to 6 of 500 points lie near the crossing of two lines
            assertArrayEquals(expected[d], scores.matrices().get("predictability").values()[d], 0.0125, "latent " + d);
        }
        assertEquals(golden.number("sap", "discrete", "SAP"), scores.values().get("score"), 0.005);
        for (double seed : golden.vector("sap", "discrete_seeds_dual_true_legacy")) {
            // the solver of scikit-learn before 1.5, whose seeds lie up to 0.002 apart
            assertEquals(seed, scores.values().get("score"), 0.007);
        }
        assertEquals(java.util.List.of(), scores.warnings());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void continuousScoreIsTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new SeparatedAttributePredictability(), Map.of("factors", "continuous"));
        double[][] expected = golden.matrix("sap", "continuous", "score_matrix");
        for (int d = 0; d < expected.length; d++) {
            // the same closed form in double, on codes that the reference widened from single precision
            assertArrayEquals(expected[d], scores.matrices().get("predictability").values()[d], 1e-9, "latent " + d);
        }
        assertEquals(golden.number("sap", "continuous", "SAP"), scores.values().get("score"), 1e-9);
    }

    @Test
    void twoClassesAreSplitBetweenThem() {
        // symmetric points: by symmetry the line is 0 in the middle, at 0
        OneLatentSvm svm = OneLatentSvm.fit(0.01, new double[] {-2, -1, 1, 2}, new int[] {4, 4, 9, 9});
        assertEquals(4, svm.predict(-0.01));
        assertEquals(9, svm.predict(0.01));
    }

    @Test
    void weightsMakeRareClassesCount() {
        // 1 positive at 1, 9 negatives at −1, both weighted to N/2 = 5: symmetric again, so the line crosses 0 at 0
        double[] values = new double[10];
        int[] target = new int[10];
        Arrays.fill(values, -1);
        values[9] = 1;
        target[9] = 1;
        OneLatentSvm svm = OneLatentSvm.fit(0.01, values, target);
        assertEquals(1, svm.predict(0.01));
        assertEquals(0, svm.predict(-0.01));
    }

    @Test
    void constantFactorIsUndefinedWithASentence() {
        Representation points = new Representation(Golden.space(2), 2, new double[] {0, 1, 1, 0}, new int[] {1, 1});
        Scores scores = Golden.score(new SeparatedAttributePredictability(), Map.of(), points, points);
        assertTrue(Double.isNaN(scores.values().get("score")));
        assertTrue(scores.warnings().get(0).contains("'factor0'"), scores.warnings().toString());
    }
}
