package org.distaff.metrics.correlation;

import java.util.Arrays;

/** Correlation of two columns of numbers, as the dot product of their normalised forms. */
public final class Correlation {

    private Correlation() {
    }

    /** Values with mean 0 and squared length 1, so that correlation is a dot product; NaN for a constant. */
    public static double[] normalised(double[] values) {
        double origin = values[0];
        double mean = Arrays.stream(values).map(v -> v - origin).average().orElse(0);
        double[] centred = Arrays.stream(values).map(v -> v - origin - mean).toArray();
        double length = Math.sqrt(dot(centred, centred));
        return Arrays.stream(centred).map(v -> v / length).toArray();
    }

    /** Sum of the products of two columns of equal length. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int n = 0; n < a.length; n++) {
            sum += a[n] * b[n];
        }
        return sum;
    }
}
