package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.comparison.LatentMatch;
import org.distaff.metrics.comparison.UnsupervisedDisentanglementRanking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupervisedDisentanglementRankingTest {

    private static final UnsupervisedDisentanglementRanking UDR = new UnsupervisedDisentanglementRanking();

    private static List<Scores> compare(Map<String, ?> parameters, int threads, CodeTable... models) {
        return UDR.compare(Arrays.stream(models).map(model -> new Evaluation(new Points(model, null, 0),
                Parameters.of(UDR, parameters), threads)).toList(), Progress.NONE);
    }

    /** Codes whose posteriors have the wanted mean KL, by one variance for each latent. */
    private static CodeTable model(double[] codes, double[] kl) {
        int points = codes.length / kl.length;
        double[] logVariance = new double[kl.length];
        for (int d = 0; d < kl.length; d++) {
            double square = 0;
            for (int n = 0; n < points; n++) {
                square += codes[n * kl.length + d] * codes[n * kl.length + d] / points;
            }
            logVariance[d] = solve(2 * kl[d] - square);
        }
        Representation means = new Representation(Golden.space(2), kl.length, codes, new int[points]);
        return new CodeTable(means, new Posterior(means,
                IntStream.range(0, codes.length).mapToDouble(i -> logVariance[i % kl.length]).toArray()));
    }

    /** The v below 0 with e^v − v − 1 = value, by bisection. */
    private static double solve(double value) {
        double low = -100;
        double high = 0;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (Math.exp(middle) - middle - 1 > value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static CodeTable golden(int model) {
        Golden golden = Golden.load("x_udr");
        return model(golden.arrays().get("rep" + model).values(), golden.arrays().get("kl" + model).values());
    }

    /**
     * Four models of 1000 points, with disentanglement_lib's udr_sklearn under scikit-learn 1.9.1. Rank correlations
     * differ by float32 codes only; the lasso by where its descent stops, at a gap of 10⁻⁴.
     */
    @ParameterizedTest
    @CsvSource({"spearman, 1e-6, 1", "lasso, 1e-3, 1", "lasso, 1e-3, 3"})
    void scoresAreTheReferences(String method, double tolerance, int threads) {
        Golden golden = Golden.load("x_udr");
        List<Scores> scores = compare(Map.of("method", method), threads, golden(0), golden(1), golden(2), golden(3));
        assertArrayEquals(golden.vector(method, "model_scores"),
                scores.stream().mapToDouble(s -> s.values().get("score")).toArray(), tolerance);
        double[][] expected = golden.matrix(method, "pairwise");
        double[][] pairwise = scores.get(2).matrices().get("pairwise").values();
        for (int i = 0; i < 4; i++) {
            expected[i][i] = Double.NaN; // the reference leaves its zeros there
            assertArrayEquals(expected[i], pairwise[i], tolerance);
        }
        assertTrue(scores.stream().allMatch(s -> s.warnings().isEmpty()), scores.toString());
        assertEquals(List.of(6, 6, 6, 10), scores.stream().map(s -> s.facts().get("latents")).toList());
    }

    @Test
    void relationsAreTheReferences() {
        Golden golden = Golden.load("x_udr");
        // latents of models 0 and 1 with a KL above 0.01, standardised; the reference's weights of all ten
        int[] rows = {1, 2, 4, 5, 6, 9};
        int[] columns = {0, 4, 5, 7, 8, 9};
        double[][] one = standardised(0, rows);
        double[][] other = standardised(1, columns);
        for (String method : List.of("spearman", "lasso")) {
            double[][] expected = golden.matrix(method, "corr_0_1");
            LatentMatch match = method.equals("lasso") ? LatentMatch.lasso(one, other, 0.1)
                    : LatentMatch.spearman(one, other);
            assertTrue(match.converged());
            for (int a = 0; a < rows.length; a++) {
                for (int b = 0; b < columns.length; b++) {
                    assertEquals(expected[rows[a]][columns[b]], match.relation()[a][b], 1e-6, method);
                }
            }
        }
    }

    private static double[][] standardised(int model, int[] latents) {
        double[] codes = Golden.load("x_udr").arrays().get("rep" + model).values();
        return Arrays.stream(latents).mapToObj(d -> {
            double[] column = IntStream.range(0, 1000).mapToDouble(n -> codes[n * 10 + d]).toArray();
            double mean = Arrays.stream(column).average().orElseThrow();
            double variance = Arrays.stream(column).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
            double deviation = Math.sqrt(variance);
            return Arrays.stream(column).map(v -> (v - mean) / deviation).toArray();
        }).toArray(double[][]::new);
    }

    @Test
    void scoreOfAMatchByHand() {
        // columns: 1²/1, 0.5²/1, nothing; rows: 1²/1.5, 0.5²/0.5
        double byHand = ((1 + 0.25 + 0) / 3 + (1 / 1.5 + 0.5) / 2) / 2;
        assertEquals(byHand, new LatentMatch(new double[][] {{1, 0.5, 0}, {0, 0.5, 0}}, true).score(), 1e-15);
    }

    private static double[] independent(int points, int latents) {
        RandomGenerator random = RandomStreams.derive(3, "test/udr");
        return IntStream.range(0, points * latents).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    @Test
    void orderSignAndScaleDoNotMatter() {
        double[] codes = independent(500, 2);
        double[] moved = new double[codes.length];
        for (int n = 0; n < 500; n++) {
            moved[2 * n] = -3 * codes[2 * n + 1];
            moved[2 * n + 1] = 0.5 * codes[2 * n];
        }
        double[] kl = {6, 6};
        // one-to-one up to the chance correlation r of two independent latents: max²/sum = 1/(1 + r), r of order 500^-½
        List<Scores> scores = compare(Map.of("method", "spearman"), 1, model(codes, kl), model(moved, kl));
        assertEquals(1, scores.get(0).values().get("score"), 0.15);
        // a soft threshold of 0.1 takes the chance correlation away and leaves the weights 1 − 0.1
        assertEquals(0.9, compare(Map.of(), 1, model(codes, kl), model(moved, kl)).get(1).values().get("score"), 0.01);
    }

    @Test
    void whoCannotBeComparedGetsNoScoreAndIsNobodysPeer() {
        double[] codes = independent(300, 2);
        double[] kl = {6, 6};
        CodeTable good = model(codes, kl);
        // a variance of 1 leaves a KL of half the mean square, ½
        CodeTable collapsed = new CodeTable(good.table(), new Posterior(good.table(), new double[600]));
        CodeTable deterministic = new CodeTable(good.table());
        List<Scores> scores = compare(Map.of("klThreshold", 2), 1, good, collapsed, deterministic, good);
        assertEquals(0.9, scores.get(0).values().get("score"), 0.01, "only the copy of itself is left");
        assertTrue(Double.isNaN(scores.get(1).values().get("score")));
        assertTrue(scores.get(1).warnings().get(0).contains("collapsed"), scores.get(1).warnings().toString());
        assertTrue(Double.isNaN(scores.get(2).values().get("score")));
        assertTrue(scores.get(2).warnings().get(0).contains("posterior"), scores.get(2).warnings().toString());
        Scores alone = compare(Map.of("klThreshold", 2), 1, good, collapsed).get(0);
        assertTrue(Double.isNaN(alone.values().get("score")));
        assertTrue(alone.warnings().get(0).contains("no other model"), alone.warnings().toString());
    }

    @Test
    void differentObservationsAreRefused() {
        assertThrows(Problem.class, () -> compare(Map.of(), 1, model(independent(10, 2), new double[] {6, 6}),
                model(independent(12, 2), new double[] {6, 6})));
    }

    @Test
    void medianOfTheColumnWithoutTheDiagonal() {
        double nan = Double.NaN;
        double[][] pairwise = {{nan, 0.1, 9}, {0.2, nan, 9}, {0.4, 0.3, nan}};
        assertEquals(0.3, UnsupervisedDisentanglementRanking.ranking(pairwise, 0), 1e-15);
        assertEquals(0.2, UnsupervisedDisentanglementRanking.ranking(pairwise, 1), 1e-15);
        assertEquals(nan, UnsupervisedDisentanglementRanking.ranking(new double[][] {{nan}}, 0));
    }
}
