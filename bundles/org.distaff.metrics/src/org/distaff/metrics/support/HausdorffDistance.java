package org.distaff.metrics.support;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Distance of the product of two sets of numbers from the set of pairs that occur. Only places that a pair beside them
 * does not show to be near enough are looked at, and of the pairs those next in the second number first, so that B
 * pairs take little more than O(B²) instead of O(B³). Not thread-safe.
 */
public final class HausdorffDistance {

    /** The pairs in ascending order of their second number. */
    private final int[] order;
    private final double[] x;
    private final double[] y;
    private final int[] below;

    /** Distances of pairs with these second numbers, all finite; they are sorted once. */
    HausdorffDistance(double[] second) {
        this.order = IntStream.range(0, second.length).boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> second[n])).mapToInt(n -> n).toArray();
        this.x = new double[second.length];
        this.y = IntStream.of(order).mapToDouble(n -> second[n]).toArray();
        this.below = new int[second.length];
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
        int leftmost = 0;
        int rightmost = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = first[from + order[i]];
            leftmost = x[i] < x[leftmost] ? i : leftmost;
            rightmost = x[i] > x[rightmost] ? i : rightmost;
        }
        // the farthest places are near a corner as a rule; once one is known, most others need no second look
        double largest = onLine(rightmost, onLine(leftmost, 0));
        for (int a = 0; a < x.length; a++) {
            largest = onLine(a, largest);
        }
        return largest;
    }

    /**
     * The largest of {@code known} and the squared distances of the places on the line through a pair. Of the pairs in
     * a strip along the line, as wide as a square within the circle of the known distance, the next above and below a
     * place says whether that is near enough.
     */
    private double onLine(int pair, double known) {
        double at = x[pair];
        double half = Math.sqrt(known / 2);
        int last = -1;
        for (int n = 0; n < y.length; n++) {
            last = either(inside(x[n] - at, half), n, last);
            below[n] = last;
        }
        double largest = known;
        int next = y.length;
        for (int n = y.length - 1; n >= 0; n--) {
            next = either(inside(x[n] - at, half), n, next);
            boolean near = next < y.length && y[next] - y[n] <= half || below[n] >= 0 && y[n] - y[below[n]] <= half;
            largest = near ? largest : Math.max(largest, nearest(at, n, largest));
        }
        return largest;
    }

    /** −1 within the strip, else 0; without a branch, which nothing could predict. */
    private static int inside(double away, double half) {
        return (int) (Double.doubleToRawLongBits(Math.abs(away) - half) >> Long.SIZE - 1);
    }

    /** One of two numbers without a branch. */
    private static int either(int mask, int yes, int no) {
        return yes & mask | no & ~mask;
    }

    /** Squared distance of a place from the nearest pair, or any that is at most {@code enough}. */
    private double nearest(double at, int place, double enough) {
        double smallest = (at - x[place]) * (at - x[place]);
        int up = place + 1;
        int down = place - 1;
        while (smallest > enough) {
            double above = up < y.length ? y[up] - y[place] : Double.POSITIVE_INFINITY;
            double under = down >= 0 ? y[place] - y[down] : Double.POSITIVE_INFINITY;
            double along = Math.min(above, under);
            if (along * along >= smallest) {
                break;
            }
            double across = at - x[above <= under ? up++ : down--];
            smallest = Math.min(smallest, across * across + along * along);
        }
        return smallest;
    }
}
