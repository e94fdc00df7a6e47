package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.comparison.Lasso;
import org.distaff.metrics.correlation.Correlation;
import org.junit.jupiter.api.Test;

class LassoTest {

    @Test
    void orthogonalFeaturesAreSoftThresholded() {
        // N = 4, orthogonal columns of squared length 4: w = soft(xᵀy / N, alpha), here soft(1, 0.3) and
        // soft(−0.2, 0.3)
        double[][] features = {{1, 1, -1, -1}, {1, -1, 1, -1}, {0, 0, 0, 0}};
        double[][] targets = {{0.8, 1.2, -1.2, -0.8}};
        Lasso lasso = Lasso.fit(features, targets, 0.3);
        assertTrue(lasso.converged());
        assertArrayEquals(new double[] {0.7}, lasso.weights()[0], 1e-15);
        assertEquals(0, lasso.weights()[1][0]);
        assertEquals(0, lasso.weights()[2][0], "a feature that is constant explains nothing");
    }

    @Test
    void theSolutionSatisfiesTheOptimalityConditions() {
        RandomGenerator random = RandomStreams.derive(11, "test/lasso");
        int points = 200;
        double[][] features = new double[6][];
        for (int a = 0; a < features.length; a++) {
            double[] column = random.doubles(points, -1, 1).toArray();
            for (int n = 0; a > 0 && n < points; n++) {
                column[n] += 0.7 * features[a - 1][n] * Math.sqrt(points); // strongly correlated with the one before
            }
            features[a] = Correlation.normalised(column);
        }
        Arrays.stream(features).forEach(f -> Arrays.setAll(f, n -> f[n] * Math.sqrt(points)));
        double[] target = new double[points];
        for (int n = 0; n < points; n++) {
            target[n] = 2 * features[1][n] - features[4][n] + random.nextGaussian();
        }
        double[] y = Correlation.normalised(target);
        Arrays.setAll(y, n -> y[n] * Math.sqrt(points));
        double alpha = 0.1;
        Lasso lasso = Lasso.fit(features, new double[][] {y}, alpha);
        assertTrue(lasso.converged());
        double[] residual = y.clone();
        for (int a = 0; a < features.length; a++) {
            for (int n = 0; n < points; n++) {
                residual[n] -= features[a][n] * lasso.weights()[a][0];
            }
        }
        for (int a = 0; a < features.length; a++) {
            double gradient = Correlation.dot(features[a], residual) / points;
            double weight = lasso.weights()[a][0];
            // Karush, Kuhn, Tucker: xᵀr / N = alpha sign(w), or at most alpha in size where w = 0. A gap of 10⁻⁴ N
            // bounds the objective; the gradient follows to about its square root, 10⁻²
            if (weight == 0) {
                assertTrue(Math.abs(gradient) <= alpha + 1e-2, a + ": " + gradient);
            } else {
                assertEquals(alpha * Math.signum(weight), gradient, 1e-2, "feature " + a);
            }
        }
    }
}
