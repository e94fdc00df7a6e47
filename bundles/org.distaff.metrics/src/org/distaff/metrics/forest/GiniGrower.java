package org.distaff.metrics.forest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.random.RandomGenerator;

import org.distaff.metrics.boosting.SortedFeatures;

/**
 * Grows one classification tree on a bootstrap sample, depth first, with exact splits that lower the Gini impurity
 * most. At every node features are looked at in random order until √D were, one of them at least with two values; among
 * equally good splits the first wins. A node becomes a leaf when it is pure, at full depth, or when nothing divides it.
 * O(N D) per level.
 */
final class GiniGrower {

    private final SortedFeatures features;
    private final int[] classOf;
    private final int classes;
    private final ForestSettings settings;
    private final RandomGenerator random;
    /** How often the bootstrap drew each point. */
    private final int[] weight;
    /** For each feature the points that were drawn: node by node, ascending within a node. */
    private final int[][] lists;
    private final int[] spare;
    private final boolean[] goesLeft;
    private final int[] featureOrder;
    private final double[] gains;
    private final ClassificationTree tree = new ClassificationTree();

    GiniGrower(SortedFeatures features, int[] classOf, int classes, ForestSettings settings, RandomGenerator random) {
        this.features = features;
        this.classOf = classOf;
        this.classes = classes;
        this.settings = settings;
        this.random = random;
        this.weight = new int[classOf.length];
        for (int i = 0; i < classOf.length; i++) {
            weight[random.nextInt(classOf.length)]++;
        }
        this.lists = new int[features.features()][];
        Arrays.setAll(lists, f -> Arrays.stream(features.order(f)).filter(n -> weight[n] > 0).toArray());
        this.spare = new int[lists[0].length];
        this.goesLeft = new boolean[classOf.length];
        this.featureOrder = new int[lists.length];
        Arrays.setAll(featureOrder, f -> f);
        this.gains = new double[lists.length];
    }

    ClassificationTree grow() {
        // a stack of its own, because trees may be deeper than threads can call
        Deque<Pending> pending = new ArrayDeque<>();
        pending.push(new Pending(-1, false, 0, lists[0].length, 0));
        while (!pending.isEmpty()) {
            grow(pending.pop(), pending);
        }
        return tree;
    }

    /** Each feature's share of the decrease of impurity; all zero when the tree has no split. */
    double[] importances() {
        double sum = Arrays.stream(gains).sum();
        return sum > 0 ? Arrays.stream(gains).map(gain -> gain / sum).toArray() : gains;
    }

    private void grow(Pending part, Deque<Pending> pending) {
        int[] counts = new int[classes];
        long size = 0;
        for (int i = part.from; i < part.to; i++) {
            int n = lists[0][i];
            counts[classOf[n]] += weight[n];
            size += weight[n];
        }
        int node = tree.leaf(counts, part.depth);
        if (part.parent >= 0) {
            tree.child(part.parent, part.isRight, node);
        }
        if (part.depth >= settings.depth() || counts[classOf[lists[0][part.from]]] == size) {
            return;
        }
        Split split = search(part.from, part.to, counts, size);
        if (split.feature >= 0) {
            int[] list = lists[split.feature];
            float[] column = features.column(split.feature);
            tree.split(node, split.feature, SortedFeatures.between(column[list[split.at - 1]], column[list[split.at]]));
            gains[split.feature] += split.score - split.before;
            divide(split, part.from, part.to);
            pending.push(new Pending(node, true, split.at, part.to, part.depth + 1));
            pending.push(new Pending(node, false, part.from, split.at, part.depth + 1));
        }
    }

    private Split search(int from, int to, int[] counts, long size) {
        Split best = new Split(counts, size);
        int wanted = Math.max(1, (int) Math.sqrt(lists.length));
        boolean divisible = false;
        for (int seen = 0; seen < lists.length && (seen < wanted || !divisible); seen++) {
            int other = seen + random.nextInt(lists.length - seen);
            int f = featureOrder[other];
            featureOrder[other] = featureOrder[seen];
            featureOrder[seen] = f;
            float[] column = features.column(f);
            if (SortedFeatures.differ(column[lists[f][from]], column[lists[f][to - 1]])) {
                divisible = true;
                search(f, from, to, counts, size, best);
            }
        }
        return best;
    }

    /** Σ_c left_c² / left + Σ_c right_c² / right is the larger, the smaller the impurity of both sides. */
    private void search(int f, int from, int to, int[] counts, long size, Split best) {
        int[] list = lists[f];
        float[] column = features.column(f);
        int[] right = counts.clone();
        int[] left = new int[classes];
        long leftSize = 0;
        long leftSquares = 0;
        long rightSquares = best.squares;
        for (int i = from; i < to - 1; i++) {
            int n = list[i];
            int c = classOf[n];
            long moved = weight[n];
            leftSquares += moved * (2L * left[c] + moved);
            rightSquares -= moved * (2L * right[c] - moved);
            left[c] += weight[n];
            right[c] -= weight[n];
            leftSize += moved;
            if (SortedFeatures.differ(column[n], column[list[i + 1]])) {
                double score = (double) leftSquares / leftSize + (double) rightSquares / (size - leftSize);
                if (score > best.score) {
                    best.score = score;
                    best.feature = f;
                    best.at = i + 1;
                }
            }
        }
    }

    /** Divides every feature's list between the children, keeping the order. */
    private void divide(Split split, int from, int to) {
        for (int i = from; i < to; i++) {
            goesLeft[lists[split.feature][i]] = i < split.at;
        }
        for (int[] list : lists) {
            int left = from;
            int right = 0;
            for (int i = from; i < to; i++) {
                int n = list[i];
                if (goesLeft[n]) {
                    list[left++] = n;
                } else {
                    spare[right++] = n;
                }
            }
            System.arraycopy(spare, 0, list, left, right);
        }
    }

    /** A part of the lists that becomes a node. */
    private record Pending(int parent, boolean isRight, int from, int to, int depth) {
    }

    /** The best split of a node so far. */
    private static final class Split {

        private final long squares;
        private final double before;
        private double score = -1;
        private int feature = -1;
        private int at;

        private Split(int[] counts, long size) {
            long sum = 0;
            for (int count : counts) {
                sum += (long) count * count;
            }
            this.squares = sum;
            this.before = (double) sum / size;
        }
    }
}
