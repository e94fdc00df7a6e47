package org.distaff.metrics.boosting;

import java.util.Arrays;

/**
 * A binary tree stored as a heap: the children of node {@code i} are {@code 2i + 1} (value ≤ threshold) and
 * {@code 2i + 2}.
 */
final class RegressionTree {

    private static final int LEAF = -1;

    private final int[] feature;
    private final double[] threshold;
    private final double[] value;

    /** A tree that is a single leaf and may grow to that depth. */
    RegressionTree(int depth) {
        int nodes = (2 << depth) - 1;
        this.feature = new int[nodes];
        this.threshold = new double[nodes];
        this.value = new double[nodes];
        Arrays.fill(feature, LEAF);
    }

    /** Number of node places; every node index is below it. */
    int places() {
        return feature.length;
    }

    void split(int node, int splitFeature, double at) {
        feature[node] = splitFeature;
        threshold[node] = at;
    }

    void value(int leaf, double leafValue) {
        value[leaf] = leafValue;
    }

    double value(int leaf) {
        return value[leaf];
    }

    /** What the tree adds for point {@code n} of these columns. */
    double predict(float[][] columns, int n) {
        int node = 0;
        while (feature[node] != LEAF) {
            node = 2 * node + (columns[feature[node]][n] <= threshold[node] ? 1 : 2);
        }
        return value[node];
    }
}
