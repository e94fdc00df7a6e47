package org.distaff.metrics.image;

/** Products and factors of large matrices, row by row so that vector instructions and caches are used. */
final class MatrixProducts {

    /** Rows of the right matrix that are used over and over before the next ones. */
    private static final int BLOCK = 64;

    private MatrixProducts() {
    }

    /** A B. */
    static double[][] of(double[][] a, double[][] b) {
        int columns = b.length == 0 ? 0 : b[0].length;
        double[][] product = new double[a.length][columns];
        for (int from = 0; from < b.length; from += BLOCK) {
            for (int i = 0; i < a.length; i++) {
                for (int k = from; k < Math.min(b.length, from + BLOCK); k++) {
                    addScaled(product[i], b[k], a[i][k]);
                }
            }
        }
        return product;
    }

    static double[][] transposed(double[][] a) {
        double[][] turned = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    /**
     * Lᵀ with L Lᵀ the given positive semi-definite matrix, by Cholesky's method with the largest remaining variance
     * first; as many rows as the matrix has rank, but for rounding.
     */
    static double[][] cholesky(double[][] a) {
        int size = a.length;
        double[] left = new double[size];
        double largest = 0;
        for (int i = 0; i < size; i++) {
            left[i] = a[i][i];
            largest = Math.max(largest, left[i]);
        }
        double nothing = largest * size * Math.ulp(1.0);
        double[][] rows = new double[size][];
        for (int rank = 0; rank < size; rank++) {
            int pivot = 0;
            for (int i = 1; i < size; i++) {
                pivot = left[i] > left[pivot] ? i : pivot;
            }
            if (left[pivot] <= nothing) {
                return java.util.Arrays.copyOf(rows, rank);
            }
            double[] row = a[pivot].clone();
            for (int r = 0; r < rank; r++) {
                addScaled(row, rows[r], -rows[r][pivot]);
            }
            double root = Math.sqrt(left[pivot]);
            for (int i = 0; i < size; i++) {
                row[i] = left[i] == Double.NEGATIVE_INFINITY ? 0 : row[i] / root;
                left[i] -= row[i] * row[i];
            }
            row[pivot] = root;
            left[pivot] = Double.NEGATIVE_INFINITY; // taken
            rows[rank] = row;
        }
        return rows;
    }

    private static void addScaled(double[] target, double[] source, double factor) {
        for (int j = 0; j < target.length; j++) {
            target[j] += factor * source[j];
        }
    }
}
