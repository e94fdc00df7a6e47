package org.distaff.datasets.darcy;

/**
 * Eigenvalues and eigenvectors of a symmetric tridiagonal matrix by the implicit QL method with Wilkinson's shift
 * (Bowdler, Martin, Reinsch, Wilkinson, The QR and QL Algorithms for Symmetric Matrices, Numerische Mathematik 11,
 * 1968).
 */
final class Tridiagonal {

    private static final int MOST_ROUNDS = 60;

    private Tridiagonal() {
    }

    /**
     * @param diagonal diagonal; overwritten
     * @param beside   entry i couples i and i + 1; overwritten
     * @param vectors  receives eigenvectors as columns
     * @return eigenvalues in no order
     */
    static double[] solve(double[] diagonal, double[] beside, double[][] vectors) {
        int n = diagonal.length;
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        beside[n - 1] = 0;
        for (int low = 0; low < n; low++) {
            int round = 0;
            int high = split(diagonal, beside, low);
            while (high > low) {
                if (++round > MOST_ROUNDS) {
                    throw new IllegalStateException("an eigenvalue of a tridiagonal matrix was not found");
                }
                sweep(diagonal, beside, vectors, low, high);
                high = split(diagonal, beside, low);
            }
        }
        return diagonal;
    }

    /** The end of the block that begins at {@code low}: the first coupling that is negligible. */
    private static int split(double[] diagonal, double[] beside, int low) {
        int high = low;
        while (high < diagonal.length - 1
                && Math.abs(beside[high]) > 1e-16 * (Math.abs(diagonal[high]) + Math.abs(diagonal[high + 1]))) {
            high++;
        }
        return high;
    }

    private static void sweep(double[] d, double[] e, double[][] vectors, int low, int high) {
        double g = (d[low + 1] - d[low]) / (2 * e[low]);
        double r = Math.sqrt(g * g + 1);
        g = d[high] - d[low] + e[low] / (g + (g < 0 ? -r : r));
        double s = 1;
        double c = 1;
        double p = 0;
        for (int i = high - 1; i >= low; i--) {
            double f = s * e[i];
            double b = c * e[i];
            r = Math.sqrt(f * f + g * g);
            e[i + 1] = r;
            if (r == 0) {
                d[i + 1] -= p;
                e[high] = 0;
                return;
            }
            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            for (double[] row : vectors) {
                double next = row[i + 1];
                row[i + 1] = s * row[i] + c * next;
                row[i] = c * row[i] - s * next;
            }
        }
        d[low] -= p;
        e[low] = g;
        e[high] = 0;
    }
}
