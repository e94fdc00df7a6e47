package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.information.Contingency;
import org.distaff.metrics.information.EqualWidthBins;
import org.distaff.metrics.information.MutualInformation;
import org.distaff.metrics.information.MutualInformationGap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutualInformationGapTest {

    /** Reference and product both compute in double; only the order of summation differs. */
    private static final double ROUNDING = 1e-9;

    static Stream<String> cases() {
        return Arrays.stream(Golden.CASES);
    }

    static Stream<String> binnedCases() {
        return Golden.casesWithArray("disc_train_f32");
    }

    @ParameterizedTest
    @MethodSource("binnedCases")
    void binsAreTheReferencesBins(String name) {
        Golden golden = Golden.load(name);
        Representation train = golden.train();
        // numpy.digitize counts from 1
        short[][] labels = EqualWidthBins.of(train, 20).labels();
        double[] expected = golden.arrays().get("disc_train_f32").values();
        for (int d = 0; d < labels.length; d++) {
            for (int n = 0; n < train.points(); n++) {
                assertEquals(expected[n * train.latents() + d] - 1, labels[d][n], "latent " + d + ", point " + n);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void informationIsTheReferences(String name) {
        Golden golden = Golden.load(name);
        MutualInformation information = MutualInformation.of(golden.train(), 20);
        double[][] expected = golden.matrix("f64", "mi", "mi_matrix");
        for (int d = 0; d < expected.length; d++) {
            assertArrayEquals(expected[d], information.matrix()[d], ROUNDING);
        }
        assertArrayEquals(golden.vector("f64", "mi", "factor_entropy"), information.factorEntropies(), ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gapIsTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new MutualInformationGap(), Map.of());
        assertEquals(golden.number("f64", "mi", "mig"), scores.values().get("score"), ROUNDING);
        assertArrayEquals(golden.vector("f64", "mi", "mig_per_factor"), scores.matrices().get("factors").values()[1],
                ROUNDING);
        assertEquals(java.util.List.of(), scores.warnings());
    }

    @Test
    void constantLabelsTellExactlyNothing() {
        // an information of 1e-17 would make a dead latent look perfectly modular
        int[] varied = IntStream.range(0, 1000).map(n -> n * n % 7).toArray();
        assertEquals(0.0, new Contingency(new int[1000], 20, varied, 7).mutualInformation());
        assertEquals(0.0, new Contingency(varied, 7, new int[1000], 1).mutualInformation());
    }

    @Test
    void entropiesAgreeWithClosedForms() {
        // four equally likely pairs of two fair coins: H = ln 2 each, ln 4 jointly, no information
        Contingency coins = new Contingency(new int[] {0, 0, 1, 1}, 2, new int[] {0, 1, 0, 1}, 2);
        assertEquals(Math.log(2), coins.rowEntropy(), 1e-15);
        assertEquals(Math.log(4), coins.jointEntropy(), 1e-15);
        assertEquals(0, coins.mutualInformation(), 1e-15);
    }

    @Test
    void maximumLiesInTheLastBinAndEdgesInTheNext() {
        // edges 0, 1, 2, 3, 4: each value on an edge belongs to the bin that begins there
        assertArrayEquals(new int[] {0, 1, 2, 3, 3, 0, 3}, EqualWidthBins.labels(
                new double[] {0, 1, 2, 3, 4, 0.999, 3.5}, 4));
        assertArrayEquals(new int[] {10, 10}, EqualWidthBins.labels(new double[] {5, 5}, 20));
    }

    @Test
    void undefinedGapsAreNanWithASentence() {
        Representation oneLatent = new Representation(Golden.space(2), 1, new double[] {0, 1, 0, 1},
                new int[] {0, 1, 0, 1});
        Scores scores = Golden.score(new MutualInformationGap(), Map.of(), oneLatent, null);
        assertTrue(Double.isNaN(scores.values().get("score")));
        assertEquals(1, scores.warnings().size());

        Representation constantFactor = new Representation(Golden.space(3), 2, new double[] {0, 1, 1, 0, 1, 1},
                new int[] {2, 2, 2});
        Scores constant = Golden.score(new MutualInformationGap(), Map.of(), constantFactor, null);
        assertTrue(Double.isNaN(constant.values().get("score")));
        assertTrue(constant.warnings().get(0).contains("'factor0'"), constant.warnings().get(0));
    }

    @Test
    void codesOfADivergedModelAreRefusedByName() {
        Representation diverged = new Representation(Golden.space(2), 2,
                new double[] {0, 1, 1, Double.NaN, 1, 1}, new int[] {0, 1, 1});
        Problem problem = assertThrows(Problem.class,
                () -> Golden.score(new MutualInformationGap(), Map.of(), diverged, null));
        assertTrue(problem.getMessage().contains("point 1, latent z1"), problem.getMessage());
    }
}
