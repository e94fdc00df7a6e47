package org.distaff.core.geometry;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finite numbers and their order.
 *
 * @param ascending the numbers in ascending order
 * @param order     for each place in the order the index of its number
 * @param rank      for each number its place in the order; equal numbers stand in the order of their indices
 */
public record RankedNumbers(double[] ascending, int[] order, int[] rank) {

    /** Ranks numbers, O(N log N). */
    public static RankedNumbers of(double[] numbers) {
        int[] order = IntStream.range(0, numbers.length).boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> numbers[n])).mapToInt(n -> n).toArray();
        int[] rank = new int[order.length];
        double[] ascending = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
            ascending[i] = numbers[order[i]];
        }
        return new RankedNumbers(ascending, order, rank);
    }
}
