package org.distaff.metrics.work;

/** The lead of the best over the second best. */
public final class Gap {

    private Gap() {
    }

    /** Largest minus second largest of some values, at least 0; NaN with fewer than two. */
    public static double of(double[] values) {
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            second = Math.max(second, Math.min(first, value));
            first = Math.max(first, value);
        }
        return values.length < 2 ? Double.NaN : first - second;
    }

    /** The gap of a column of a matrix. */
    public static double ofColumn(double[][] matrix, int column) {
        double[] values = new double[matrix.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix[i][column];
        }
        return of(values);
    }
}
