package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.importance.DisentanglementCompletenessInformativeness;
import org.distaff.metrics.importance.ImportanceScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DciTest {

    static Stream<String> cases() {
        return Golden.casesWith("dci");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresAreTheReferences(String name) {
        Golden golden = Golden.load(name);
        Representation train = golden.train().slice(0, (int) golden.number("dci", "num_train_used"));
        Scores scores = Golden.score(new DisentanglementCompletenessInformativeness(), Map.of(), train, golden.test());
        // ties between latents are broken at random in both: three times the reference's own spread over its seeds,
        // or 0.01 for ties between split points that only rounding decides
        for (String score : List.of("disentanglement", "completeness")) {
            assertEquals(golden.number("dci", score + "_mean"), scores.values().get(score),
                    Math.max(0.01, 3 * golden.number("dci", score + "_spread")), score);
        }
        for (String score : List.of("informativeness_train", "informativeness_test")) {
            assertEquals(golden.number("dci", score + "_mean"), scores.values().get(score.replace('_', '-')), 0.015,
                    score);
        }
    }

    @Test
    void paperSizedCaseIsTheReferences() {
        assumeTrue(Boolean.getBoolean("distaff.long"), "takes about a quarter of a minute");
        Golden golden = Golden.load("bench10");
        Scores scores = golden.score(new DisentanglementCompletenessInformativeness(), Map.of());
        // one run of the reference; 0.002 covers the ties among 10,000 points
        assertEquals(golden.number("scores", "dci", "disentanglement"), scores.values().get("disentanglement"), 0.002);
        assertEquals(golden.number("scores", "dci", "completeness"), scores.values().get("completeness"), 0.002);
        assertEquals(golden.number("scores", "dci", "informativeness_train"),
                scores.values().get("informativeness-train"), 0.005);
        assertEquals(golden.number("scores", "dci", "informativeness_test"),
                scores.values().get("informativeness-test"), 0.005);
    }

    @Test
    void forestAgreesWithBoostingOnCleanCodes() {
        Golden golden = Golden.load("s_identity");
        Scores scores = golden.score(new DisentanglementCompletenessInformativeness(),
                Map.of("estimator", "random-forest", "trees", 100));
        // every latent is a factor, so all values can be told; nodes look at √4 = 2 latents, so that latents of other
        // factors get some importance, but far from the 1/4 that would make the score 0
        assertEquals(1, scores.values().get("informativeness-test"), 0.002);
        assertTrue(scores.values().get("disentanglement") > 0.8, scores.values().toString());
        assertTrue(scores.facts().get("variant").toString().contains("random forest"));
    }

    @Test
    void lassoOfIndependentCodesIsSoftThresholding() {
        // a full grid of 2 × 3 values coded exactly: standardised codes are orthogonal with unit variance and equal
        // the standardised factors, so each weight is 1 − α and the error of prediction α
        int[] grid = {0, 0, 0, 1, 0, 2, 1, 0, 1, 1, 1, 2};
        Representation points = new Representation(Golden.space(2, 3), 3,
                new double[] {5, 0, 7, 5, -2, 7, 5, -4, 7, 9, 0, 7, 9, -2, 7, 9, -4, 7}, grid);
        Scores scores = Golden.score(new DisentanglementCompletenessInformativeness(),
                Map.of("estimator", "lasso", "alpha", 0.1), points, points);
        double[][] importance = scores.matrices().get("importance").values();
        assertArrayEquals(new double[] {0.9, 0}, importance[0], 1e-12);
        assertArrayEquals(new double[] {0, 0.9}, importance[1], 1e-12);
        assertArrayEquals(new double[] {0, 0}, importance[2], "constant latent");
        assertEquals(0.9, scores.values().get("informativeness-test"), 1e-12);
        assertEquals(1, scores.values().get("disentanglement"), 1e-8);
        assertEquals(1, scores.values().get("completeness"), 1e-8);
    }

    @Test
    void numberOfThreadsChangesNothing() {
        Golden golden = Golden.load("s_dup");
        DisentanglementCompletenessInformativeness dci = new DisentanglementCompletenessInformativeness();
        // copies, because trees are kept with the points they were fitted to
        Points points = new Points(new CodeTable(golden.train().slice(0, 800)), golden.test(), 7);
        Points again = new Points(new CodeTable(golden.train().slice(0, 800)), golden.test(), 7);
        Parameters parameters = Parameters.of(dci, Map.of("stages", 5));
        assertArrayEquals(
                dci.evaluate(new Evaluation(points, parameters, 1), Progress.NONE).matrices().get("importance")
                        .values(),
                dci.evaluate(new Evaluation(again, parameters, 3), Progress.NONE).matrices().get("importance")
                        .values());
    }

    @Test
    void constantFactorIsLeftOutWithASentence() {
        // a code that is the only varying factor: everything is 1
        Representation points = new Representation(Golden.space(2, 5), 2, new double[] {0, 3, 1, 3, 0, 3, 1, 3},
                new int[] {0, 4, 1, 4, 0, 4, 1, 4});
        Scores scores = Golden.score(new DisentanglementCompletenessInformativeness(), Map.of(), points, points);
        assertEquals(1.0, scores.values().get("informativeness-test"));
        assertEquals(1.0, scores.values().get("completeness"), 1e-8);
        assertTrue(Double.isNaN(scores.values().get("disentanglement")));
        assertTrue(scores.warnings().get(0).contains("'factor1'"), scores.warnings().toString());
    }

    @Test
    void aggregationAgreesWithHandCalculation() {
        // rows (1, 0), (0.5, 0.5): latent scores 1 and 0 with equal weights, D = 1/2;
        // columns (1, 0.5) and (0, 0.5): H_2 of (2/3, 1/3) = 0.9182958; C = 0.75 (1 − 0.9182958) + 0.25 · 1
        ImportanceScores scores = ImportanceScores.of(new double[][] {{1, 0}, {0.5, 0.5}});
        assertEquals(0.5, scores.disentanglement(), 1e-8);
        assertEquals(0.75 * (1 - 0.9182958340544896) + 0.25, scores.completeness(), 1e-8);
        // nothing matters: every row and column is uniform
        assertEquals(0, ImportanceScores.of(new double[2][3]).disentanglement(), 1e-12);
    }
}
