package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.metrics.work.Exponentials;

/** Softmax of a block of points, class by class, in loops that the virtual machine turns into vector instructions. */
final class Softmax {

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
            Exponentials.relative(row, highest, sum);
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

    private static void scale(double[] row, double[] factors) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factors[i];
        }
    }
}
