package org.distaff.metrics.comparison;

import java.util.Arrays;

import org.distaff.metrics.correlation.Correlation;

/**
 * Linear regressions with an absolute penalty: w minimises 1/(2N) ‖y − X w‖² + α ‖w‖₁, for every target on its own.
 * Solved by cyclic coordinate descent on the Gram matrix (Friedman, Hastie and Tibshirani, Regularization Paths for
 * Generalized Linear Models via Coordinate Descent, Journal of Statistical Software 2010, section 2) until the duality
 * gap is at most 10⁻⁴ yᵀy.
 *
 * @param weights   {@code features × targets}
 * @param converged whether the gap was reached within 1000 rounds for every target
 */
public record Lasso(double[][] weights, boolean converged) {

    private static final double TOLERANCE = 1e-4;
    private static final int ROUNDS = 1000;

    /**
     * Fits all targets. The intercept is 0, because all columns have mean 0.
     *
     * @param features columns of N values with mean 0; a column of zeros gets weight 0
     * @param targets  columns of N values with mean 0
     * @param alpha    weight of the penalty, at least 0
     */
    public static Lasso fit(double[][] features, double[][] targets, double alpha) {
        double[][] gram = new double[features.length][features.length];
        for (int a = 0; a < features.length; a++) {
            for (int b = 0; b <= a; b++) {
                gram[a][b] = Correlation.dot(features[a], features[b]);
                gram[b][a] = gram[a][b];
            }
        }
        double[][] weights = new double[features.length][targets.length];
        boolean converged = true;
        for (int t = 0; t < targets.length; t++) {
            double[] target = targets[t];
            Descent descent = new Descent(gram,
                    Arrays.stream(features).mapToDouble(f -> Correlation.dot(f, target)).toArray(),
                    Correlation.dot(target, target), alpha * target.length);
            converged &= descent.run();
            for (int a = 0; a < features.length; a++) {
                weights[a][t] = descent.weights[a];
            }
        }
        return new Lasso(weights, converged);
    }

    /** One target: minimises ½ ‖y − X w‖² + penalty ‖w‖₁, which is N times the objective. */
    private static final class Descent {

        private final double[][] gram;
        private final double[] products;
        private final double square;
        private final double penalty;
        private final double[] weights;
        /** Xᵀ(y − X w), kept up to date. */
        private final double[] correlations;

        Descent(double[][] gram, double[] products, double square, double penalty) {
            this.gram = gram;
            this.products = products;
            this.square = square;
            this.penalty = penalty;
            this.weights = new double[products.length];
            this.correlations = products.clone();
        }

        boolean run() {
            for (int round = 0; round < ROUNDS; round++) {
                double largest = 0;
                double change = 0;
                for (int a = 0; a < weights.length; a++) {
                    change = Math.max(change, Math.abs(step(a)));
                    largest = Math.max(largest, Math.abs(weights[a]));
                }
                if ((largest == 0 || change / largest < TOLERANCE) && gap() <= TOLERANCE * square) {
                    return true;
                }
            }
            return gap() <= TOLERANCE * square;
        }

        /** Minimises along one weight and returns by how much it changed. */
        private double step(int a) {
            if (gram[a][a] == 0) {
                return 0;
            }
            double alone = correlations[a] + gram[a][a] * weights[a];
            double change = Math.signum(alone) * Math.max(Math.abs(alone) - penalty, 0) / gram[a][a] - weights[a];
            if (change != 0) {
                weights[a] += change;
                for (int b = 0; b < weights.length; b++) {
                    correlations[b] -= gram[a][b] * change;
                }
            }
            return change;
        }

        /** Primal minus dual objective at the residual, scaled into the dual's domain. */
        private double gap() {
            double residualTarget = square - Correlation.dot(products, weights);
            double residual = residualTarget - Correlation.dot(correlations, weights);
            double steepest = Arrays.stream(correlations).map(Math::abs).max().orElse(0);
            double scale = steepest > penalty ? penalty / steepest : 1;
            double norm = Arrays.stream(weights).map(Math::abs).sum();
            return residual * (1 + scale * scale) / 2 + penalty * norm - scale * residualTarget;
        }
    }
}
