package org.distaff.metrics.downstream;

import java.util.Arrays;

/**
 * Shares of points whose value of a factor is predicted, for each factor; NaN for one with a single value among the
 * training points.
 *
 * @param train among the training points
 * @param test  among the test points
 */
record Accuracies(double[] train, double[] test) {

    /** None for so many factors yet. */
    static Accuracies undefined(int factors) {
        Accuracies none = new Accuracies(new double[factors], new double[factors]);
        Arrays.fill(none.train, Double.NaN);
        Arrays.fill(none.test, Double.NaN);
        return none;
    }
}
