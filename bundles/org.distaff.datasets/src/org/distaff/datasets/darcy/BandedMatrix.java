package org.distaff.datasets.darcy;

import java.util.stream.IntStream;

/**
 * A square matrix whose entries lie within a band about the diagonal, factorised with partial pivoting. Cost of a
 * factorisation: 2 · n · band², up to twice that where rows were exchanged.
 */
final class BandedMatrix {

    private final int size;
    private final int band;
    /** Row by row, column j of row i at j − i + band; pivoting widens the band to twice as much on the right. */
    private final double[][] rows;
    /** The last column of each row that can hold something. */
    private final int[] reach;

    BandedMatrix(int size, int band) {
        this.size = size;
        this.band = band;
        this.rows = new double[size][3 * band + 1];
        this.reach = IntStream.range(0, size).map(row -> Math.min(size - 1, row + band)).toArray();
    }

    void add(int row, int column, double value) {
        rows[row][column - row + band] += value;
    }

    /** Solves for several right-hand sides, {@code size} values each, in place; destroys the matrix. */
    void solve(double[][] right) {
        for (int k = 0; k < size; k++) {
            int last = Math.min(size - 1, k + band);
            int pivot = k;
            for (int i = k + 1; i <= last; i++) {
                if (Math.abs(at(i, k)) > Math.abs(at(pivot, k))) {
                    pivot = i;
                }
            }
            if (at(pivot, k) == 0) {
                throw new IllegalStateException("the matrix of a field is singular");
            }
            swap(k, pivot, right);
            eliminate(k, last, right);
        }
        for (double[] values : right) {
            for (int k = size - 1; k >= 0; k--) {
                double sum = values[k];
                for (int j = k + 1; j <= reach[k]; j++) {
                    sum -= at(k, j) * values[j];
                }
                values[k] = sum / at(k, k);
            }
        }
    }

    private double at(int row, int column) {
        return rows[row][column - row + band];
    }

    private void swap(int k, int pivot, double[][] right) {
        int end = Math.max(reach[k], reach[pivot]);
        for (int j = k; pivot != k && j <= end; j++) {
            double upper = rows[k][j - k + band];
            rows[k][j - k + band] = at(pivot, j);
            rows[pivot][j - pivot + band] = upper;
        }
        int reached = reach[k];
        reach[k] = reach[pivot];
        reach[pivot] = reached;
        for (double[] values : right) {
            double upper = values[k];
            values[k] = values[pivot];
            values[pivot] = upper;
        }
    }

    private void eliminate(int k, int last, double[][] right) {
        int end = reach[k];
        double[] upper = rows[k];
        for (int i = k + 1; i <= last; i++) {
            double[] row = rows[i];
            double factor = row[k - i + band] / upper[band];
            if (factor != 0) {
                reach[i] = Math.max(reach[i], end);
                int shift = band - i;
                int from = band - k;
                for (int j = k + 1; j <= end; j++) {
                    row[j + shift] -= factor * upper[j + from];
                }
                for (double[] values : right) {
                    values[i] -= factor * values[k];
                }
            }
        }
    }
}
