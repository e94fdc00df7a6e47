package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.array.NpyArray;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.factorvae.BetaVaeScore;
import org.distaff.metrics.linear.LinearClassifier;
import org.distaff.metrics.linear.LogisticRegression;
import org.distaff.metrics.linear.OneVersusRest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BetaVaeScoreTest {

    private static final Map<String, Integer> FEW = Map.of("numTrain", 600, "numEval", 300);

    static Stream<String> cases() {
        return Golden.casesWithArray("bv_first5_reps");
    }

    static Stream<String> wellFilledTables() {
        return cases().filter(name -> name.startsWith("s_"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void featuresAreTheReferences(String name) {
        Golden golden = Golden.load(name);
        NpyArray reps = golden.arrays().get("bv_first5_reps");
        int pairs = reps.shape()[2];
        int latents = reps.shape()[3];
        double[] expected = golden.arrays().get("bv_train_x").values();
        for (int e = 0; e < reps.shape()[0]; e++) {
            double[] codes = new double[2 * pairs * latents];
            for (int p = 0; p < pairs; p++) {
                for (int side = 0; side < 2; side++) {
                    System.arraycopy(reps.values(), ((e * 2 + side) * pairs + p) * latents, codes,
                            (2 * p + side) * latents, latents);
                }
            }
            double[] features = new double[latents];
            BetaVaeScore.distances(codes, latents, 0, pairs, features, 0);
            // the reference averages in single precision; features reach 15
            assertArrayEquals(Arrays.copyOfRange(expected, e * latents, (e + 1) * latents), features, 5e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void accuracyOnTheReferencesExamplesIsTheReferences(String name) {
        Golden golden = Golden.load(name);
        double[] x = golden.arrays().get("bv_train_x").values();
        LinearClassifier classifier = new LogisticRegression(1).fit(x,
                golden.arrays().get("bv_train_x").shape()[1], labels(golden, "bv_train_y"), Progress.NONE);
        // the converged optimum of the same problem: points on a boundary may change sides
        assertEquals(golden.number("protocol", "beta_vae_converged_optimum", "eval"),
                classifier.accuracy(golden.arrays().get("bv_eval_x").values(), labels(golden, "bv_eval_y")), 0.005);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneVersusRestAccuraciesAreLiblinears(String name) {
        Golden golden = Golden.load(name);
        double[] x = golden.arrays().get("bv_train_x").values();
        int[] y = labels(golden, "bv_train_y");
        LinearClassifier classifier = OneVersusRest.fit(1, x, golden.arrays().get("bv_train_x").shape()[1], y,
                Progress.NONE);
        // LIBLINEAR stops at a tolerance of 1e-4: a point or two of 500 or 1,000 on a boundary may change sides
        assertEquals(golden.number("protocol", "beta_vae_legacy_liblinear_ovr", "train"), classifier.accuracy(x, y),
                0.003);
        assertEquals(golden.number("protocol", "beta_vae_legacy_liblinear_ovr", "eval"),
                classifier.accuracy(golden.arrays().get("bv_eval_x").values(), labels(golden, "bv_eval_y")), 0.005);
    }

    @Test
    void oneVersusRestIsAVariantOfTheScore() {
        Scores multinomial = Golden.load("s_rot").score(new BetaVaeScore(), FEW);
        Scores oneVersusRest = Golden.load("s_rot").score(new BetaVaeScore(),
                Map.of("numTrain", 600, "numEval", 300, "variant", "one-versus-rest"));
        // the same examples; overlapping factors tell the two apart (.592 and .566 in the reference's examples)
        assertNotEquals(multinomial.values().get("score"), oneVersusRest.values().get("score"));
        assertTrue(oneVersusRest.facts().get("variant").toString().startsWith("one-versus-rest"));
    }

    @ParameterizedTest
    @MethodSource("wellFilledTables")
    void scoreFromATableIsNearTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new BetaVaeScore(), FEW);
        // other random examples: two binomial standard errors of 300 and of 500 examples near ½ are 0.06 and 0.045
        assertEquals(golden.number("protocol", "beta_vae_converged_optimum", "eval"), scores.values().get("score"),
                0.09);
    }

    @Test
    void perfectCodesScoreOne() {
        // an identity code is told apart perfectly by the reference, too
        Scores scores = Golden.load("s_identity").score(new BetaVaeScore(), FEW);
        assertEquals(1.0, scores.values().get("score"));
        assertEquals(1.0, scores.values().get("train-accuracy"));
    }

    @Test
    void singleFactorIsUndefinedWithASentence() {
        Representation points = new Representation(Golden.space(2), 1, new double[] {0, 1}, new int[] {0, 1});
        Scores scores = Golden.score(new BetaVaeScore(), FEW, points, null);
        assertTrue(Double.isNaN(scores.values().get("score")));
        assertTrue(scores.warnings().get(0).contains("single factor"), scores.warnings().toString());
    }

    private static int[] labels(Golden golden, String array) {
        return Arrays.stream(golden.arrays().get(array).values()).mapToInt(v -> (int) v).toArray();
    }
}
