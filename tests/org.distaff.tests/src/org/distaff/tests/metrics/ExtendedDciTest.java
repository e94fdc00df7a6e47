package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.importance.DisentanglementCompletenessInformativeness;
import org.distaff.metrics.importance.ExtendedDci;
import org.distaff.metrics.importance.LossCapacity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedDciTest {

    @Test
    void explicitnessOfCurvesIsTheReferences() {
        // Eastwood et al.'s own code on two curves with capacities from 1 to 5 and baseline 1
        Golden golden = Golden.load("x_misc");
        double[][] capacities = golden.matrix("dci_es_explicitness", "capacity");
        double[][] losses = golden.matrix("dci_es_explicitness", "loss");
        for (int c = 0; c < 2; c++) {
            assertEquals(golden.number("dci_es_explicitness", "E", "c" + c),
                    LossCapacity.of(capacities[c], losses[c]).explicitness(1, 5, 1), 1e-12, "rounding only");
        }
    }

    @Test
    void closedFormsOfExplicitness() {
        double[] capacities = {0, 1, 2};
        assertEquals(0, LossCapacity.of(capacities, new double[] {0.8, 0.4, 0}).explicitness(0, 2, 0.8), 1e-15);
        assertEquals(1, LossCapacity.of(capacities, new double[] {0, 0, 0}).explicitness(0, 2, 0.8));
        // falls only at the end: area (0.8 + 0.4) of 1.6, E = 1 − 2 · 1.2 / 1.6
        assertEquals(-0.5, LossCapacity.of(capacities, new double[] {0.8, 0.8, 0}).explicitness(0, 2, 0.8), 1e-15);
        assertArrayEquals(new double[] {0.5, 0.5, 0.2},
                LossCapacity.of(capacities, new double[] {0.5, 0.6, 0.2}).losses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"random-forest", "boosted-trees"})
    void sharesItsPredictorsWithDci(String probe) {
        Golden golden = Golden.load("s_noisyperm");
        Scores extended = golden.score(new ExtendedDci(), Map.of("probe", probe));
        Scores dci = golden.score(new DisentanglementCompletenessInformativeness(), Map.of("estimator", probe));
        dci.values().forEach((name, value) -> assertEquals(value, extended.values().get(name), name));
        assertEquals(4.0 / golden.train().latents(), extended.values().get("size"));
        double[][] losses = extended.matrices().get("loss-capacity").values();
        // ascending capacities, running minimum; the most frequent of 4 values is wrong on 3/4 but for chance
        assertEquals(32, losses.length);
        assertTrue(losses[0][0] >= losses[31][0]);
        assertEquals(0.75, extended.matrices().get("explicitness").values()[1][0], 0.06, "3 · √(3/16 / 500)");
    }

    @Test
    void aStumpThatKnowsAllIsFullyExplicit() {
        // a coin coded exactly: one split suffices, so the curve is 0 throughout; half of the points are the baseline
        Representation coin = new Representation(Golden.space(2), 2, new double[] {0, 7, 1, 7, 0, 7, 1, 7},
                new int[] {0, 1, 0, 1});
        Scores scores = Golden.score(new ExtendedDci(), Map.of("probe", "boosted-trees", "axis", "logarithmic"), coin,
                coin);
        assertEquals(1.0, scores.values().get("explicitness"));
        assertEquals(0.5, scores.values().get("size"));
        assertEquals(0.5, scores.matrices().get("explicitness").values()[1][0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "fourier-features"})
    void aCoinCodedExactlyNeedsTheSmallestCapacity(String probe) {
        // two values of one code: a single hidden unit or cosine separates them, so the curve is 0 throughout
        Representation coin = coins(false);
        Scores scores = Golden.score(new ExtendedDci(), Map.of("probe", probe, "capacity", 4), coin, coin);
        assertEquals(1.0, scores.values().get("explicitness"), 0);
        assertEquals(0.0, scores.matrices().get("loss-capacity").values()[0][0], 0);
        assertEquals(3, scores.matrices().get("loss-capacity").values().length, "capacities 1, 2 and 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "fourier-features"})
    void exclusiveOrNeedsMoreThanTheSmallestCapacity(String probe) {
        // one tangent of a·x + b·y is monotonic along a direction and errs on at least one corner of four, so width 1
        // has a loss of at least 1/4; 16 units or cosines separate four corners
        Representation xor = coins(true);
        Map<String, Object> parameters = Map.of("probe", probe, "capacity", 16);
        Scores scores = Golden.score(new ExtendedDci(), parameters, xor, xor);
        double[][] losses = scores.matrices().get("loss-capacity").values();
        assertEquals(0.0, losses[losses.length - 1][0], 0, "the largest capacity");
        if (probe.equals("network")) {
            assertTrue(losses[0][0] >= 0.25, "the smallest capacity: " + losses[0][0]);
            assertTrue(scores.values().get("explicitness") < 1);
        }
        assertEquals(scores.values(), Golden.score(new ExtendedDci(), parameters, xor, xor).values(), "same seed");
    }

    /** 200 points of two fair coins; the factor is the first of them, or whether they differ. */
    private static Representation coins(boolean exclusive) {
        double[] codes = new double[400];
        int[] factors = new int[200];
        for (int n = 0; n < 200; n++) {
            codes[2 * n] = n % 2;
            codes[2 * n + 1] = n / 2 % 2;
            factors[n] = exclusive ? n % 2 ^ n / 2 % 2 : n % 2;
        }
        return new Representation(Golden.space(2), 2, codes, factors);
    }
}
