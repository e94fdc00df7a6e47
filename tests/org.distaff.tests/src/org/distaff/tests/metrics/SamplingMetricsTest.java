package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.factorvae.BetaVaeScore;
import org.distaff.metrics.factorvae.FactorVaeScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics that draw points of their own, on an encoder that is perfect. */
class SamplingMetricsTest {

    @ParameterizedTest
    @ValueSource(classes = {FactorVaeScore.class, BetaVaeScore.class})
    void asksTheEncoderForManyPointsAtATime(Class<? extends Metric> type) throws ReflectiveOperationException {
        Metric metric = type.getConstructor().newInstance();
        PerfectSource source = new PerfectSource(3, 4, 5);
        Evaluation evaluation = new Evaluation(new Points(source, 1),
                Parameters.of(metric, Map.of("numTrain", 640, "numEval", 320)), 1);
        Scores scores = metric.evaluate(evaluation, Progress.NONE);
        assertEquals(1.0, scores.values().get("score"));
        assertEquals(List.of(), scores.warnings());
        // 64 points per vote, or 2 · 64 per example: 960 of them in all, beside the points for the variances
        int perBatch = metric instanceof BetaVaeScore ? 128 : 64;
        List<Integer> held = source.requests().stream().filter(points -> points != 10_000).toList();
        assertEquals(960 * perBatch, held.stream().mapToInt(Integer::intValue).sum());
        assertTrue(held.stream().allMatch(points -> points >= 1024), held.toString());
    }

    @Test
    void zDiffPairsDifferentPointsOnly() {
        // factor 0 is shared by points 0 and 1, whose codes are 1 apart, factor 1 by points 1 and 2, 10 apart; points
        // that have a value alone have no partner. A single pair tells the factor then; half of the pairs would have
        // distance 0 if points were paired with themselves, and accuracy would be near 1/2 + 1/4
        Representation table = new Representation(Golden.space(2, 2), 1, new double[] {0, 1, 11},
                new int[] {0, 0, 0, 1, 1, 1});
        Map<String, Object> single = Map.of("numTrain", 300, "numEval", 200, "batch", 1, "variant", "z-diff");
        Scores scores = Golden.score(new BetaVaeScore(), single, table, null);
        assertEquals(1.0, scores.values().get("score"));
        assertEquals(1.0, scores.values().get("train-accuracy"));
        // no two points agree in factor 1
        Scores alone = Golden.score(new BetaVaeScore(), single, new Representation(Golden.space(2, 3), 1,
                new double[] {0, 1, 11}, new int[] {0, 0, 0, 1, 1, 2}), null);
        assertTrue(Double.isNaN(alone.values().get("score")));
        assertTrue(alone.warnings().get(0).contains("two points"), alone.warnings().toString());
    }

    @Test
    void zDiffRescalesByChance() {
        // a code that tells nothing: of four factors equally often drawn one is guessed, (1/4 − 1/4) / (3/4) = 0;
        // accuracy has a binomial standard error of 0.031 for 200 examples, rescaled 0.041
        Representation table = Golden.load("s_rot").train();
        Representation constant = new Representation(table.space(), 1, new double[table.points()], table.factors());
        assertEquals(0, Golden.score(new BetaVaeScore(), Map.of("numTrain", 300, "numEval", 200, "variant", "z-diff"),
                constant, null).values().get("score"), 0.15);
    }

    @Test
    void zMinVarRescalesByChance() {
        Metric metric = new FactorVaeScore();
        Golden golden = Golden.load("s_rot");
        Map<String, Object> few = Map.of("numTrain", 300, "numEval", 200);
        Map<String, Object> rescaled = Map.of("numTrain", 300, "numEval", 200, "variant", "z-min-var");
        Scores plain = golden.score(metric, few);
        Scores scores = golden.score(metric, rescaled);
        // four factors: (a − 1/4) / (3/4) of the same examples
        for (String name : List.of("score", "train-accuracy")) {
            assertEquals((plain.values().get(name) - 0.25) / 0.75, scores.values().get(name), 1e-12, name);
        }
        assertTrue(scores.facts().get("variant").toString().contains("rescaled"));
    }

    @Test
    void aFreeFactorMovesItsOwnLatent() {
        // latents that are the factors: every vote is right, from a full grid as a table
        int[] grid = new int[2 * 3 * 4 * 3];
        for (int n = 0; n < 24; n++) {
            grid[3 * n] = n % 2;
            grid[3 * n + 1] = n / 2 % 3;
            grid[3 * n + 2] = n / 6;
        }
        Representation table = new Representation(Golden.space(2, 3, 4), 3,
                Arrays.stream(grid).asDoubleStream().toArray(), grid);
        Map<String, Object> free = Map.of("numTrain", 300, "numEval", 200, "variant", "z-max-var");
        assertEquals(1.0, Golden.score(new FactorVaeScore(), free, table, null).values().get("score"));
        // two points that differ in the first factor only, but none that differ in another only
        Scores scores = Golden.score(new FactorVaeScore(), free, new Representation(Golden.space(2, 3, 4), 3,
                new double[] {0, 0, 0, 1, 0, 0}, new int[] {0, 0, 0, 1, 0, 0}), null);
        assertTrue(Double.isNaN(scores.values().get("score")));
        assertTrue(scores.warnings().get(0).contains("differ in it only"), scores.warnings().toString());
    }

    @Test
    void aFreeFactorIsAskedOfTheEncoderInBlocks() {
        FactorVaeScore metric = new FactorVaeScore();
        PerfectSource source = new PerfectSource(3, 4, 5);
        Evaluation evaluation = new Evaluation(new Points(new Chosen(source), 1),
                Parameters.of(metric, Map.of("numTrain", 640, "numEval", 320, "variant", "z-max-var")), 1);
        assertEquals(1.0, metric.evaluate(evaluation, Progress.NONE).values().get("score"));
        List<Integer> free = source.requests().stream().filter(points -> points != 10_000).toList();
        assertEquals(960 * 64, free.stream().mapToInt(Integer::intValue).sum());
        assertTrue(free.stream().allMatch(points -> points >= 1024), free.toString());
        // a source that cannot choose rows says what to do instead
        Evaluation unable = new Evaluation(new Points(source, 1), evaluation.parameters(), 1);
        Problem problem = assertThrows(Problem.class, () -> metric.evaluate(unable, Progress.NONE));
        assertTrue(problem.getMessage().contains("z-min-var"), problem.getMessage());
    }

    /** The perfect encoder of a data set that has an observation for every row. */
    private record Chosen(PerfectSource source) implements CodeSource {

        @Override
        public FactorSpace space() {
            return source.space();
        }

        @Override
        public int latents() {
            return source.latents();
        }

        @Override
        public Representation sample(int points, RandomGenerator random) {
            return source.sample(points, random);
        }

        @Override
        public Representation sampleHolding(int[] factor, int[] value, RandomGenerator random) {
            return source.sampleHolding(factor, value, random);
        }

        @Override
        public Optional<Representation> at(int[] rows, RandomGenerator random) {
            source.requests().add(rows.length / latents());
            return Optional.of(new Representation(space(), latents(), Arrays.stream(rows).asDoubleStream().toArray(),
                    rows));
        }
    }
}
