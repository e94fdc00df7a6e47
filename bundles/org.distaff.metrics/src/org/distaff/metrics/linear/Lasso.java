package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.core.progress.Progress;

/**
 * Linear regression with an absolute penalty: minimises ‖y − Xw − b‖² / 2N + α ‖w‖₁ over weights w and an unpenalised
 * intercept b. Tibshirani, Regression Shrinkage and Selection via the Lasso, JRSS B 1996; solved by cyclic coordinate
 * descent (Friedman, Hastie and Tibshirani, Regularization Paths for Generalized Linear Models via Coordinate Descent,
 * Journal of Statistical Software 2010, section 2).
 *
 * <p>Objective, start at zero and stopping rule are those of scikit-learn's Lasso: once no weight of a round changed by
 * more than 1e-4 of the largest, the duality gap is looked at, and the search ends when it is at most 1e-4 ‖y‖² (y
 * centred), or after 1000 rounds. Several targets are several fits. O(rounds · N · features) each.
 */
public final class Lasso {

    private static final double TOLERANCE = 1e-4;
    private static final int MAXIMUM_ROUNDS = 1000;

    private final double penalty;

    /** @param penalty α, at least 0; the more, the fewer features keep a weight */
    public Lasso(double penalty) {
        this.penalty = penalty;
    }

    /**
     * Fits a linear function.
     *
     * @param rows     {@code N × features} values, row by row
     * @param features number of features, at least 1
     * @param target   {@code N} values
     */
    public LinearPredictor fit(double[] rows, int features, double[] target, Progress progress) {
        double[][] columns = new double[features][target.length];
        double[] means = new double[features];
        double[] squares = new double[features];
        for (int f = 0; f < features; f++) {
            for (int n = 0; n < target.length; n++) {
                columns[f][n] = rows[n * features + f];
            }
            means[f] = centre(columns[f]);
            squares[f] = dot(columns[f], columns[f]);
        }
        double[] centred = target.clone();
        double intercept = centre(centred);
        double[] weights = new double[features];
        boolean converged = descend(columns, squares, centred, weights, progress);
        return new LinearPredictor(weights, intercept - dot(weights, means), converged);
    }

    /** Moves the weights to the minimum; whether it was reached within the rounds. */
    private boolean descend(double[][] columns, double[] squares, double[] target, double[] weights,
            Progress progress) {
        double scaled = penalty * target.length;
        double enough = TOLERANCE * dot(target, target);
        double[] residuals = target.clone();
        for (int round = 0; round < MAXIMUM_ROUNDS; round++) {
            progress.check();
            double largest = 0;
            double change = 0;
            for (int f = 0; f < weights.length; f++) {
                if (squares[f] > 0) {
                    double old = weights[f];
                    double pull = dot(columns[f], residuals) + old * squares[f];
                    weights[f] = Math.signum(pull) * Math.max(Math.abs(pull) - scaled, 0) / squares[f];
                    add(residuals, old - weights[f], columns[f]);
                    change = Math.max(change, Math.abs(weights[f] - old));
                    largest = Math.max(largest, Math.abs(weights[f]));
                }
            }
            if (change <= TOLERANCE * largest && gap(columns, target, residuals, weights, scaled) <= enough) {
                return true;
            }
        }
        return false;
    }

    /** By how much the objective times N is above a lower bound of its minimum. */
    private static double gap(double[][] columns, double[] target, double[] residuals, double[] weights,
            double scaled) {
        double steepest = 0;
        for (double[] column : columns) {
            steepest = Math.max(steepest, Math.abs(dot(column, residuals)));
        }
        // the residuals, shrunk until they satisfy the constraints of the dual problem
        double shrink = steepest > scaled ? scaled / steepest : 1;
        double error = dot(residuals, residuals);
        return error * (1 + shrink * shrink) / 2 - shrink * dot(residuals, target)
                + scaled * Arrays.stream(weights).map(Math::abs).sum();
    }

    /** Takes the mean away in place, and returns it. */
    private static double centre(double[] values) {
        // relative to the first value, so that a constant leaves exact zeros
        double origin = values[0];
        double mean = 0;
        for (double value : values) {
            mean += (value - origin) / values.length;
        }
        for (int n = 0; n < values.length; n++) {
            values[n] = values[n] - origin - mean;
        }
        return origin + mean;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] target, double factor, double[] values) {
        if (factor != 0) {
            for (int i = 0; i < target.length; i++) {
                target[i] += factor * values[i];
            }
        }
    }
}
