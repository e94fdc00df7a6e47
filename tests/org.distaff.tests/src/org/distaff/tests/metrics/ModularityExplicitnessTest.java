package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.information.Modularity;
import org.distaff.metrics.linear.ModularityExplicitness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModularityExplicitnessTest {

    static Stream<String> cases() {
        return Arrays.stream(Golden.CASES);
    }

    static Stream<String> explicitCases() {
        return Golden.casesWith("f64", "explicitness");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void modularityIsTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new ModularityExplicitness(), Map.of());
        // both in double; only rounding differs
        assertEquals(golden.number("f64", "mi", "modularity"), scores.values().get("modularity"), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("explicitCases")
    void explicitnessIsTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new ModularityExplicitness(), Map.of());
        // the reference stops its solver after at most 100 steps, which leaves the area uncertain by 1e-3
        assertEquals(golden.number("f64", "explicitness", "train"), scores.values().get("explicitness-train"), 1e-3);
        assertEquals(golden.number("f64", "explicitness", "test"), scores.values().get("explicitness-test"), 1e-3);
        assertArrayEquals(golden.vector("f64", "explicitness", "test_per_factor"),
                scores.matrices().get("explicitness").values()[1], 3e-3);
        assertArrayEquals(golden.vector("f64", "explicitness", "train_per_factor"),
                scores.matrices().get("explicitness").values()[0], 3e-3);
        assertEquals(java.util.List.of(), scores.warnings());
    }

    @Test
    void constantLatentsAreLeftOutWithASentence() {
        // the reference raises here; the four coded latents tell every factor apart, so chance is far away
        Scores scores = Golden.load("s_collapsed").score(new ModularityExplicitness(), Map.of());
        assertTrue(scores.values().get("explicitness-test") > 0.95, scores.values().toString());
        assertTrue(scores.warnings().get(0).contains("constant"), scores.warnings().toString());
    }

    @Test
    void valuesMissingFromTheTestPointsAreLeftOutWithASentence() {
        Golden golden = Golden.load("s_identity");
        Representation one = golden.test().slice(0, 3);
        Scores scores = Golden.score(new ModularityExplicitness(), Map.of(), golden.train(), one);
        assertTrue(scores.warnings().stream().anyMatch(w -> w.contains("missing")), scores.warnings().toString());
        // identity codes are linearly separable, so each value that is there is found
        assertEquals(1.0, scores.values().get("explicitness-test"), 1e-9);
    }

    static Stream<String> reviewed() {
        return Golden.casesWith("ubisoft");
    }

    @ParameterizedTest
    @MethodSource("reviewed")
    void modularityWithoutIgnorantLatentsIsTheReviews(String name) {
        // the code of Zaidi et al., Measuring Disentanglement: A Review of Metrics, 2020, with discrete and with
        // binned factors; it has no number when a latent knows nothing, here such latents are left out; only rounding
        // differs
        Golden golden = Golden.load(name);
        for (String kind : new String[] {"cont10", "disc10", "disc20"}) {
            double expected = golden.number("ubisoft", "modularity_" + kind);
            Scores scores = golden.score(new ModularityExplicitness(), java.util.Map.of("bins",
                    Integer.parseInt(kind.substring(4)), "binFactors", kind.startsWith("cont"), "variant", "ubisoft"));
            double[] perLatent = scores.matrices().get("modularity").values()[0];
            if (Double.isNaN(expected)) {
                assertTrue(Arrays.stream(perLatent).anyMatch(Double::isNaN), name);
                assertEquals(Arrays.stream(perLatent).filter(m -> !Double.isNaN(m)).average().orElseThrow(),
                        scores.values().get("modularity"), name);
            } else {
                assertEquals(expected, scores.values().get("modularity"), 1e-9, name);
            }
        }
    }

    @Test
    void modularityAgreesWithHandCalculation() {
        // (2, 1, 0): 1 − 1 / (4 · 2) = 0.875; nothing known: 0; one factor only: 1
        assertArrayEquals(new double[] {0.875, 0, 1},
                Modularity.perLatent(new double[][] {{2, 1, 0}, {0, 0, 0}, {0, 3, 0}}), 1e-15);
    }
}
