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

    private final double[] x;
    private final double[] y;
    /** The parabolas of the envelope from left to right: place of the vertex, height there, where it becomes lowest. */
    private final double[] vertex;
    private final double[] height;
    private final double[] start;

    private HausdorffDistance(double[] x, double[] y) {
        int[] order = IntStream.range(0, y.length).boxed().sorted(Comparator.comparingDouble((Integer n) -> y[n]))
                .mapToInt(n -> n).toArray();
        this.x = IntStream.of(order).mapToDouble(n -> x[n]).toArray();
        this.y = IntStream.of(order).mapToDouble(n -> y[n]).toArray();
        this.vertex = new double[y.length];
        this.height = new double[y.length];
        this.start = new double[y.length];
    }

    /**
     * The largest over all (x_a, y_b) of the smallest over n of (x_a − x_n)² + (y_b − y_n)²: the squared one-sided
     * Hausdorff distance.
     *
     * @param x first number of each pair, all finite
     * @param y second number of each pair
     */
    public static double squared(double[] x, double[] y) {
        HausdorffDistance distance = new HausdorffDistance(x, y);
        double[] bounds = IntStream.range(0, y.length).mapToDouble(distance::bound).toArray();
        int first = IntStream.range(0, y.length).reduce(0, (a, b) -> bounds[b] > bounds[a] ? b : a);
        double largest = distance.largestOnLine(first);
        for (int a = 0; a < bounds.length; a++) {
            if (bounds[a] > largest) {
                largest = Math.max(largest, distance.largestOnLine(a));
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
