package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.linear.LinearClassifier;
import org.distaff.metrics.linear.LogisticRegression;
import org.distaff.metrics.linear.RocCurve;
import org.distaff.metrics.linear.Standardiser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogisticRegressionTest {

    static Stream<String> cases() {
        return Golden.casesWithArray("bv_train_x");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheConvergedOptimum(String name) {
        Golden golden = Golden.load(name);
        double[] x = golden.arrays().get("bv_train_x").values();
        int[] y = Arrays.stream(golden.arrays().get("bv_train_y").values()).mapToInt(v -> (int) v).toArray();
        LinearClassifier fitted = new LogisticRegression(1, 1e-8, 10_000).fit(x,
                golden.arrays().get("bv_train_x").shape()[1], y, Progress.NONE);
        // the reference optimum has a gradient of about 4e-8 per point, on features that are not standardised
        double[][] expected = golden.matrix("protocol", "beta_vae_converged_optimum", "coef");
        for (int c = 0; c < expected.length; c++) {
            assertArrayEquals(expected[c], fitted.weights()[c], 0.01, "class " + c);
        }
        // softmax leaves a common shift of the intercepts free
        double[] intercepts = golden.vector("protocol", "beta_vae_converged_optimum", "intercept");
        for (int c = 0; c < intercepts.length; c++) {
            assertEquals(intercepts[c] - intercepts[0], fitted.intercepts()[c] - fitted.intercepts()[0], 0.01);
        }
        // a handful of the points lie on a boundary between classes
        assertEquals(golden.number("protocol", "beta_vae_converged_optimum", "train"), fitted.accuracy(x, y), 0.003);
    }

    @Test
    void manyPointsEndNearTheOptimum() {
        // 6,000 points, for which part of the way is gone with a fraction of them; classes overlap
        RandomGenerator random = RandomStreams.derive(0, "test/logistic-regression");
        int[] y = random.ints(6000, 0, 12).toArray();
        double[] x = new double[3 * y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i % 3 == 0 ? y[i / 3] / 4.0 : 0) + random.nextGaussian();
        }
        LinearClassifier quick = new LogisticRegression(1).fit(x, 3, y, Progress.NONE);
        LinearClassifier exact = new LogisticRegression(1, 1e-9, 10_000).fit(x, 3, y, Progress.NONE);
        double[][] found = quick.probabilities(x);
        double[][] expected = exact.probabilities(x);
        for (int n = 0; n < y.length; n++) {
            // a gradient of 2e-4 over curvatures of a few hundredths, in units of deviations
            assertArrayEquals(expected[n], found[n], 0.02, "point " + n);
        }
        assertEquals(exact.accuracy(x, y), quick.accuracy(x, y), 0.005);
    }

    @Test
    void featuresThatNearlyRepeatEachOtherAndRareOnesDoNotMislead() {
        // 6,000 points: features 0 and 1 differ by a hundredth; features 2 to 9 are 1 in one stretch of points each,
        // so that a fraction of the points hardly knows them
        RandomGenerator random = RandomStreams.derive(1, "test/logistic-regression");
        int[] y = random.ints(6000, 0, 4).toArray();
        double[] x = new double[10 * y.length];
        for (int n = 0; n < y.length; n++) {
            x[10 * n] = y[n] / 2.0 + random.nextGaussian();
            x[10 * n + 1] = x[10 * n] + 0.01 * random.nextGaussian();
            x[10 * n + 2 + n / 750] = n % 750 < 100 ? 1 : 0;
        }
        for (double inversePenalty : new double[] {1e-3, 1, 1e3}) {
            LinearClassifier quick = new LogisticRegression(inversePenalty).fit(x, 10, y, Progress.NONE);
            LinearClassifier exact = new LogisticRegression(inversePenalty, 1e-9, 10_000).fit(x, 10, y, Progress.NONE);
            double[][] found = quick.probabilities(x);
            double[][] expected = exact.probabilities(x);
            for (int n = 0; n < y.length; n++) {
                // the rare features' weights rest on 100 points, so that a gradient of 2e-4 moves them by tenths
                assertArrayEquals(expected[n], found[n], 0.05, "point " + n + ", C = " + inversePenalty);
            }
            // an excess of 1e-4 nats a point moves a handful of points over a boundary
            assertEquals(exact.accuracy(x, y), quick.accuracy(x, y), 0.005);
        }
    }

    @Test
    void areaUnderTheCurveCountsPairs() {
        // all pairs one by one, with many ties, and with the positives in the minority and in the majority
        RandomGenerator random = RandomStreams.derive(0, "test/roc");
        for (int odds : new int[] {2, 5}) {
            double[] scores = random.ints(200, -10, 10).asDoubleStream().map(v -> v / 4).toArray();
            int[] labels = random.ints(200, 0, odds).map(v -> Math.min(v, 1)).toArray();
            for (int positive = 0; positive < 2; positive++) {
                double wins = 0;
                int pairs = 0;
                for (int i = 0; i < scores.length; i++) {
                    for (int j = 0; j < scores.length; j++) {
                        if (labels[i] == positive && labels[j] != positive) {
                            wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                            pairs++;
                        }
                    }
                }
                // sums of halves are exact
                assertEquals(wins / pairs, RocCurve.area(scores, labels, positive), 0);
            }
        }
    }

    @Test
    void twoClassesAgreeWithTheConditionOfOptimality() {
        // one feature ±1 with opposite labels, N = 4: w = C Σ (y − p) x, that is w = 4 C / (1 + e^w)
        double[] x = {-1, -1, 1, 1};
        LinearClassifier fitted = new LogisticRegression(0.5, 1e-12, 1000).fit(x, 1, new int[] {3, 3, 8, 8},
                Progress.NONE);
        double w = fitted.weights()[0][0];
        // the loss is flat to rounding within the square root of the double precision
        assertEquals(2 / (1 + Math.exp(w)), w, 1e-7);
        assertEquals(0, fitted.intercepts()[0], 1e-7);
        assertArrayEquals(new int[] {3, 8}, fitted.predict(new double[] {-0.1, 0.1}));
        assertEquals(1 / (1 + Math.exp(-w)), fitted.probabilities(new double[] {1})[0][1], 1e-12);
    }

    @Test
    void areaUnderTheCurveAgreesWithHandCalculation() {
        // positives 0.8 and 0.4, negatives 0.4 and 0.1: wins 1, 1, ½, 1 out of 4
        assertEquals(3.5 / 4, RocCurve.area(new double[] {0.8, 0.4, 0.4, 0.1}, new int[] {1, 1, 0, 0}, 1), 1e-15);
        assertTrue(Double.isNaN(RocCurve.area(new double[] {0.8, 0.4}, new int[] {1, 1}, 1)));
    }

    @Test
    void standardisingLeavesConstantsOut() {
        // feature 0: mean 2, deviation 1; feature 1: 0.1 has no exact mean in binary, but is constant
        Standardiser standardiser = Standardiser.of(new double[] {1, 0.1, 3, 0.1, 1, 0.1, 3, 0.1}, 2);
        assertArrayEquals(new double[] {1, 0}, standardiser.deviations());
        assertArrayEquals(new double[] {3}, standardiser.apply(new double[] {5, 7}));
    }
}
