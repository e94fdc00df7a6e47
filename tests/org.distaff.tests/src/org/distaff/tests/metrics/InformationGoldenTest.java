package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.information.Bins;
import org.distaff.metrics.information.ModularityExplicitness;
import org.distaff.metrics.information.MutualInformation;
import org.distaff.metrics.information.MutualInformationGap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mutual information, its gap, modularity and explicitness against the reference implementation. */
class InformationGoldenTest {

    /** Sums of a few thousand terms in double precision, in another order than numpy's. */
    private static final double EXACT = 1e-9;

    static Stream<Golden> cases() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mutualInformation(Golden golden) {
        Representation train = golden.train();
        MutualInformation information = MutualInformation.of(train, 20);
        for (int d = 0; d < train.latents(); d++) {
            assertArrayEquals(Golden.row(golden.element("f64", "mi", "mi_matrix").getAsJsonArray().get(d)),
                    information.matrix()[d], EXACT);
        }
        assertArrayEquals(Golden.row(golden.element("f64", "mi", "factor_entropy")), information.entropy(), EXACT);
    }

    static Stream<Golden> labelled() {
        return Golden.all().filter(g -> g.arrays().containsKey("disc_train_f32"));
    }

    @ParameterizedTest
    @MethodSource("labelled")
    void binsAreTheReferencesLabels(Golden golden) {
        int[][] bins = Bins.of(golden.train(), 20);
        double[] labels = golden.arrays().get("disc_train_f32").values();
        long differing = 0;
        for (int i = 0; i < labels.length; i++) {
            differing += bins[i % bins.length][i / bins.length] + 1 == (int) labels[i] ? 0 : 1; // the reference counts from 1
        }
        assertEquals(golden.number("discretised_cells_differing_f32_vs_f64"), differing,
                "the labels were made in single precision; the reference says how many differ in double");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gap(Golden golden) {
        Scores scores = golden.score(new MutualInformationGap());
        assertEquals(golden.number("f64", "mi", "mig"), scores.values().get("score"), EXACT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void modularityAndExplicitness(Golden golden) {
        Scores scores = golden.score(new ModularityExplicitness());
        assertEquals(golden.number("f64", "mi", "modularity"), scores.values().get("modularity"), EXACT);
        if (golden.has("f64", "explicitness", "test")) {
            // the reference stops its optimiser after 100 steps, ours converges
            assertEquals(golden.number("f64", "explicitness", "train"), scores.values().get("explicitness-train"), 1e-3);
            assertEquals(golden.number("f64", "explicitness", "test"), scores.values().get("explicitness-test"), 1e-3);
        } else {
            assertFalse(Double.isNaN(scores.values().get("explicitness-test")));
            assertTrue(scores.warnings().stream().anyMatch(w -> w.contains("reference is undefined")));
        }
    }

    @Test
    void aFactorWithOneValueLeavesTheGapUndefined() {
        FactorSpace space = new FactorSpace(List.of(new Factor("a", 2, FactorKind.NOMINAL),
                new Factor("constant", 1, FactorKind.NOMINAL)));
        Representation points = new Representation(space, 2, new double[] {0, 1, 1, 0, 0, 0, 1, 1},
                new int[] {0, 0, 1, 0, 0, 0, 1, 0});
        Scores scores = Golden.score(new MutualInformationGap(), points, points);
        assertTrue(Double.isNaN(scores.values().get("score")));
        assertTrue(scores.warnings().get(0).contains("'constant'"));
    }

    @Test
    void perfectAndDuplicatedCodes() {
        FactorSpace space = new FactorSpace(List.of(new Factor("a", 2, FactorKind.NOMINAL),
                new Factor("b", 2, FactorKind.NOMINAL)));
        int[] factors = {0, 0, 0, 1, 1, 0, 1, 1};
        // each latent is a factor, all four combinations once: gaps of ln 2 / ln 2
        Representation perfect = new Representation(space, 2, new double[] {0, 0, 0, 1, 1, 0, 1, 1}, factors);
        assertEquals(1, Golden.score(new MutualInformationGap(), perfect, perfect).values().get("score"), 1e-12);
        // both latents are factor a: no gap for a, nothing known of b
        Representation twice = new Representation(space, 2, new double[] {0, 0, 0, 0, 1, 1, 1, 1}, factors);
        assertEquals(0, Golden.score(new MutualInformationGap(), twice, twice).values().get("score"), 1e-12);
    }
}
