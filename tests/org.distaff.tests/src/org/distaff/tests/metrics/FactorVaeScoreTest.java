package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.distaff.core.array.NpyArray;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.factorvae.FactorVaeScore;
import org.distaff.metrics.factorvae.LatentVariances;
import org.distaff.metrics.factorvae.StillestLatent;
import org.distaff.metrics.factorvae.VoteCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactorVaeScoreTest {

    /** Fewer votes than customary, so that the tests are quick. */
    private static final Map<String, Integer> FEW = Map.of("numTrain", 1000, "numEval", 500);

    static Stream<String> votedCases() {
        return Golden.casesWithArray("fv_first5_reps");
    }

    static Stream<String> countedCases() {
        return Golden.casesWith("protocol", "factor_vae_eval_votes");
    }

    @ParameterizedTest
    @MethodSource("votedCases")
    void votesAreTheReferences(String name) {
        Golden golden = Golden.load(name);
        StillestLatent stillest = new StillestLatent(golden.vector("protocol", "factor_vae_global_variances"), 0.05);
        // the reference numbers the latents that are left after pruning
        int[] active = stillest.active();
        double[] mask = golden.at("protocol", "factor_vae_active").getAsJsonArray().asList().stream()
                .mapToDouble(e -> e.getAsBoolean() ? 1 : 0).toArray();
        assertArrayEquals(IntStream.range(0, mask.length).filter(d -> mask[d] == 1).toArray(), active);
        NpyArray batches = golden.arrays().get("fv_first5_reps");
        double[] expected = golden.vector("protocol", "factor_vae_first20", "argmin_pruned_index");
        int batch = batches.shape()[1];
        for (int b = 0; b < batches.shape()[0]; b++) {
            assertEquals(active[(int) expected[b]], stillest.vote(batches.values(), b * batch, (b + 1) * batch),
                    "batch " + b);
        }
    }

    @ParameterizedTest
    @MethodSource("countedCases")
    void accuraciesFollowFromVotesAsInTheReference(String name) {
        Golden golden = Golden.load(name);
        VoteCount train = counts(golden, "factor_vae_train_votes_[factor,argmin_in_pruned_index]");
        VoteCount eval = counts(golden, "factor_vae_eval_votes");
        // quotients of the same integers
        assertEquals(golden.number("protocol", "factor_vae", "train_accuracy"), train.accuracy(train.majority()),
                1e-12);
        assertEquals(golden.number("protocol", "factor_vae", "eval_accuracy"), eval.accuracy(train.majority()),
                1e-12);
    }

    /** Cases whose table has at least two hundred points of every factor value. */
    static Stream<String> wellFilledTables() {
        return countedCases().filter(name -> name.startsWith("s_") || name.equals("d_full"));
    }

    @ParameterizedTest
    @MethodSource("wellFilledTables")
    void scoreFromATableIsNearTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new FactorVaeScore(), FEW);
        // other random votes, of batches from the table instead of the whole space: two binomial standard errors of
        // 500 votes are at most 0.045 in each of the two runs
        assertEquals(golden.number("protocol", "factor_vae", "eval_accuracy"), scores.values().get("score"), 0.06);
        assertEquals(golden.at("protocol", "factor_vae_active").getAsJsonArray().asList().stream()
                .filter(e -> e.getAsBoolean()).count(), scores.values().get("active-latents"));
    }

    @Test
    void perfectCodesScoreOne() {
        Representation table = table(4000, (factors, d, random) -> factors[d]);
        Scores scores = Golden.score(new FactorVaeScore(), FEW, table, null);
        assertEquals(1.0, scores.values().get("score"));
        assertEquals(1.0, scores.values().get("train-accuracy"));
        assertEquals(3.0, scores.values().get("active-latents"));
        // every vote is in the matrix
        assertEquals(1000, Arrays.stream(scores.matrices().get("votes").values()).flatMapToDouble(Arrays::stream)
                .sum());
    }

    @Test
    void noiseScoresAboutChance() {
        Representation table = table(20_000, (factors, d, random) -> random.nextGaussian());
        // K = 3 factors; the best of three latents by chance, and a binomial standard error of 0.02 for 500 votes
        assertEquals(1 / 3.0, Golden.score(new FactorVaeScore(), FEW, table, null).values().get("score"), 0.08);
    }

    @Test
    void deadLatentsScoreZeroWithASentence() {
        Representation table = table(100, (factors, d, random) -> 0.001 * factors[d]);
        Scores scores = Golden.score(new FactorVaeScore(), FEW, table, null);
        assertEquals(0.0, scores.values().get("score"));
        assertEquals(0.0, scores.values().get("active-latents"));
        assertTrue(scores.warnings().get(0).contains("dead"), scores.warnings().toString());
    }

    @Test
    void prunedLatentsAreCountedInASentence() {
        // the last latent is constant
        Representation table = table(100, (factors, d, random) -> d < 2 ? factors[d] : 1);
        assertTrue(Golden.score(new FactorVaeScore(), FEW, table, null).warnings()
                .contains("1 of 3 latents are pruned: their standard deviation is below 0.05."));
        assertTrue(Golden.score(new FactorVaeScore(), Map.of("numTrain", 10, "numEval", 10, "threshold", 0.0), table,
                null).warnings().toString().contains("reference's score is undefined"));
    }

    @Test
    void equalSeedsGiveEqualScores() {
        Representation table = table(500, (factors, d, random) -> factors[d] + random.nextGaussian());
        FactorVaeScore metric = new FactorVaeScore();
        Evaluation evaluation = new Evaluation(new Points(new CodeTable(table), 11), Parameters.of(metric, FEW), 1);
        assertEquals(metric.evaluate(evaluation, Progress.NONE).values(),
                metric.evaluate(evaluation, Progress.NONE).values());
    }

    @Test
    void varianceOfAConstantIsExactlyZero() {
        // 0.1 is not exact in binary; (1, 2, 4) has mean 7/3 and Σ deviation² 14/3, over 2
        Representation points = new Representation(Golden.space(1), 2, new double[] {0.1, 1, 0.1, 2, 0.1, 4},
                new int[3]);
        assertArrayEquals(new double[] {0, 7 / 3.0}, LatentVariances.of(points), 1e-15);
        assertEquals(0.0, LatentVariances.of(points)[0]);
    }

    @Test
    void tiesGoToTheFirst() {
        // both latents keep equally still in the batch; both factors gave latent 0 one vote
        assertEquals(0, new StillestLatent(new double[] {1, 1}, 0.05).vote(new double[] {1, 1, 2, 2}, 0, 2));
        assertArrayEquals(new int[] {0, 1, 0}, new VoteCount(new int[][] {{1, 0, 0}, {1, 2, 0}}).majority());
    }

    private static VoteCount counts(Golden golden, String block) {
        return new VoteCount(Arrays.stream(golden.matrix("protocol", block))
                .map(row -> Arrays.stream(row).mapToInt(v -> (int) v).toArray()).toArray(int[][]::new));
    }

    private interface Code {
        double of(int[] factors, int latent, RandomGenerator random);
    }

    /** Three factors of 3, 4, 5 values and three latents. */
    private static Representation table(int points, Code code) {
        RandomGenerator random = RandomStreams.derive(3, "test");
        int[] factors = Golden.space(3, 4, 5).sample(points, random);
        double[] codes = new double[points * 3];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code.of(Arrays.copyOfRange(factors, i / 3 * 3, i / 3 * 3 + 3), i % 3, random);
        }
        return new Representation(Golden.space(3, 4, 5), 3, codes, factors);
    }
}
