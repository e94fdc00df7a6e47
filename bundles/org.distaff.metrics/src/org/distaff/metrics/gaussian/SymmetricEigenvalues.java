package org.distaff.metrics.gaussian;

/** Eigenvalues of a symmetric matrix by Jacobi's method; O(n³) per sweep, few sweeps. */
public final class SymmetricEigenvalues {

    private static final int MAXIMUM_SWEEPS = 60;

    private SymmetricEigenvalues() {
    }

    /** The eigenvalues in no particular order; the argument stays as it is. */
    public static double[] of(double[][] symmetric) {
        int size = symmetric.length;
        double[][] a = new double[size][];
        double scale = 0;
        for (int i = 0; i < size; i++) {
            a[i] = symmetric[i].clone();
            for (double entry : a[i]) {
                scale += entry * entry;
            }
        }
        for (int sweep = 0; sweep < MAXIMUM_SWEEPS && offDiagonal(a) > 1e-32 * scale; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, p, q);
                }
            }
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = a[i][i];
        }
        return values;
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    /** Makes entry (p, q) zero by a rotation in the plane of p and q. */
    private static void rotate(double[][] a, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.hypot(1, ratio));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = tangent * cosine;
        for (int i = 0; i < a.length; i++) {
            double ip = a[i][p];
            double iq = a[i][q];
            a[i][p] = cosine * ip - sine * iq;
            a[i][q] = sine * ip + cosine * iq;
        }
        for (int i = 0; i < a.length; i++) {
            double pi = a[p][i];
            double qi = a[q][i];
            a[p][i] = cosine * pi - sine * qi;
            a[q][i] = sine * pi + cosine * qi;
        }
    }
}
