package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.support.FactorisedSupport;
import org.junit.jupiter.api.Test;

class FactorisedSupportTest {

    private static Scores fos(int latents, double[] codes, Map<String, ?> parameters) {
        Representation points = new Representation(Golden.space(1), latents, codes, new int[codes.length / latents]);
        return Golden.score(new FactorisedSupport(), parameters, points, null);
    }

    private static double score(int latents, double... codes) {
        return fos(latents, codes, Map.of()).values().get("score");
    }

    @Test
    void smallSupportsByHand() {
        assertEquals(1, score(2, 0, 0, 1, 1), "(0, 1) is 1 away from (0, 0)");
        assertEquals(2, score(2, 0, 0, 1, 1, 2, 2), "(0, 2) is 1² + 1² away from (1, 1)");
        assertEquals(0, score(2, 0, 0, 0, 1, 1, 0, 1, 1), "a full grid");
        assertEquals(4, score(2, 0, 0, 2, 2), "twice the codes, four times the distance");
        assertEquals(3, score(3, 0, 0, 0, 1, 1, 1), "three pairs of latents");
    }

    @Test
    void standardisedDoesNotSeeTheScale() {
        // (0, 0), (1, 1) have a standard deviation of ½ in each latent: 1 / ½² = 4
        assertEquals(4, fos(2, new double[] {0, 0, 1, 1}, Map.of()).values().get("standardised"), 1e-15);
        assertEquals(4, fos(2, new double[] {5, 0, 12, 1}, Map.of()).values().get("standardised"), 1e-12);
        // a constant latent adds nothing
        assertEquals(0, fos(2, new double[] {0, 3, 1, 3}, Map.of()).values().get("standardised"));
    }

    /** A port of the definition to numpy 2.4.6: all six pairs of one batch of 50 points. */
    @Test
    void scoreIsTheReferences() {
        Golden golden = Golden.load("x_misc");
        Scores scores = fos(4, golden.arrays().get("fos_z").values(), Map.of());
        assertEquals(golden.number("fos_pairwise_all_pairs_single_batch_(numpy port)"), scores.values().get("score"),
                1e-12); // both in double
        assertTrue(scores.warnings().get(0).contains("50 points"), scores.warnings().toString());
    }

    private static double[] normal(int points, int latents) {
        RandomGenerator random = RandomStreams.derive(1, "test/fos");
        return IntStream.range(0, points * latents).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    @Test
    void independentNormalCodesHaveTheFloorOfTheirBatch() {
        Scores scores = fos(10, normal(6400, 10), Map.of("batch", 64));
        // 45 pairs of 3.14 ± 0.04, the mean over 1500 drawn pairs of columns with numpy, all 64³ distances tried; the
        // pairs of a batch share columns, so 100 batches leave an error of about 3
        assertEquals(45 * 3.14, scores.values().get("score"), 8);
        assertEquals(scores.values().get("score"), scores.values().get("standardised"), 3);
    }

    @Test
    void drawnPairsEstimateAllPairs() {
        double[] codes = normal(6400, 6);
        Scores all = fos(6, codes, Map.of("batch", 64));
        Scores drawn = fos(6, codes, Map.of("batch", 64, "pairs", 5));
        // 5 of 15 exchangeable pairs in each of 100 batches: a third, within a few per cent
        assertEquals(all.values().get("score") / 3, drawn.values().get("score"), 2);
        assertEquals(all.values(), fos(6, codes, Map.of("batch", 64, "pairs", 15)).values(), "there are 15 pairs");
        // the matrix divides each pair's sum by the batches it was in, so it estimates the same as with all pairs
        assertEquals(mean(all), mean(drawn), 0.3);
    }

    private static double mean(Scores scores) {
        return Arrays.stream(scores.matrices().get("hausdorff").values()).flatMapToDouble(Arrays::stream)
                .filter(v -> !Double.isNaN(v)).average().orElseThrow();
    }

    @Test
    void threadsDoNotChangeAnything() {
        FactorisedSupport metric = new FactorisedSupport();
        Representation points = new Representation(Golden.space(1), 5, normal(1000, 5), new int[1000]);
        double[] scores = IntStream.of(1, 4).mapToDouble(threads -> metric.evaluate(new Evaluation(
                new Points(new CodeTable(points), null, 0), Parameters.defaults(metric), threads), Progress.NONE)
                .values().get("score")).toArray();
        assertEquals(scores[0], scores[1]);
    }

    @Test
    void oneLatentHasNothingToBeCombinedWith() {
        Scores scores = fos(1, new double[] {1, 2, 3}, Map.of());
        assertTrue(Double.isNaN(scores.values().get("score")));
        assertTrue(scores.warnings().get(0).contains("single latent"), scores.warnings().toString());
    }
}
