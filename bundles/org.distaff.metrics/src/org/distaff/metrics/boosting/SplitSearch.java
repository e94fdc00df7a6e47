package org.distaff.metrics.boosting;

/**
 * Finds the best split of one node along one feature. The score of a split is Σ_left² / n_left + Σ_right² / n_right of
 * the residuals, which orders splits like the decrease of the squared error (and like Friedman's improvement score).
 * Among equally good splits the first in ascending order of values wins. Not thread-safe: the last result is kept
 * here, so that the search allocates nothing.
 */
final class SplitSearch {

    private final int points;
    private final double[] reciprocal;
    /** {@code descending[i]} = 1 / (points − i), so that both sides' counts are read in ascending order. */
    private final double[] descending;
    private double score;
    private int leftCount;

    /** @param points the largest number of points a node may have */
    SplitSearch(int points) {
        this.points = points;
        this.reciprocal = new double[points + 1];
        this.descending = new double[points + 1];
        for (int n = 1; n <= points; n++) {
            reciprocal[n] = 1.0 / n;
            descending[points - n] = 1.0 / n;
        }
    }

    /** Score of the split found last. */
    double score() {
        return score;
    }

    /** How many points go left at the split found last; 0 when none was found that is as good as the node's best. */
    int leftCount() {
        return leftCount;
    }

    /**
     * Searches the splits of a node. All neighbours are scored first in a loop without branches, whether or not their
     * values differ; most features are then known not to beat the node's best. Only when the winner is no gap between
     * values, the rest is looked at one by one.
     *
     * @param sums   at {@code node.start + i} the sum of the node's first {@code i + 1} residuals along the feature
     * @param list   the points in the order of the feature
     * @param column the feature's value of every point
     */
    void search(double[] sums, int[] list, float[] column, TreeNode node) {
        leftCount = 0;
        score = highest(sums, node);
        if (score < node.score) {
            return;
        }
        int at = first(sums, node);
        if (gap(list, column, node.start + at)) {
            leftCount = at;
            return;
        }
        gapsBetweenValues(sums, list, column, node);
    }

    private double highest(double[] sums, TreeNode node) {
        double best = -1;
        double total = node.sum;
        int offset = points - node.count;
        int before = node.start - 1;
        for (int n = 1; n < node.count; n++) {
            double left = sums[before + n];
            double right = total - left;
            best = Math.max(best, left * left * reciprocal[n] + right * right * descending[offset + n]);
        }
        return best;
    }

    /** The smallest left count that has the score. */
    private int first(double[] sums, TreeNode node) {
        double total = node.sum;
        int n = 1;
        while (score(sums[node.start + n - 1], total, n, node.count) < score) {
            n++;
        }
        return n;
    }

    private double score(double left, double total, int n, int count) {
        double right = total - left;
        return left * left * reciprocal[n] + right * right * descending[points - count + n];
    }

    private void gapsBetweenValues(double[] sums, int[] list, float[] column, TreeNode node) {
        score = -1;
        leftCount = 0;
        float value = column[list[node.start]];
        for (int n = 1; n < node.count; n++) {
            float next = column[list[node.start + n]];
            if (SortedFeatures.differ(value, next)) {
                double candidate = score(sums[node.start + n - 1], node.sum, n, node.count);
                if (candidate > score) {
                    score = candidate;
                    leftCount = n;
                }
            }
            value = next;
        }
    }

    private static boolean gap(int[] list, float[] column, int at) {
        return SortedFeatures.differ(column[list[at - 1]], column[list[at]]);
    }
}
