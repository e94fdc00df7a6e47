package org.distaff.metrics.linear;

/**
 * Shifts and scales features to mean 0 and variance 1, as the training points have them.
 *
 * @param means      mean of each feature
 * @param deviations standard deviation of each feature (divided by N); exactly 0 for a constant one
 */
public record Standardiser(double[] means, double[] deviations) {

    /** Learns from {@code N × features} values, row by row. */
    public static Standardiser of(double[] rows, int features) {
        int points = rows.length / features;
        double[] means = new double[features];
        double[] deviations = new double[features];
        for (int f = 0; f < features; f++) {
            // relative to the first value, so that a constant has no variance from rounding
            double origin = rows[f];
            double sum = 0;
            for (int n = 0; n < points; n++) {
                sum += rows[n * features + f] - origin;
            }
            double mean = sum / points;
            double squares = 0;
            for (int n = 0; n < points; n++) {
                double deviation = rows[n * features + f] - origin - mean;
                squares += deviation * deviation;
            }
            means[f] = origin + mean;
            deviations[f] = Math.sqrt(squares / points);
        }
        return new Standardiser(means, deviations);
    }

    /** Number of features that vary. */
    public int varying() {
        return (int) java.util.Arrays.stream(deviations).filter(s -> s > 0).count();
    }

    /** The standardised values, {@code N × varying()}, row by row; constant features are left out. */
    public double[] apply(double[] rows) {
        int features = means.length;
        int points = rows.length / features;
        double[] result = new double[points * varying()];
        int at = 0;
        for (int n = 0; n < points; n++) {
            for (int f = 0; f < features; f++) {
                if (deviations[f] > 0) {
                    result[at++] = (rows[n * features + f] - means[f]) / deviations[f];
                }
            }
        }
        return result;
    }
}
