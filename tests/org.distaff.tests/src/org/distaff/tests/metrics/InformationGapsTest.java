package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.metrics.information.DciMutualInformationGap;
import org.distaff.metrics.information.JointEntropyMutualInformationGap;
import org.distaff.metrics.information.MutualInformationGap;
import org.distaff.metrics.information.MutualInformationGapSupplement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * MIG-sup, DCIMIG, JEMMIG and their MIG against the code of Zaidi et al., Measuring Disentanglement: A Review of
 * Metrics, 2020, run on codes in double precision with discrete factors. It computes in bits; all scores here are
 * quotients.
 */
class InformationGapsTest {

    /** Only rounding differs. */
    private static final double ROUNDING = 1e-9;

    static Stream<String> cases() {
        return Golden.casesWith("ubisoft");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void dcimigIsTheReviews(String name) {
        agree(name, "dcimig", new DciMutualInformationGap(), Map.of());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void jemmigIsTheReviews(String name) {
        agree(name, "jemmig", new JointEntropyMutualInformationGap(), Map.of());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void migSupNormalisedByLatentsIsTheReviews(String name) {
        agree(name, "mig_sup", new MutualInformationGapSupplement(), Map.of("normalisation", "latent"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void migOfTheReviewIsItsCodes(String name) {
        Golden golden = Golden.load(name);
        for (String block : new String[] {"cont10", "disc10", "disc20"}) {
            double expected = golden.number("ubisoft", "mig_" + block);
            var scores = golden.score(new MutualInformationGap(), Map.of("variant", "ubisoft", "binFactors",
                    block.startsWith("cont"), "reviewBins", Integer.parseInt(block.substring(4))));
            double score = scores.values().get("score");
            assertEquals(Double.isNaN(expected), scores.warnings().toString().contains("undefined"), name);
            if (Double.isNaN(expected)) {
                assertTrue(score >= 0 && score <= 1, name); // constant latents count 0 here
            } else {
                assertEquals(expected, score, ROUNDING, block);
            }
        }
    }

    @Test
    void dentBinsFactorsLikeCodes() {
        // the code is the factor of 40 values: in 20 bins of two values each both are the same variable
        int[] values = java.util.stream.IntStream.range(0, 40).toArray();
        double[] codes = new double[80];
        java.util.Arrays.setAll(codes, i -> i % 2 == 0 ? i / 2 : 0);
        Representation points = new Representation(Golden.space(40), 2, codes, values);
        assertEquals(1, Golden.score(new MutualInformationGap(), Map.of("variant", "dent"), points, null).values()
                .get("score"), 1e-12);
        // with the factor as it is, the code's 20 bins tell ln 20 of ln 40
        assertEquals(Math.log(20) / Math.log(40), Golden.score(new MutualInformationGap(),
                Map.of("variant", "dent", "binFactors", false), points, null).values().get("score"), 1e-12);
    }

    @Test
    void migCountsOnlyTheNamedFactors() {
        Representation coins = new Representation(Golden.space(2, 2), 2, new double[] {0, 0, 0, 0, 1, 0, 1, 0},
                new int[] {0, 0, 0, 1, 1, 0, 1, 1});
        assertEquals(0.5, Golden.score(new MutualInformationGap(), Map.of(), coins, null).values().get("score"), 1e-12);
        assertEquals(1, Golden.score(new MutualInformationGap(), Map.of("factors", "factor0"), coins, null).values()
                .get("score"), 1e-12);
        Problem problem = assertThrows(Problem.class,
                () -> Golden.score(new MutualInformationGap(), Map.of("factors", "factor0,factor3"), coins, null));
        assertTrue(problem.getMessage().startsWith(
                "mig: 'factors' names 'factor3', but the factors are factor0, factor1."), problem.getMessage());
    }

    private static void agree(String name, String block, Metric metric, Map<String, Object> parameters) {
        Golden golden = Golden.load(name);
        // the review's bins of codes and, if it calls them continuous, of factors
        for (String kind : new String[] {"cont10", "disc10", "disc20"}) {
            Map<String, Object> all = new java.util.HashMap<>(parameters);
            all.put("bins", Integer.parseInt(kind.substring(4)));
            all.put("binFactors", kind.startsWith("cont"));
            double expected = golden.number("ubisoft", block + "_" + kind);
            var scores = golden.score(metric, all);
            double score = scores.values().get("score");
            assertEquals(Double.isNaN(expected), scores.warnings().toString().contains("undefined"), name);
            if (Double.isNaN(expected)) {
                // constant latents: the review divides by their entropy, here they count 0
                assertTrue(score >= 0 && score <= 1, name);
            } else if (block.equals("jemmig") && name.equals("s_dupnoisy")) {
                // two latents determine each factor: rounding chooses there, the smaller joint entropy here
                assertTrue(score >= expected - ROUNDING, name);
            } else {
                assertEquals(expected, score, ROUNDING, kind);
            }
        }
    }

    @Test
    void perfectCodesScoreAsTheFormulasSay() {
        // two independent fair coins, coded exactly: every gap is ln 2 and every entropy ln 2
        Representation coins = new Representation(Golden.space(2, 2), 2, new double[] {0, 0, 0, 1, 1, 0, 1, 1},
                new int[] {0, 0, 0, 1, 1, 0, 1, 1});
        Map<String, Integer> bins = Map.of("bins", 2);
        assertEquals(1, Golden.score(new DciMutualInformationGap(), bins, coins, null).values().get("score"), 1e-12);
        assertEquals(1, Golden.score(new MutualInformationGapSupplement(), bins, coins, null).values().get("score"),
                1e-12);
        // H(z, y) = ln 2 and I = ln 2
        assertEquals(0, Golden.score(new JointEntropyMutualInformationGap(), bins, coins, null).values().get("raw"),
                1e-12);
    }

    @ParameterizedTest
    @ValueSource(classes = {DciMutualInformationGap.class, MutualInformationGapSupplement.class,
        JointEntropyMutualInformationGap.class})
    void undefinedScoresAreNanWithASentence(Class<? extends Metric> type) throws ReflectiveOperationException {
        Representation one = new Representation(Golden.space(2), 1, new double[] {0, 1}, new int[] {0, 1});
        var scores = Golden.score(type.getConstructor().newInstance(), Map.of(), one, null);
        assertTrue(Double.isNaN(scores.values().get("score")));
        assertEquals(1, scores.warnings().size());
    }
}
