package org.distaff.metrics.boosting;

import java.util.Arrays;

/**
 * A regression tree of depth three at most, grown on residuals by exact search over all splits (largest decrease of the squared
 * error; Friedman, Greedy Function Approximation: A Gradient Boosting Machine, Annals of Statistics 2001). Grown level by level:
 * one pass over each sorted latent serves all nodes of a level. Not thread-safe; reused for many trees.
 */
final class RegressionTree {

    private static final int DEPTH = 3;
    /** Nodes in heap order: children of i are 2i + 1 and 2i + 2. */
    private static final int NODES = (1 << DEPTH + 1) - 1;
    /** Values closer than this count as equal, as in scikit-learn. */
    private static final float RESOLUTION = 1e-7f;
    /** A node whose mean squared deviation is this small is not split. */
    private static final double PURE = Math.ulp(1.0);

    private final SortedFeatures features;
    private final double[] reciprocals;
    private final byte[] node;
    private long ties;
    private final int[] feature = new int[NODES];
    private final double[] threshold = new double[NODES];
    private final double[] value = new double[NODES];
    private final int[] count = new int[NODES];
    private final double[] sum = new double[NODES];
    private final double[] gain = new double[NODES];
    private final double[] squares = new double[NODES];

    // state of one pass over a sorted latent, by node
    private final int[] left = new int[NODES];
    private final double[] leftSum = new double[NODES];
    private final float[] last = new float[NODES];

    RegressionTree(SortedFeatures features, double[] reciprocals) {
        this.features = features;
        this.reciprocals = reciprocals;
        this.node = new byte[features.points()];
    }

    /**
     * Grows a tree.
     *
     * @param importance receives, by latent, each split's decrease of the squared error divided by N
     * @param ties       decides between latents that split a node equally well; another number for every tree
     * @return whether the tree has a split
     */
    boolean grow(double[] residuals, double[] importance, long ties) {
        this.ties = ties;
        Arrays.fill(feature, -1);
        Arrays.fill(node, (byte) 0);
        Arrays.fill(count, 0);
        Arrays.fill(sum, 0);
        Arrays.fill(squares, 0);
        for (double residual : residuals) {
            sum[0] += residual;
            squares[0] += residual * residual;
        }
        count[0] = residuals.length;
        for (int level = 0, first = 0; level < DEPTH; level++, first = 2 * first + 1) {
            Arrays.fill(gain, Double.NEGATIVE_INFINITY);
            for (int d = 0; d < features.features(); d++) {
                if (level == 0) {
                    searchRoot(d, residuals);
                } else {
                    search(d, residuals, first);
                }
            }
            if (!split(first, residuals, importance)) {
                break;
            }
        }
        return feature[0] >= 0;
    }

    private boolean splittable(int i) {
        double mean = sum[i] / count[i];
        return count[i] >= 2 && squares[i] / count[i] - mean * mean > PURE;
    }

    /** Whether latent d, splitting that well, takes the node from the best one so far; a latent never beats itself by a tie. */
    private boolean better(double proxy, int at, int d) {
        return proxy > gain[at]
                || proxy == gain[at] && feature[at] != d && priority(at, d) > priority(at, feature[at]);
    }

    /** A random order of the latents at a node: Stafford's thirteenth variant of the MurmurHash3 finaliser. */
    private long priority(int at, int d) {
        long z = ties + 0x9E3779B97F4A7C15L * (1 + at + (long) NODES * d);
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private void searchRoot(int d, double[] residuals) {
        int[] order = features.order()[d];
        float[] sorted = features.sorted()[d];
        if (!splittable(0)) {
            return;
        }
        double total = sum[0];
        double best = Double.NEGATIVE_INFINITY;
        int bestAt = -1;
        double running = 0;
        int points = order.length;
        for (int i = 0; i < points - 1; i++) {
            running += residuals[order[i]];
            double rest = total - running;
            double proxy = running * running * reciprocals[i + 1] + rest * rest * reciprocals[points - i - 1];
            if (proxy > best && sorted[i + 1] > sorted[i] + RESOLUTION) {
                best = proxy;
                bestAt = i;
            }
        }
        if (bestAt >= 0 && better(best, 0, d)) {
            gain[0] = best;
            feature[0] = d;
            threshold[0] = middle(sorted[bestAt], sorted[bestAt + 1]);
        }
    }

    private void search(int d, double[] residuals, int first) {
        int[] order = features.order()[d];
        float[] sorted = features.sorted()[d];
        int end = 2 * first + 1;
        for (int i = first; i < end; i++) {
            left[i] = 0;
            leftSum[i] = 0;
        }
        for (int i = 0; i < order.length; i++) {
            int point = order[i];
            int at = node[point];
            if (at < first) {
                continue; // a leaf of an earlier level
            }
            float x = sorted[i];
            int taken = left[at];
            double running = leftSum[at];
            if (taken > 0) {
                double rest = sum[at] - running;
                double proxy = running * running * reciprocals[taken] + rest * rest * reciprocals[count[at] - taken];
                if (proxy >= gain[at] && x > last[at] + RESOLUTION && better(proxy, at, d) && splittable(at)) {
                    gain[at] = proxy;
                    feature[at] = d;
                    threshold[at] = middle(last[at], x);
                }
            }
            leftSum[at] = running + residuals[point];
            left[at] = taken + 1;
            last[at] = x;
        }
    }

    /** Splits the level's nodes where a split was found; returns whether any was. */
    private boolean split(int first, double[] residuals, double[] importance) {
        boolean any = false;
        for (int i = first; i < 2 * first + 1; i++) {
            if (feature[i] >= 0) {
                any = true;
                importance[feature[i]] += (gain[i] - sum[i] * sum[i] / count[i]) / residuals.length;
            }
        }
        for (int n = 0; any && n < node.length; n++) {
            int at = node[n];
            if (at >= first && feature[at] >= 0) {
                int child = 2 * at + (features.values()[feature[at]][n] <= threshold[at] ? 1 : 2);
                node[n] = (byte) child;
                count[child]++;
                sum[child] += residuals[n];
                squares[child] += residuals[n] * residuals[n];
            }
        }
        return any;
    }

    private static double middle(float low, float high) {
        double middle = low / 2.0 + high / 2.0;
        return middle == high || Double.isInfinite(middle) ? low : middle;
    }

    /** The leaf that a training point fell into. */
    int leafOf(int point) {
        return node[point];
    }

    /** The leaf of any point. */
    int leafOf(float[][] values, int point) {
        int at = 0;
        while (feature[at] >= 0) {
            at = 2 * at + (values[feature[at]][point] <= threshold[at] ? 1 : 2);
        }
        return at;
    }

    /** Values of the leaves, by node; the owner sets them. */
    double[] leafValues() {
        return value;
    }

    static int nodes() {
        return NODES;
    }
}
