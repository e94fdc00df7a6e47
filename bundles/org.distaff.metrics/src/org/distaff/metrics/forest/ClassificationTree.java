package org.distaff.metrics.forest;

import java.util.Arrays;

/**
 * A binary tree that knows at every node, not only at leaves, how many training points of each class were there: cut
 * off at any depth it is the tree that would have grown to that depth.
 */
final class ClassificationTree {

    private static final int LEAF = -1;

    private int nodes;
    private int depth;
    private int[] feature = new int[64];
    private double[] threshold = new double[64];
    private int[] left = new int[64];
    private int[] right = new int[64];
    /** For each node pairs (class, count) of the classes that were there. */
    private int[][] present = new int[64][];

    /** Adds a leaf and returns its number; the first is the root. */
    int leaf(int[] counts, int atDepth) {
        if (nodes == feature.length) {
            feature = Arrays.copyOf(feature, 2 * nodes);
            threshold = Arrays.copyOf(threshold, 2 * nodes);
            left = Arrays.copyOf(left, 2 * nodes);
            right = Arrays.copyOf(right, 2 * nodes);
            present = Arrays.copyOf(present, 2 * nodes);
        }
        int kinds = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        int[] pairs = new int[2 * kinds];
        int at = 0;
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0) {
                pairs[at++] = c;
                pairs[at++] = counts[c];
            }
        }
        feature[nodes] = LEAF;
        present[nodes] = pairs;
        depth = Math.max(depth, atDepth);
        return nodes++;
    }

    /** Makes a leaf an inner node; its children follow. */
    void split(int node, int splitFeature, double at) {
        feature[node] = splitFeature;
        threshold[node] = at;
    }

    void child(int parent, boolean isRight, int node) {
        (isRight ? right : left)[parent] = node;
    }

    /** Splits between the root and the deepest leaf. */
    int depth() {
        return depth;
    }

    /** Adds the share of each class at the node that point {@code n} reaches within some splits. */
    void vote(float[][] columns, int n, int splits, double[] votes) {
        int node = 0;
        for (int s = 0; s < splits && feature[node] != LEAF; s++) {
            node = columns[feature[node]][n] <= threshold[node] ? left[node] : right[node];
        }
        int[] pairs = present[node];
        double total = 0;
        for (int i = 1; i < pairs.length; i += 2) {
            total += pairs[i];
        }
        for (int i = 0; i < pairs.length; i += 2) {
            votes[pairs[i]] += pairs[i + 1] / total;
        }
    }
}
