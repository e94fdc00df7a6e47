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
 * <p>Residuals lie in [−1, 1] and are searched as integers in units of 2⁻⁴⁰, so that sums are exact and equally good
 * splits tie exactly, in whatever order the points stand; ties between features are broken by lot. One grower serves
 * one thread: its workspace is used again by the next tree. O(N D depth) per tree.
 */
final class TreeGrower {

    private static final double UNITS = 1L << 40;
    /** Below this variance the residuals of a node count as equal. */
    private static final double EQUAL = Math.ulp(1.0);

    private final SortedFeatures features;
    private final int points;
    private final int depth;
    private final SplitSearch search;
    private final double[] gains;
    private final int[] nodeOf;
    /** For each point its residual in units. */
    private final long[] units;
    /** For each point 1 if it goes to its node's right child, else 0. */
    private final byte[] side;
    /** Sums of the residuals along one feature, from each node's first point on. */
    private final double[] sums;
    /** For each feature the points of the nodes of a level, node by node, ascending within a node. */
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
        this.units = new long[points];
        this.side = new byte[points];
        this.sums = new double[points];
        this.rootLists = new int[features.features()][];
        Arrays.setAll(rootLists, features::order);
        this.oddLists = new int[features.features()][points];
        this.evenLists = new int[features.features()][points];
    }

    /** What a grower's lists take. */
    static long bytes(SortedFeatures features) {
        return 2L * Integer.BYTES * features.features() * features.points();
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
        List<TreeNode> parents = List.of();
        List<TreeNode> level = List.of(root(residuals));
        for (int l = 0; l < depth && level.stream().anyMatch(node -> node.splittable); l++) {
            int[][] lists = l == 0 ? rootLists : l % 2 == 1 ? oddLists : evenLists;
            int[][] parentLists = l == 1 ? rootLists : l % 2 == 1 ? evenLists : oddLists;
            for (int f = 0; f < lists.length; f++) {
                if (l == 0) {
                    addUp(level.get(0), lists[f]);
                }
                for (TreeNode parent : parents) {
                    if (parent.left != null && (parent.left.splittable || parent.right.splittable)) {
                        divide(parent, parentLists[f], lists[f]);
                    }
                }
                search(level, f, lists[f], lots);
            }
            parents = level;
            level = split(tree, level, lists, residuals);
        }
        return tree;
    }

    private TreeNode root(double[] residuals) {
        long sum = 0;
        double squares = 0;
        for (int n = 0; n < points; n++) {
            long unit = (long) Math.rint(residuals[n] * UNITS);
            units[n] = unit;
            sum += unit;
            squares += residuals[n] * residuals[n];
        }
        return node(0, 0, points, sum, squares);
    }

    private static TreeNode node(int place, int start, int count, long sum, double squares) {
        double mean = sum / UNITS / count;
        return new TreeNode(place, start, count, sum, count > 1 && squares / count - mean * mean > EQUAL);
    }

    /** Sums along a feature, if the node may be split. */
    private void addUp(TreeNode node, int[] list) {
        if (!node.splittable) {
            return;
        }
        long sum = 0;
        for (int i = node.start; i < node.start + node.count; i++) {
            sum += units[list[i]];
            sums[i] = sum;
        }
    }

    /** Divides a feature's list between the children, keeping the order, and adds up along both. */
    private void divide(TreeNode node, int[] list, int[] next) {
        int leftAt = node.left.start;
        int rightAt = node.right.start;
        for (int i = node.start; i < node.start + node.count; i++) {
            // without a branch, because the sides are unpredictable
            int point = list[i];
            int right = side[point];
            next[leftAt + (rightAt - leftAt & -right)] = point;
            rightAt += right;
            leftAt += 1 - right;
        }
        addUp(node.left, next);
        addUp(node.right, next);
    }

    private void search(List<TreeNode> level, int f, int[] list, RandomGenerator lots) {
        for (TreeNode node : level) {
            if (node.splittable) {
                search.search(sums, list, features.column(f), node);
                if (search.leftCount() > 0) {
                    node.offer(f, search.score(), search.leftCount(), lots);
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
                int[] list = lists[node.feature];
                node.left = child(2 * node.place + 1, list, node.start, middle, start, residuals);
                node.right = child(2 * node.place + 2, list, middle, node.start + node.count,
                        start + node.leftCount, residuals);
                children.add(node.left);
                children.add(node.right);
                start += node.count;
            }
        }
        return children;
    }

    private double threshold(TreeNode node, int[] list) {
        float[] column = features.column(node.feature);
        int middle = node.start + node.leftCount;
        return SortedFeatures.between(column[list[middle - 1]], column[list[middle]]);
    }

    /** The child that takes the points from {@code from} to {@code to} in the list of the feature that was split. */
    private TreeNode child(int place, int[] list, int from, int to, int start, double[] residuals) {
        byte right = (byte) (place % 2 == 0 ? 1 : 0);
        long sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            int n = list[i];
            nodeOf[n] = place;
            side[n] = right;
            sum += units[n];
            squares += residuals[n] * residuals[n];
        }
        return node(place, start, to - from, sum, squares);
    }
}
