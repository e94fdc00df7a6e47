package org.distaff.datasets.file;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.data.FactorSpace;

/**
 * The factor rows of observations that are listed one by one: some combinations may have none, others several, of which
 * one is drawn each time. Thread-safe.
 */
public final class ListedFactors {

    private final FactorSpace space;
    private final int[] rows;
    private final long[] combinations;
    private final int[] observations;

    /**
     * @param space factors of variation, K
     * @param rows  {@code N × K} values, row n of observation n; do not change them
     */
    public ListedFactors(FactorSpace space, int[] rows) {
        this.space = space;
        this.rows = rows;
        int count = rows.length / space.count();
        long[][] order = new long[count][];
        int[] row = new int[space.count()];
        for (int n = 0; n < count; n++) {
            System.arraycopy(rows, n * row.length, row, 0, row.length);
            order[n] = new long[] {space.index(row), n};
        }
        Arrays.sort(order, (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        combinations = Arrays.stream(order).mapToLong(entry -> entry[0]).toArray();
        observations = Arrays.stream(order).mapToInt(entry -> (int) entry[1]).toArray();
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
        long combination = space.index(row);
        int first = bound(combination);
        int end = bound(combination + 1);
        if (first == end) {
            throw new IllegalArgumentException("no observation shows the factors " + Arrays.toString(row));
        }
        return observations[end - first == 1 ? first : first + random.nextInt(end - first)];
    }

    /** Place of the first combination that is not smaller. */
    private int bound(long combination) {
        int low = 0;
        int high = combinations.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (combinations[middle] < combination) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
