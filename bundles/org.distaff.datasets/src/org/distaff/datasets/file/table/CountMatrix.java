package org.distaff.datasets.file.table;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.distaff.core.data.ObservationShape;
import org.distaff.datasets.file.ObservationTable;

/**
 * Counts of which most are zero: compressed sparse rows, an observation per row.
 *
 * @param starts   N + 1 places where rows begin
 * @param columns  variable of each count
 * @param values   the counts
 * @param variables number of variables
 */
public record CountMatrix(int[] starts, int[] columns, float[] values, int variables) implements ObservationTable {

    /** Most counts that are kept, 8 bytes each. */
    static final int MAXIMUM = 1 << 27;
    /** Most variables of an observation. */
    static final int MAXIMUM_VARIABLES = 1_000_000;

    @Override
    public long count() {
        return starts.length - 1;
    }

    @Override
    public ObservationShape shape() {
        return new ObservationShape(1, 1, variables);
    }

    @Override
    public void write(long index, FloatBuffer target) {
        float[] row = new float[variables];
        for (int i = starts[(int) index]; i < starts[(int) index + 1]; i++) {
            row[columns[i]] += values[i];
        }
        target.put(row);
    }

    /** Collects entries in any order. */
    static final class Builder {

        private int[] rows = new int[1024];
        private int[] columns = new int[1024];
        private float[] values = new float[1024];
        private int count;

        /** Adds an entry; returns false when there are too many. */
        boolean add(int row, int column, float value) {
            if (value == 0) {
                return true;
            }
            if (count == MAXIMUM) {
                return false;
            }
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
                columns = Arrays.copyOf(columns, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            rows[count] = row;
            columns[count] = column;
            values[count++] = value;
            return true;
        }

        /** Sorts the entries by row. */
        CountMatrix build(int observations, int variables) {
            int[] starts = new int[observations + 1];
            for (int i = 0; i < count; i++) {
                starts[rows[i] + 1]++;
            }
            for (int n = 0; n < observations; n++) {
                starts[n + 1] += starts[n];
            }
            int[] next = starts.clone();
            int[] sorted = new int[count];
            float[] sortedValues = new float[count];
            for (int i = 0; i < count; i++) {
                int place = next[rows[i]]++;
                sorted[place] = columns[i];
                sortedValues[place] = values[i];
            }
            return new CountMatrix(starts, sorted, sortedValues, variables);
        }
    }
}
