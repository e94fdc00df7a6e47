package org.distaff.metrics.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Grows regression trees level by level on residuals, with exact splits: every gap between two different values of
 * every feature is tried, and the split that lowers the squared error most is taken. A node becomes a leaf at full
 * depth, with a single point, or when its residuals are equal.
 *
 * <p>Residuals lie in [−1, 1] and are searched as integers in units of 2⁻³⁰, so that sums are exact and equally good
 * splits tie exactly, in whatever order the points stand; ties between features are broken by lot. One grower serves
 * one thread: its workspace is used again by the next tree. O(N D depth) per tree.
 */
final class TreeGrower {

    private static final double UNITS = 1 << 30;
    /** Below this variance the residuals of a node count as equal. */
    private static final double EQUAL = Math.ulp(1.0);

    private final SortedFeatures features;
    private final int points;
    private final int depth;
    private final SplitSearch search;
    private final double[] gains;
    private final int[] nodeOf;
    private final byte[] right;
    private final int[] units;
    /** Residuals of each feature's positions. */
    private final int[][] sortedUnits;
    /** For each feature the positions of the nodes of a level, node by node, ascending within a node. */
    private final int[][] rootLists;
    private final int[][] oddLists;
    private final int[][] evenLists;

    TreeGrower(SortedFeatures features, int depth) {
        this.features = features;
        this.points = features.points();
        this.depth = depth;
        this.search = new SplitSearch(points);
        this.gains = new double[features.features()];
        this.nodeOf = new int[points];
        this.right = new byte[points];
        this.units = new int[points];
        this.sortedUnits = new int[features.features()][points];
        this.oddLists = new int[features.features()][points];
        this.evenLists = new int[features.features()][points];
        this.rootLists = new int[features.features()][];
        int[] everyPosition = new int[points];
        Arrays.setAll(everyPosition, p -> p);
        Arrays.fill(rootLists, everyPosition);
    }

    /** The leaf of each training point in the last tree. */
    int[] leafOf() {
        return nodeOf;
    }

    /** By how much each feature's splits lowered the mean squared error in the last tree. */
    double[] gains() {
        return gains;
    }

    /** Grows a tree; its leaves have no values yet. */
    RegressionTree grow(double[] residuals, RandomGenerator lots) {
        RegressionTree tree = new RegressionTree(depth);
        Arrays.fill(gains, 0);
        Arrays.fill(nodeOf, 0);
        List<TreeNode> level = List.of(root(residuals));
        for (int l = 0; l < depth && !level.isEmpty(); l++) {
            int[][] lists = l == 0 ? rootLists : l % 2 == 1 ? oddLists : evenLists;
            int[][] nextLists = l % 2 == 0 ? oddLists : evenLists;
            search(level, lists, lots);
            List<TreeNode> next = split(tree, level, lists, residuals);
            if (l + 1 < depth && next.stream().anyMatch(node -> node.splittable)) {
                partition(level, lists, nextLists);
            }
            level = next;
        }
        return tree;
    }

    private TreeNode root(double[] residuals) {
        long sum = 0;
        double squares = 0;
        for (int n = 0; n < points; n++) {
            units[n] = (int) Math.rint(residuals[n] * UNITS);
            sum += units[n];
            squares += residuals[n] * residuals[n];
        }
        for (int f = 0; f < sortedUnits.length; f++) {
            int[] order = features.order(f);
            int[] sorted = sortedUnits[f];
            for (int p = 0; p < points; p++) {
                sorted[p] = units[order[p]];
            }
        }
        return node(0, 0, points, sum, squares);
    }

    private static TreeNode node(int place, int start, int count, long sum, double squares) {
        double mean = sum / UNITS / count;
        return new TreeNode(place, start, count, sum, count > 1 && squares / count - mean * mean > EQUAL);
    }

    private void search(List<TreeNode> level, int[][] lists, RandomGenerator lots) {
        for (int f = 0; f < lists.length; f++) {
            for (TreeNode node : level) {
                if (node.splittable) {
                    if (features.separated(f)) {
                        search.everyGap(sortedUnits[f], lists[f], node);
                    } else {
                        search.gapsBetweenValues(sortedUnits[f], features.values(f), lists[f], node);
                    }
                    if (search.leftCount() > 0) {
                        node.offer(f, search.score(), search.leftCount(), lots);
                    }
                }
            }
        }
    }

    /** Splits the nodes that found a split, and returns their children. */
    private List<TreeNode> split(RegressionTree tree, List<TreeNode> level, int[][] lists, double[] residuals) {
        List<TreeNode> children = new ArrayList<>();
        int start = 0;
        for (TreeNode node : level) {
            if (node.feature >= 0) {
                tree.split(node.place, node.feature, threshold(node, lists[node.feature]));
                double before = (double) node.sum * node.sum / node.count;
                gains[node.feature] += Math.max(0, node.score - before) / (UNITS * UNITS) / points;
                int middle = node.start + node.leftCount;
                node.left = child(node, 2 * node.place + 1, node.start, middle, start, lists, residuals);
                node.right = child(node, 2 * node.place + 2, middle, node.start + node.count, start + node.leftCount,
                        lists, residuals);
                children.add(node.left);
                children.add(node.right);
                start += node.count;
            }
        }
        return children;
    }

    private double threshold(TreeNode node, int[] list) {
        float[] values = features.values(node.feature);
        double below = values[list[node.start + node.leftCount - 1]];
        double above = values[list[node.start + node.leftCount]];
        double middle = below / 2 + above / 2;
        return middle == above || !Double.isFinite(middle) ? below : middle;
    }

    /** The child that takes the points from {@code from} to {@code to} in the list of the feature that was split. */
    private TreeNode child(TreeNode parent, int place, int from, int to, int start, int[][] lists,
            double[] residuals) {
        int[] list = lists[parent.feature];
        int[] order = features.order(parent.feature);
        byte side = (byte) (place % 2 == 0 ? 1 : 0);
        long sum = 0;
        double squares = 0;
        for (int j = from; j < to; j++) {
            int n = order[list[j]];
            nodeOf[n] = place;
            right[n] = side;
            sum += units[n];
            squares += residuals[n] * residuals[n];
        }
        return node(place, start, to - from, sum, squares);
    }

    /** Divides every feature's lists between the children, keeping the order. */
    private void partition(List<TreeNode> level, int[][] lists, int[][] nextLists) {
        for (int f = 0; f < lists.length; f++) {
            for (TreeNode node : level) {
                if (node.left != null && (node.left.splittable || node.right.splittable)) {
                    partition(node, features.order(f), lists[f], nextLists[f]);
                }
            }
        }
    }

    private void partition(TreeNode node, int[] order, int[] list, int[] next) {
        int leftAt = node.left.start;
        int rightAt = node.right.start;
        for (int j = node.start; j < node.start + node.count; j++) {
            int position = list[j];
            int goesRight = right[order[position]];
            // without a branch, because the sides are unpredictable
            next[leftAt + (rightAt - leftAt & -goesRight)] = position;
            rightAt += goesRight;
            leftAt += 1 - goesRight;
        }
    }
}
