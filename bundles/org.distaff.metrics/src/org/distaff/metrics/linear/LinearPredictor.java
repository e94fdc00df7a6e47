package org.distaff.metrics.linear;

/**
 * A linear function of features: {@code weights · x + intercept}.
 *
 * @param weights   one weight for each feature
 * @param intercept value where all features are 0
 * @param converged whether the search for it ended by itself and not for want of rounds
 */
public record LinearPredictor(double[] weights, double intercept, boolean converged) {

    /** The function of every row of {@code N × features} values. */
    public double[] predict(double[] rows) {
        double[] values = new double[rows.length / weights.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = intercept;
            for (int f = 0; f < weights.length; f++) {
                values[n] += weights[f] * rows[n * weights.length + f];
            }
        }
        return values;
    }
}
