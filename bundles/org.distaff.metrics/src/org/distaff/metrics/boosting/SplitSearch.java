package org.distaff.metrics.boosting;

/**
 * Finds the best split of one node along one feature. The score of a split is Σ_left² / n_left + Σ_right² / n_right of
 * the residuals, which orders splits like the decrease of the squared error (and like Friedman's improvement score).
 * Among equally good splits the first in ascending order of values wins. Not thread-safe: the last result is kept
 * here, so that the search allocates nothing.
 */
final class SplitSearch {

    private final double[] reciprocal;
    private double score;
    private int leftCount;

    /** @param points the largest number of points a node may have */
    SplitSearch(int points) {
        reciprocal = new double[points + 1];
        for (int n = 1; n <= points; n++) {
            reciprocal[n] = 1.0 / n;
        }
    }

    /** Score of the split found last. */
    double score() {
        return score;
    }

    /** How many points go left at the split found last; 0 when the node cannot be split along the feature. */
    int leftCount() {
        return leftCount;
    }

    /** Searches a feature all of whose values differ. */
    void everyGap(int[] residuals, int[] list, TreeNode node) {
        double best = -1;
        int at = 0;
        long sum = 0;
        int count = node.count;
        for (int n = 1; n < count; n++) {
            sum += residuals[list[node.start + n - 1]];
            double left = sum;
            double right = node.sum - sum;
            double candidate = left * left * reciprocal[n] + right * right * reciprocal[count - n];
            if (candidate > best) {
                best = candidate;
                at = n;
            }
        }
        score = best;
        leftCount = at;
    }

    /** Searches a feature with equal values, between which no split may fall. */
    void gapsBetweenValues(int[] residuals, float[] values, int[] list, TreeNode node) {
        double best = -1;
        int at = 0;
        long sum = 0;
        int count = node.count;
        float value = values[list[node.start]];
        for (int n = 1; n < count; n++) {
            sum += residuals[list[node.start + n - 1]];
            float next = values[list[node.start + n]];
            if (SortedFeatures.differ(value, next)) {
                double left = sum;
                double right = node.sum - sum;
                double candidate = left * left * reciprocal[n] + right * right * reciprocal[count - n];
                if (candidate > best) {
                    best = candidate;
                    at = n;
                }
            }
            value = next;
        }
        score = best;
        leftCount = at;
    }
}
