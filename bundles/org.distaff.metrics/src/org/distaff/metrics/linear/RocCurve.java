package org.distaff.metrics.linear;

import java.util.Arrays;

/** Area under the receiver operating characteristic: the chance that a positive point scores above a negative one. */
public final class RocCurve {

    private RocCurve() {
    }

    /**
     * The area, in [0, 1]; a tie counts half. NaN when there are no positive or no negative points. O(N log N).
     *
     * @param scores   score of each point
     * @param labels   label of each point
     * @param positive the label that counts as positive, all others being negative
     */
    public static double area(double[] scores, int[] labels, int positive) {
        double[] negatives = new double[scores.length];
        double[] positives = new double[scores.length];
        int count = 0;
        for (int n = 0; n < scores.length; n++) {
            if (labels[n] == positive) {
                positives[count++] = scores[n];
            } else {
                negatives[n - count] = scores[n];
            }
        }
        negatives = Arrays.copyOf(negatives, scores.length - count);
        Arrays.sort(negatives);
        double wins = 0;
        for (int i = 0; i < count; i++) {
            wins += (below(negatives, positives[i]) + notAbove(negatives, positives[i])) / 2.0;
        }
        return wins / ((double) count * negatives.length);
    }

    /** How many sorted values are smaller. */
    private static int below(double[] sorted, double value) {
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

    private static int notAbove(double[] sorted, double value) {
        return below(sorted, Math.nextUp(value));
    }
}
