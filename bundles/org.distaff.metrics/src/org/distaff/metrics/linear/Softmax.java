package org.distaff.metrics.linear;

import java.util.Arrays;

/** Softmax of a block of points, class by class, in loops that the virtual machine turns into vector instructions. */
final class Softmax {

    /** Smaller arguments count as this one, whose exponential is 9e-27: nothing beside the largest class's 1. */
    private static final double LOWEST = -60;
    private static final int SQUARINGS = 10;
    private static final double SCALE = 1.0 / (1 << SQUARINGS);

    private Softmax() {
    }

    /**
     * Turns scores into probabilities in place.
     *
     * @param scores  {@code classes × points}
     * @param highest receives for each point its largest score
     * @param sum     receives for each point the sum of the exponentials of its scores minus the largest
     */
    static void of(double[][] scores, double[] highest, double[] sum) {
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (double[] row : scores) {
            raise(highest, row);
        }
        Arrays.fill(sum, 0);
        for (double[] row : scores) {
            exponential(row, highest, sum);
        }
        double[] reciprocal = new double[sum.length];
        for (int i = 0; i < sum.length; i++) {
            reciprocal[i] = 1 / sum[i];
        }
        for (double[] row : scores) {
            scale(row, reciprocal);
        }
    }

    private static void raise(double[] highest, double[] row) {
        for (int i = 0; i < row.length; i++) {
            highest[i] = Math.max(highest[i], row[i]);
        }
    }

    /**
     * e^(row − highest) for row ≤ highest, to an absolute error of 1e-13: a Taylor series of degree 5 at a 1024th of the
     * argument, squared ten times. Also adds the result to {@code sum}.
     */
    static void exponential(double[] row, double[] highest, double[] sum) {
        for (int i = 0; i < row.length; i++) {
            double x = Math.max(row[i] - highest[i], LOWEST) * SCALE;
            double e = 1 + x * (1 + x * (1 / 2.0 + x * (1 / 6.0 + x * (1 / 24.0 + x * (1 / 120.0)))));
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            row[i] = e;
            sum[i] += e;
        }
    }

    private static void scale(double[] row, double[] factors) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factors[i];
        }
    }
}
