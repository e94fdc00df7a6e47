package org.distaff.core.geometry;

import java.util.Arrays;

/**
 * Distance of the product of two sets of numbers from the set of pairs that occur. Places that lie within a rectangle
 * around a pair, itself within the circle of the distance known so far, need no look: they are crossed off 64 at a
 * time, so that B pairs take O(B² / 64) words and a search from the few places that are left, instead of O(B³).
 * Not thread-safe: one object is the workspace of one thread.
 */
public final class HausdorffDistance {

    /** Half width and half height of the rectangles in radii of the circle. */
    private static final double[][] RECTANGLES = {rectangle(Math.PI / 4), rectangle(Math.PI / 8),
            rectangle(3 * Math.PI / 8)};

    private final int size;
    /** In the order of the first numbers, the rank of each pair's second number. */
    private final int[] secondRank;
    /** In the order of the second numbers, each pair's first number. */
    private final double[] firstOf;
    /** In the order of the second numbers, the places of a word that are as high as a rectangle around the pair. */
    private final long[] beside;
    /** Unions of {@link #beside} from each pair to the last one of the window when it was last gone over. */
    private final long[] front;
    /** For the line through each pair the places of a word that may be farther than is known. */
    private final long[] open;
    private RankedNumbers x;
    private RankedNumbers y;
    private double known;
    /** Ranks of the farthest place known, and of the second number of the pair nearest to it. */
    private int farthestX;
    private int farthestY;
    private int nearest;

    /**
     * The place that is farthest from all pairs.
     *
     * @param squared its squared distance from the nearest pair: the squared one-sided Hausdorff distance
     * @param first   index of the pair whose first number the place has
     * @param second  index of the pair whose second number the place has
     * @param nearest index of the nearest pair
     */
    public record Farthest(double squared, int first, int second, int nearest) {
    }

    private static double[] rectangle(double angle) {
        return new double[] {Math.cos(angle), Math.sin(angle)};
    }

    /** @param size how many pairs all sets to come have, at least 1 */
    public HausdorffDistance(int size) {
        this.size = size;
        this.secondRank = new int[size];
        this.firstOf = new double[size];
        this.beside = new long[size];
        this.front = new long[size];
        this.open = new long[size];
    }

    /**
     * The place (x_a, y_b), over all a and b, whose smallest (x_a − x_n)² + (y_b − y_n)² over n is largest. Of places
     * that are equally far but for rounding any may be given, and any place when numbers are not finite.
     *
     * @param first  first number of each pair; at least one
     * @param second second number of each pair
     */
    public Farthest of(RankedNumbers first, RankedNumbers second) {
        x = first;
        y = second;
        for (int i = 0; i < size; i++) {
            secondRank[i] = y.rank()[x.order()[i]];
            firstOf[secondRank[i]] = x.ascending()[i];
        }
        known = 0;
        farthestX = 0;
        farthestY = secondRank[0];
        nearest = secondRank[0];
        // the farthest places are near a corner as a rule; once one is known, most others need no look
        look(0, 0);
        look(0, size - 1);
        look(size - 1, 0);
        look(size - 1, size - 1);
        for (int word = 0; word < size; word += Long.SIZE) {
            for (int line = 0; line < size;) {
                line = lookFrom(line, word);
            }
        }
        return new Farthest(known, x.order()[farthestX], y.order()[farthestY], y.order()[nearest]);
    }

    /** Looks at the places of a word from a line on until one is farther than was known; returns the next line. */
    private int lookFrom(int line, int word) {
        Arrays.fill(open, line, size, -1L >>> Math.max(0, word + Long.SIZE - size));
        double radius = Math.sqrt(known);
        long any = -1;
        for (int r = 0; r < RECTANGLES.length && any != 0; r++) {
            putBeside(word, radius * RECTANGLES[r][1]);
            any = crossOff(line, radius * RECTANGLES[r][0]);
        }
        if (any == 0) {
            return size;
        }
        double before = known;
        for (int a = line; a < size; a++) {
            for (long left = open[a]; left != 0; left &= left - 1) {
                look(a, word + Long.numberOfTrailingZeros(left));
            }
            if (known > before) {
                return a + 1;
            }
        }
        return size;
    }

    /** For each pair the places of a word that are at most so much higher or lower. */
    private void putBeside(int word, double height) {
        double[] values = y.ascending();
        int last = Math.min(word + Long.SIZE, size) - 1;
        int low = word;
        int high = word;
        for (int i = 0; i < size; i++) {
            while (low <= last && values[i] - values[low] > height) {
                low++;
            }
            while (high <= last && values[high] - values[i] <= height) {
                high++;
            }
            // the places from low to high − 1; none of them is no shift by 64
            beside[i] = low >= high ? 0 : -1L >>> Long.SIZE - (high - low) << low - word;
        }
    }

    /** Crosses off what pairs near each line are beside; returns the union of what is left. */
    private long crossOff(int line, double width) {
        double[] values = x.ascending();
        int left = 0;
        int right = 0;
        int turned = 0;
        long back = 0;
        long any = 0;
        for (int a = line; a < size; a++) {
            while (right < size && values[right] - values[a] <= width) {
                back |= beside[secondRank[right++]];
            }
            while (values[a] - values[left] > width) {
                left++;
            }
            if (left >= turned) {
                turned = right;
                back = 0;
                long all = 0;
                for (int i = right - 1; i >= left; i--) {
                    all |= beside[secondRank[i]];
                    front[i] = all;
                }
            }
            open[a] &= ~(front[left] | back);
            any |= open[a];
        }
        return any;
    }

    /** Makes known how far the place (x_a, y_b) is from the nearest pair, if that is farther. */
    private void look(int a, int b) {
        double at = x.ascending()[a];
        double[] values = y.ascending();
        double smallest = (at - firstOf[b]) * (at - firstOf[b]);
        int pair = b;
        int up = b + 1;
        int down = b - 1;
        while (smallest > known) {
            double above = up < size ? values[up] - values[b] : Double.POSITIVE_INFINITY;
            double under = down >= 0 ? values[b] - values[down] : Double.POSITIVE_INFINITY;
            double along = Math.min(above, under);
            if (!(along * along < smallest)) { // also ends where numbers are none
                known = smallest;
                farthestX = a;
                farthestY = b;
                nearest = pair;
                return;
            }
            int next = above <= under ? up++ : down--;
            double across = at - firstOf[next];
            if (across * across + along * along < smallest) {
                smallest = across * across + along * along;
                pair = next;
            }
        }
    }
}
