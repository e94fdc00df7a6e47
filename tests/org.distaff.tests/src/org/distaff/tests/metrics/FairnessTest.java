package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.fairness.Aggregates;
import org.distaff.metrics.fairness.Fairness;
import org.distaff.metrics.fairness.PredictionCounts;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;

class FairnessTest {

    @Test
    void distancesOfCountsAreTheReferences() {
        // disentanglement_lib's fairness scores of counts, in single precision
        Golden golden = Golden.load("x_fairness");
        Stream.of("pairs", "random_counts").flatMap(block -> golden.at(block).getAsJsonArray().asList().stream())
                .map(pair -> pair.getAsJsonObject()).forEach(pair -> {
                    PredictionCounts counts = new PredictionCounts(counts(pair));
                    assertEquals(pair.get("mean").getAsDouble(), counts.mean(), 1e-6);
                    assertEquals(pair.get("max").getAsDouble(), counts.max(), 1e-6);
                });
    }

    @Test
    void aggregatesAreTheReferences() {
        Golden golden = Golden.load("x_fairness");
        double[][][] unfairness = new double[2][4][4];
        var pairs = golden.at("pairs").getAsJsonArray();
        for (int i = 0; i < pairs.size(); i++) {
            // for each predicted factor the three others
            int target = i / 3;
            int sensitive = i % 3 < target ? i % 3 : i % 3 + 1;
            PredictionCounts counts = new PredictionCounts(counts(pairs.get(i).getAsJsonObject()));
            unfairness[0][target][sensitive] = counts.mean();
            unfairness[1][target][sensitive] = counts.max();
        }
        for (int kind = 0; kind < 2; kind++) {
            for (int k = 0; k < 4; k++) {
                unfairness[kind][k][k] = Double.NaN;
            }
            double[] found = Aggregates.of(unfairness[kind]);
            for (int i = 0; i < found.length; i++) {
                // the reference computes in single precision
                assertEquals(golden.number("scores", (kind == 0 ? "mean_fairness:" : "max_fairness:")
                        + Aggregates.NAMES.get(i).replace('-', '_')), found[i], 1e-6, Aggregates.NAMES.get(i));
            }
        }
    }

    private static int[][] counts(JsonObject pair) {
        return pair.getAsJsonArray("counts").asList().stream().map(row -> row.getAsJsonArray().asList().stream()
                .mapToInt(count -> count.getAsInt()).toArray()).toArray(int[][]::new);
    }

    @Test
    void distancesByHand() {
        // p(class 0) is 1, 0 under the values and 3/4 overall, because the first value has three times the predictions
        PredictionCounts counts = new PredictionCounts(new int[][] {{30, 0}, {0, 10}});
        assertArrayEquals(new double[] {0.25, 0.75}, counts.distances(), 1e-15);
        assertEquals(0.375, counts.mean(), 1e-15);
        assertEquals(0.75, counts.max(), 1e-15);
    }

    @Test
    void codesThatAreTheFactorsAreFair() {
        // trees that read each factor off its own latent do not see the others
        Scores scores = evaluate(new Linear(Golden.space(3, 4), new double[][] {{1, 0}, {0, 1}}));
        assertEquals(0.0, scores.values().get("mean-unfairness"));
        assertEquals(0.0, scores.values().get("max-unfairness"));
        assertEquals(List.of(), scores.warnings());
    }

    @Test
    void aCodeThatHidesWhatItNeedsIsUnfair() {
        // the only latent is y0 (factors of 2 values each; training points have y1 = y0, as the source is correlated):
        // y1 is predicted from y0, so setting y0 changes every prediction; p(c | value) is 1 or 0, p(c) is 1/2
        Scores scores = evaluate(new Linear(Golden.space(2, 2), new double[][] {{1, 0}}));
        assertEquals(0.5, scores.matrices().get("max-unfairness").values()[1][0]);
        // y0 is predicted from itself, and setting y1 changes nothing
        assertEquals(0.0, scores.matrices().get("mean-unfairness").values()[0][1]);
        assertEquals(0.25, scores.values().get("mean-unfairness"), "mean of the two");
        assertTrue(Double.isNaN(scores.matrices().get("mean-unfairness").values()[0][0]));
    }

    @Test
    void tablesFallBackOnTheirOwnPointsWithASentence() {
        Scores scores = Golden.load("s_identity").score(new Fairness(), Map.of("testPoints", 400));
        // predictions are right, and other factors of points that hold one are uniform but for chance:
        // ½ √(2 · 5 / (π · 400)) is about 0.05
        assertTrue(scores.values().get("mean-unfairness") < 0.1, scores.values().toString());
        assertTrue(scores.values().get("mean-unfairness") > 0, scores.values().toString());
        assertTrue(scores.warnings().stream().anyMatch(w -> w.contains("stood in")), scores.warnings().toString());
    }

    private static Scores evaluate(CodeSource source) {
        Fairness fairness = new Fairness();
        return fairness.evaluate(new Evaluation(new Points(source, 3), Parameters.of(fairness, Map.of("numTrain", 200)),
                1), Progress.NONE);
    }

    /** Latents that are sums of factors; when factors outnumber latents, sampled points have all factors equal. */
    private record Linear(FactorSpace space, double[][] weights) implements CodeSource {

        @Override
        public int latents() {
            return weights.length;
        }

        @Override
        public Representation sample(int points, RandomGenerator random) {
            int[] rows = space.sample(points, random);
            if (weights.length < space.count()) {
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = rows[i / space.count() * space.count()];
                }
            }
            return at(rows, random).orElseThrow();
        }

        @Override
        public Representation sampleHolding(int[] factor, int[] value, RandomGenerator random) {
            throw new AssertionError("factors can be set");
        }

        @Override
        public Optional<Representation> at(int[] rows, RandomGenerator random) {
            int factors = space.count();
            double[] codes = new double[rows.length / factors * weights.length];
            for (int i = 0; i < codes.length; i++) {
                int first = i / weights.length * factors;
                double[] w = weights[i % weights.length];
                codes[i] = java.util.stream.IntStream.range(0, factors).mapToDouble(k -> w[k] * rows[first + k]).sum();
            }
            return Optional.of(new Representation(space, weights.length, codes, Arrays.copyOf(rows, rows.length)));
        }
    }
}
