package org.distaff.metrics.linear;

import java.util.Arrays;

/** Sorted values with running sums, so that count, sum and sum of squares of any range take O(log N). */
final class PrefixMoments {

    private final double[] sorted;
    private final double[] sums;
    private final double[] squares;

    static PrefixMoments of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new PrefixMoments(sorted);
    }

    private PrefixMoments(double[] sorted) {
        this.sorted = sorted;
        sums = new double[sorted.length + 1];
        squares = new double[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            sums[i + 1] = sums[i] + sorted[i];
            squares[i + 1] = squares[i] + sorted[i] * sorted[i];
        }
    }

    /** Number of values. */
    int count() {
        return sorted.length;
    }

    /** Count, sum and sum of squares of the values below a limit. */
    Moments below(double limit) {
        int at = Arrays.binarySearch(sorted, limit);
        int end = at < 0 ? -at - 1 : at;
        while (end > 0 && sorted[end - 1] >= limit) {
            end--;
        }
        return new Moments(end, sums[end], squares[end]);
    }

    /** Count, sum and sum of squares of the values not below a limit. */
    Moments from(double limit) {
        return new Moments(sorted.length, sums[sorted.length], squares[sorted.length]).minus(below(limit));
    }

    /** Count, sum and sum of squares of some values. */
    record Moments(double count, double sum, double squares) {

        static final Moments NONE = new Moments(0, 0, 0);

        Moments minus(Moments other) {
            return new Moments(count - other.count, sum - other.sum, squares - other.squares);
        }
    }
}
