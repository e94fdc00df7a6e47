package org.distaff.plot.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.metric.Matrix;

/**
 * Which factor (column) each latent (row) belongs to: the one it is related to most, whatever the sign; the first of
 * equals. A latent that is related to none belongs to none.
 */
public final class OwningFactor {

    private OwningFactor() {
    }

    /** For each row the index of its factor, or −1. */
    public static List<Integer> of(Matrix matrix) {
        return Arrays.stream(matrix.values()).map(OwningFactor::of).toList();
    }

    private static int of(double[] row) {
        int owner = -1;
        for (int c = 0; c < row.length; c++) {
            if (Math.abs(row[c]) > (owner < 0 ? 0 : Math.abs(row[owner]))) {
                owner = c;
            }
        }
        return owner;
    }

    /**
     * Indices of rows sorted by owning factor, and within one factor from the strongest relation to the weakest; rows
     * without a factor come last. Equal rows keep their order.
     */
    public static List<Integer> order(Matrix matrix) {
        List<Integer> owners = of(matrix);
        Comparator<Integer> byFactor = Comparator.comparing(
                r -> owners.get(r) < 0 ? matrix.columns().size() : owners.get(r));
        return IntStream.range(0, owners.size()).boxed().sorted(byFactor.thenComparing(
                r -> owners.get(r) < 0 ? 0 : -Math.abs(matrix.values()[r][owners.get(r)]))).toList();
    }

    /** The matrix with its rows in that order. */
    public static Matrix rows(Matrix matrix, List<Integer> order) {
        return new Matrix(order.stream().map(matrix.rows()::get).toList(), matrix.columns(),
                order.stream().map(r -> matrix.values()[r]).toArray(double[][]::new));
    }
}
