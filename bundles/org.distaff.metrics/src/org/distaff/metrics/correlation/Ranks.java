package org.distaff.metrics.correlation;

import java.util.Arrays;

/** Ranks of values, from 1; equal values share the mean of their ranks. */
public final class Ranks {

    private Ranks() {
    }

    /** The rank of every value. O(N log N). */
    public static double[] of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int n = 0; n < ranks.length; n++) {
            // + 0.0 makes −0 and 0 the same value
            ranks[n] = (first(sorted, values[n] + 0.0) + first(sorted, Math.nextUp(values[n] + 0.0)) + 1) / 2.0;
        }
        return ranks;
    }

    /** How many sorted values are smaller. */
    private static int first(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
