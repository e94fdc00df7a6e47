package org.distaff.metrics.linear;

import java.util.Arrays;

/** Area under the receiver operating characteristic: the chance that a positive point scores above a negative one. */
public final class RocCurve {

    private RocCurve() {
    }

    /**
     * The area, in [0, 1]; a tie counts half. NaN when there are no positive or no negative points. O(N log P), where P
     * is the smaller of the two numbers of points.
     *
     * @param scores   score of each point
     * @param labels   label of each point
     * @param positive the label that counts as positive, all others being negative
     */
    public static double area(double[] scores, int[] labels, int positive) {
        int count = 0;
        for (int label : labels) {
            count += label == positive ? 1 : 0;
        }
        double[] positives = new double[count];
        double[] negatives = new double[scores.length - count];
        int found = 0;
        for (int n = 0; n < scores.length; n++) {
            if (labels[n] == positive) {
                positives[found++] = scores[n];
            } else {
                negatives[n - found] = scores[n];
            }
        }
        double wins = count < negatives.length
                ? (double) count * negatives.length - wins(negatives, positives) : wins(positives, negatives);
        return wins / ((double) count * negatives.length);
    }

    /** How many pairs the first ones win against the others, a tie counting half; the others get sorted. */
    private static double wins(double[] scores, double[] others) {
        Arrays.sort(others);
        long twice = 0;
        for (double score : scores) {
            // + 0.0 makes −0 and 0 the same value
            int below = below(others, score + 0.0);
            boolean tie = below < others.length && others[below] == score;
            twice += below + (tie ? below(others, Math.nextUp(score + 0.0)) : below);
        }
        return twice / 2.0;
    }

    /** How many sorted values are smaller. */
    private static int below(double[] sorted, double value) {
        int from = 0;
        int length = sorted.length;
        while (length > 1) {
            int half = length / 2;
            // without a jump, because the side is unpredictable
            from = sorted[from + half - 1] < value ? from + half : from;
            length -= half;
        }
        return from + (length == 1 && sorted[from] < value ? 1 : 0);
    }
}
