package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.importance.UnifiedAggregation;
import org.distaff.metrics.importance.UnifiedScores;
import org.distaff.metrics.information.MutualInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against disentanglement_lib's unified scores (Golden's versions) on 500 + 300 points of 8 latents, 4 factors. */
class UnifiedScoresTest {

    /** Only rounding differs. */
    private static final double ROUNDING = 1e-9;
    private static final Golden GOLDEN = Golden.load("x_unified");

    @ParameterizedTest
    @CsvSource({"importance_gbt_matrix, importance", "mutual_information_matrix, mutual-information",
        "accuracy_svm_matrix, accuracy"})
    void aggregationsOfTheReferencesMatricesAreTheReferences(String reference, String prefix) {
        Scores scores = UnifiedAggregation.add(empty(), prefix, named(GOLDEN.matrix("matrices", reference)),
                MutualInformation.of(train(), 20).factorEntropies());
        Map.of("-disentanglement", ".dci_disentanglement", "-completeness", ".dci_completeness", "-mig", ".mig", "-sap",
                ".sap", "-modularity", ".modularity", "-area-precision", ".area_precision", "-max-precision",
                ".max_precision").forEach((ours, theirs) -> assertEquals(GOLDEN.number("scores", reference + theirs),
                        scores.values().get(prefix + ours), ROUNDING, theirs));
        Matrix perLatent = scores.matrices().get(prefix + "-per-latent");
        for (int d = 0; d < 8; d++) {
            assertEquals(GOLDEN.number("scores", reference + ".dci_disentanglement.code_" + d),
                    perLatent.values()[0][d], ROUNDING);
            assertEquals(GOLDEN.number("scores", reference + ".modularity.code_" + d), perLatent.values()[1][d],
                    ROUNDING);
        }
        Matrix perFactor = scores.matrices().get(prefix + "-per-factor");
        for (int k = 0; k < 4; k++) {
            assertEquals(GOLDEN.number("scores", reference + ".dci_completeness.code_" + k), perFactor.values()[0][k],
                    ROUNDING);
            assertEquals(GOLDEN.number("scores", reference + ".mig.factor_" + k), perFactor.values()[1][k], ROUNDING);
            assertEquals(GOLDEN.number("scores", reference + ".sap.factor_" + k), perFactor.values()[2][k], ROUNDING);
        }
    }

    @Test
    void matricesAreTheReferences() {
        Scores scores = Golden.score(new UnifiedScores(), Map.of(), train(), GOLDEN.test());
        assertMatrix("mutual_information_matrix", scores.matrices().get("mutual-information"), ROUNDING);
        // machines are solved exactly here; 0.01 is three of 300 test points
        assertMatrix("accuracy_svm_matrix", scores.matrices().get("accuracy"), 0.01);
        // ties between splits are broken by lot; the spread of single entries on codes without duplicates
        assertMatrix("importance_gbt_matrix", scores.matrices().get("importance"), 0.02);
        assertEquals(GOLDEN.number("scores", "mutual_information_matrix.area_precision"),
                scores.values().get("mutual-information-area-precision"), ROUNDING);
    }

    @Test
    void constantFactorsAreLeftOutWithASentence() {
        Representation points = new Representation(Golden.space(2, 5), 2, new double[] {0, 3, 1, 3, 0, 3, 1, 3},
                new int[] {0, 4, 1, 4, 0, 4, 1, 4});
        Scores scores = Golden.score(new UnifiedScores(), Map.of(), points, points);
        assertEquals(List.of("factor0"), scores.matrices().get("accuracy").columns());
        assertTrue(scores.warnings().stream().anyMatch(w -> w.contains("'factor1'")), scores.warnings().toString());
    }

    private static Representation train() {
        return GOLDEN.train();
    }

    private static void assertMatrix(String reference, Matrix matrix, double tolerance) {
        double[][] expected = GOLDEN.matrix("matrices", reference);
        for (int d = 0; d < expected.length; d++) {
            assertArrayEquals(expected[d], matrix.values()[d], tolerance, reference + " z" + d);
        }
    }

    private static Matrix named(double[][] values) {
        return new Matrix(IntStream.range(0, 8).mapToObj(d -> "z" + d).toList(),
                IntStream.range(0, 4).mapToObj(k -> "factor" + k).toList(), values);
    }

    private static Scores empty() {
        return new Scores(Map.of(), Map.of(), Map.of(), List.of());
    }
}
