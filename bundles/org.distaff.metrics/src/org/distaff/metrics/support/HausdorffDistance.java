package org.distaff.metrics.support;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Distance of the product of two sets of numbers from the set of pairs that occur. The distances of all points of a
 * vertical line from the nearest pair are the lower envelope of parabolas, one for each pair (Felzenszwalb and
 * Huttenlocher, Distance Transforms of Sampled Functions, Theory of Computing 2012, section 2.1), so B pairs take O(B²)
 * instead of O(B³). Most lines are not even looked at, because a bound says that they cannot hold the largest.
 */
public final class HausdorffDistance {

    /** The pairs in ascending order of their second number. */
    private final int[] order;
    private final double[] x;
    private final double[] y;
    private final double[] bounds;
    private final double[] below;
    /** The parabolas of the envelope from left to right: place of the vertex, height there, where it becomes lowest. */
    private final double[] vertex;
    private final double[] height;
    private final double[] start;

    /** Distances of pairs with these second numbers, all finite; they are sorted once. Not thread-safe. */
    HausdorffDistance(double[] second) {
        this.order = IntStream.range(0, second.length).boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> second[n])).mapToInt(n -> n).toArray();
        this.x = new double[second.length];
        this.y = IntStream.of(order).mapToDouble(n -> second[n]).toArray();
        this.bounds = new double[second.length];
        this.below = new double[second.length];
        this.vertex = new double[second.length];
        this.height = new double[second.length];
        this.start = new double[second.length];
    }

    /**
     * The largest over all (x_a, y_b) of the smallest over n of (x_a − x_n)² + (y_b − y_n)²: the squared one-sided
     * Hausdorff distance.
     *
     * @param x first number of each pair, all finite
     * @param y second number of each pair
     */
    public static double squared(double[] x, double[] y) {
        return new HausdorffDistance(y).squared(x, 0);
    }

    /** The same for the first numbers that stand in an array from an index on. */
    double squared(double[] first, int from) {
        int widest = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = first[from + order[i]];
        }
        for (int a = 0; a < x.length; a++) {
            bounds[a] = bound(a);
            widest = bounds[a] > bounds[widest] ? a : widest;
        }
        double largest = largestOnLine(widest);
        for (int a = 0; a < bounds.length; a++) {
            if (bounds[a] > largest && mayExceed(a, largest)) {
                largest = Math.max(largest, largestOnLine(a));
            }
        }
        return largest;
    }

    /** No distance on the line through pair a is larger: (x_a, y_b) is no farther from pair a, nor from pair b. */
    private double bound(int a) {
        double bound = 0;
        for (int b = 0; b < y.length; b++) {
            double across = x[a] - x[b];
            double along = y[a] - y[b];
            bound = Math.max(bound, Math.min(across * across, along * along));
        }
        return bound;
    }

    /**
     * Whether some place on the line through a pair may be farther than √{@code squared} from all pairs: of the pairs in
     * a strip along the line, as wide as a square within the circle of that radius, the next above and below is looked at.
     */
    private boolean mayExceed(int pair, double squared) {
        double half = Math.sqrt(squared / 2);
        double last = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < y.length; n++) {
            last = Math.abs(x[n] - x[pair]) <= half ? y[n] : last;
            below[n] = last;
        }
        boolean exceeds = false;
        double next = Double.POSITIVE_INFINITY;
        for (int n = y.length - 1; n >= 0; n--) {
            next = Math.abs(x[n] - x[pair]) <= half ? y[n] : next;
            exceeds |= Math.min(next - y[n], y[n] - below[n]) > half;
        }
        return exceeds;
    }

    private double largestOnLine(int pair) {
        int last = envelope(x[pair]);
        double largest = 0;
        int lowest = 0;
        for (double place : y) {
            while (lowest < last && start[lowest + 1] < place) {
                lowest++;
            }
            double away = place - vertex[lowest];
            largest = Math.max(largest, height[lowest] + away * away);
        }
        return largest;
    }

    /** Builds the envelope of the line through {@code at} and returns its last parabola. */
    private int envelope(double at) {
        int last = -1;
        for (int n = 0; n < y.length; n++) {
            double h = (at - x[n]) * (at - x[n]);
            if (last >= 0 && vertex[last] == y[n]) {
                if (h >= height[last]) {
                    continue;
                }
                last--;
            }
            double from = Double.NEGATIVE_INFINITY;
            while (last >= 0) {
                from = (vertex[last] + y[n]) / 2 + (h - height[last]) / (y[n] - vertex[last]) / 2;
                if (from > start[last]) {
                    break;
                }
                last--;
            }
            last++;
            vertex[last] = y[n];
            height[last] = h;
            start[last] = last == 0 ? Double.NEGATIVE_INFINITY : from;
        }
        return last;
    }
}
