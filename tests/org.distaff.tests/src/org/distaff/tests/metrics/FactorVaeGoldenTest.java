package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.factorvae.FactorVaeScore;
import org.distaff.metrics.factorvae.Variances;
import org.distaff.metrics.factorvae.Votes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonElement;

class FactorVaeGoldenTest {

    static Stream<Golden> cases() {
        return Golden.all().filter(g -> g.arrays().containsKey("fv_first5_reps"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void votesOfGivenBatches(Golden golden) {
        double[] global = Golden.row(golden.element("protocol", "factor_vae_global_variances"));
        int[] active = active(golden);
        double[] batches = golden.arrays().get("fv_first5_reps").values();
        double[] expected = Golden.row(golden.element("protocol", "factor_vae_first20", "argmin_pruned_index"));
        for (int vote = 0; vote < 5; vote++) {
            double[] local = Variances.of(batches, global.length, vote * 64, 64);
            assertEquals((int) expected[vote], Variances.leastVarying(local, global, active), "vote " + vote);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void accuracyOfGivenVotes(Golden golden) {
        Votes train = votes(golden.element("protocol", "factor_vae_train_votes_[factor,argmin_in_pruned_index]"));
        Votes fresh = votes(golden.element("protocol", "factor_vae_eval_votes"));
        int[] classifier = train.classifier();
        // shares of the same counts: equal up to the last bit
        assertEquals(golden.number("protocol", "factor_vae", "train_accuracy"), train.accuracy(classifier), 1e-15);
        assertEquals(golden.number("protocol", "factor_vae", "eval_accuracy"), fresh.accuracy(classifier), 1e-15);
    }

    @Test
    void perfectCodesScoreOneAndNoiseChance() {
        Golden golden = Golden.load("s_identity");
        assertEquals(1, evaluate(golden.train()).values().get("score"), "holding a factor freezes its own latent");
        Representation perfect = golden.train();
        RandomGenerator random = RandomStreams.derive(3, "noise");
        double[] noise = IntStream.range(0, perfect.codes().length).mapToDouble(i -> random.nextGaussian()).toArray();
        Representation blind = new Representation(perfect.space(), perfect.latents(), noise, perfect.factors());
        // four factors: chance is 0.25; 2,000 votes have a standard error of 0.01, the majority of each latent adds a little,
        // and points of a table repeat within a batch
        assertEquals(0.25, evaluate(blind).values().get("score"), 0.08);
    }

    @Test
    void deadLatentsArePrunedAndTold() {
        Golden golden = Golden.load("s_collapsed");
        Scores scores = evaluate(golden.train());
        assertEquals(4, scores.values().get("active-latents"), "four coded latents, four of deviation 0.01 or 0");
        assertTrue(scores.warnings().get(0).contains("left out"));
        Representation points = golden.train();
        Representation dead = new Representation(points.space(), 2, new double[points.points() * 2], points.factors());
        assertEquals(0, evaluate(dead).values().get("score"));
    }

    @Test
    void tiesGoToTheFirst() {
        assertArrayEquals(new int[] {0, 1, 0}, new Votes(new int[][] {{2, 0, 0}, {2, 1, 0}}).classifier());
        assertEquals(1, Variances.leastVarying(new double[] {1, 0.5, 0.5}, new double[] {1, 1, 1}, new int[] {0, 1, 2}));
    }

    private static Scores evaluate(Representation points) {
        FactorVaeScore metric = new FactorVaeScore();
        Parameters parameters = Parameters.of(metric, Map.of("numTrain", 2000, "numEval", 2000, "numVariance", 1000));
        return metric.evaluate(new Evaluation(new Points(new CodeTable(points), 0), parameters, 1), Progress.NONE);
    }

    private static int[] active(Golden golden) {
        List<JsonElement> flags = golden.element("protocol", "factor_vae_active").getAsJsonArray().asList();
        return IntStream.range(0, flags.size()).filter(i -> flags.get(i).getAsBoolean()).toArray();
    }

    private static Votes votes(JsonElement matrix) {
        return new Votes(matrix.getAsJsonArray().asList().stream()
                .map(row -> java.util.Arrays.stream(Golden.row(row)).mapToInt(v -> (int) v).toArray())
                .toArray(int[][]::new));
    }
}
