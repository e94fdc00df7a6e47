package org.distaff.datasets.file;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.FactorSpace;

/**
 * The factor rows of observations that are listed one by one: some combinations may have none, others several, of which
 * one is drawn each time. Thread-safe.
 */
public final class ListedFactors {

    private final FactorSpace space;
    private final int[] rows;
    /** Observations in the order of their rows, of equal ones in their own order. */
    private final int[] order;

    /**
     * @param space factors of variation, K; there may be more combinations than can be counted
     * @param rows  {@code N × K} values, row n of observation n; do not change them
     */
    public ListedFactors(FactorSpace space, int[] rows) {
        this.space = space;
        this.rows = rows;
        this.order = IntStream.range(0, rows.length / space.count()).boxed()
                .sorted((a, b) -> Arrays.compare(rows, a * space.count(), (a + 1) * space.count(), rows,
                        b * space.count(), (b + 1) * space.count()))
                .mapToInt(Integer::intValue).toArray();
    }

    public FactorSpace space() {
        return space;
    }

    /** {@code N × K} values; do not change them. */
    public int[] rows() {
        return rows;
    }

    /** An observation that shows a factor row, drawn uniformly among those that do. */
    public int observation(int[] row, RandomGenerator random) {
        int first = bound(row, false);
        int end = bound(row, true);
        if (first == end) {
            throw new IllegalArgumentException("no observation shows the factors " + Arrays.toString(row));
        }
        return order[end - first == 1 ? first : first + random.nextInt(end - first)];
    }

    /** The first place whose row is not smaller, or is greater. */
    private int bound(int[] row, boolean greater) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = low + high >>> 1;
            int start = order[middle] * row.length;
            int compared = Arrays.compare(rows, start, start + row.length, row, 0, row.length);
            if (compared < 0 || greater && compared == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
