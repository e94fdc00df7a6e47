package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.linear.Lasso;
import org.distaff.metrics.linear.LinearPredictor;
import org.distaff.metrics.linear.Standardiser;
import org.junit.jupiter.api.Test;

class LassoTest {

    @Test
    void orthogonalFeaturesGetSoftThresholdedWeights() {
        // columns (1, 1, −1, −1) and (1, −1, 1, −1) plus offsets; y = 3 a + 0.2 b + 5: least squares (3, 0.2), and
        // α = 0.5 takes 0.5 from each, but not below 0, because ‖column‖² / N = 1
        double[] rows = {11, 1, 11, -1, 9, 1, 9, -1};
        double[] target = {8.2, 7.8, 2.2, 1.8};
        LinearPredictor fitted = new Lasso(0.5).fit(rows, 2, target, Progress.NONE);
        assertArrayEquals(new double[] {2.5, 0}, fitted.weights(), 1e-12, "closed form, rounding only");
        assertEquals(5 - 2.5 * 10, fitted.intercept(), 1e-12);
        assertArrayEquals(new double[] {7.5, 7.5, 2.5, 2.5}, fitted.predict(rows), 1e-12);
    }

    @Test
    void weightsAreNearlyOptimalOnDependentFeatures() {
        int points = 300;
        int features = 6;
        double penalty = 0.05;
        var random = RandomStreams.derive(1, "lasso-test");
        double[] rows = new double[points * features];
        double[] target = new double[points];
        for (int n = 0; n < points; n++) {
            double shared = random.nextGaussian();
            for (int f = 0; f < features; f++) {
                rows[n * features + f] = shared + random.nextGaussian();
            }
            target[n] = 2 * rows[n * features] - rows[n * features + 3] + random.nextGaussian();
        }
        double[] weights = new Lasso(penalty).fit(rows, features, target, Progress.NONE).weights();
        double value = objective(rows, features, target, weights, penalty);
        double nothing = objective(rows, features, target, new double[features], penalty);
        // the duality gap is at most 1e-4 ‖y‖² / N, which is 2e-4 of the objective at zero; moving any weight gains
        // no more than that
        for (int f = 0; f < features; f++) {
            for (double step : new double[] {-0.1, -0.01, 0.01, 0.1}) {
                double[] moved = weights.clone();
                moved[f] += step;
                assertTrue(value <= objective(rows, features, target, moved, penalty) + 2e-4 * nothing);
            }
        }
        assertEquals(0, weights[1], 0.1, "no influence; noise of 1/√300");
        assertEquals(2, weights[0], 0.2, "2, shrunk, with noise of 1/√300");
    }

    @Test
    void weightsBetweenModelsAreTheReferences() {
        // scikit-learn 1.9.1's Lasso(alpha=0.1) from the standardised live latents of one model to those of another;
        // both stop within a duality gap, which leaves weights uncertain by 1e-3
        Golden golden = Golden.load("x_udr");
        double[] from = live(golden, 2);
        double[] to = live(golden, 3);
        double[][] expected = golden.matrix("lasso", "corr_2_3");
        for (int b = 0; b < 10; b++) {
            int target = b;
            double[] weights = new Lasso(0.1).fit(from, 10,
                    IntStream.range(0, 1000).mapToDouble(n -> to[n * 10 + target]).toArray(), Progress.NONE).weights();
            for (int a = 0; a < 10; a++) {
                assertEquals(expected[a][b], Math.abs(weights[a]), 1e-3, a + " " + b);
            }
        }
    }

    /** Codes of a model with mean 0 and variance 1; 0 for latents that diverge from the prior by at most 0.01 nats. */
    private static double[] live(Golden golden, int model) {
        double[] codes = golden.arrays().get("rep" + model).values();
        double[] divergences = golden.arrays().get("kl" + model).values();
        Standardiser scale = Standardiser.of(codes, 10);
        double[] live = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            int d = i % 10;
            live[i] = divergences[d] > 0.01 ? (codes[i] - scale.means()[d]) / scale.deviations()[d] : 0;
        }
        return live;
    }

    @Test
    void constantFeaturesAndTargetsHaveNoWeight() {
        double[] rows = {0.1, 1, 0.1, 2, 0.1, 4};
        assertEquals(0, new Lasso(0.01).fit(rows, 2, new double[] {1, 2, 4}, Progress.NONE).weights()[0]);
        LinearPredictor flat = new Lasso(0.01).fit(rows, 2, new double[] {0.7, 0.7, 0.7}, Progress.NONE);
        assertArrayEquals(new double[2], flat.weights());
        assertEquals(0.7, flat.intercept());
    }

    /** ‖y − Xw − b‖² / 2N + α ‖w‖₁ with the best intercept. */
    private static double objective(double[] rows, int features, double[] target, double[] weights, double penalty) {
        double[] errors = new LinearPredictor(weights, 0, true).predict(rows);
        double mean = 0;
        for (int n = 0; n < target.length; n++) {
            errors[n] = target[n] - errors[n];
            mean += errors[n] / target.length;
        }
        double sum = 0;
        for (double error : errors) {
            sum += (error - mean) * (error - mean) / (2 * target.length);
        }
        for (double weight : weights) {
            sum += penalty * Math.abs(weight);
        }
        return sum;
    }
}
