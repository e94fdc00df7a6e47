package org.distaff.metrics.gaussian;

/**
 * Eigenvalues of a symmetric matrix: reduction to three diagonals by reflections, then the implicit QL method. O(n³),
 * about three seconds for n = 2048. Golub and Van Loan, Matrix Computations, 4th edition, 2013, sections 8.3.1 and 8.3.3.
 */
public final class SymmetricEigenvalues {

    private static final int MAXIMUM_STEPS = 60;

    private SymmetricEigenvalues() {
    }

    /**
     * The eigenvalues in no particular order, each with an error of about the rounding of the largest; the argument
     * stays as it is.
     */
    public static double[] of(double[][] symmetric) {
        int size = symmetric.length;
        double[][] a = new double[size][];
        for (int i = 0; i < size; i++) {
            a[i] = symmetric[i].clone();
        }
        double[] beside = new double[size];
        for (int last = size - 1; last > 1; last--) {
            beside[last - 1] = reflect(a, last);
        }
        if (size > 1) {
            beside[0] = a[1][0];
        }
        double[] diagonal = new double[size];
        for (int i = 0; i < size; i++) {
            diagonal[i] = a[i][i];
        }
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(diagonal[i]) + Math.abs(beside[i]));
        }
        for (int i = 0; i < size; i++) {
            settle(diagonal, beside, i, Math.ulp(1.0) / 2 * largest);
        }
        return diagonal;
    }

    /**
     * Turns row {@code last} into zeros but for its two last entries by a reflection of the rows and columns before
     * it, H A H with H = 1 − 2 v vᵀ / |v|².
     *
     * @return the entry beside the diagonal
     */
    private static double reflect(double[][] a, int last) {
        double[] v = a[last];
        double scale = 0;
        for (int i = 0; i < last; i++) {
            scale = Math.max(scale, Math.abs(v[i]));
        }
        if (scale == 0) {
            return 0;
        }
        double square = 0;
        for (int i = 0; i < last; i++) {
            v[i] /= scale;
            square += v[i] * v[i];
        }
        double length = Math.copySign(Math.sqrt(square), v[last - 1]);
        double half = square + length * v[last - 1]; // |v|² / 2 after the next line
        v[last - 1] += length;
        double[] p = new double[last];
        for (int i = 0; i < last; i++) {
            addScaled(p, a[i], v[i] / half, last);
        }
        double projection = 0;
        for (int i = 0; i < last; i++) {
            projection += p[i] * v[i];
        }
        addScaled(p, v, -projection / (2 * half), last);
        for (int i = 0; i < last; i++) {
            addScaled(a[i], p, -v[i], last);
            addScaled(a[i], v, -p[i], last);
        }
        return -length * scale;
    }

    /** target += factor · source, over whole rows because that is what vector instructions do best. */
    private static void addScaled(double[] target, double[] source, double factor, int length) {
        for (int j = 0; j < length; j++) {
            target[j] += factor * source[j];
        }
    }

    /** Makes {@code beside[from]} vanish by QL steps with implicit shifts; smaller than {@code nothing} is rounding. */
    private static void settle(double[] diagonal, double[] beside, int from, double nothing) {
        for (int step = 0; step < MAXIMUM_STEPS; step++) {
            int to = from;
            while (to < diagonal.length - 1 && Math.abs(beside[to]) > nothing) {
                to++;
            }
            if (to == from) {
                return;
            }
            chase(diagonal, beside, from, to);
        }
        throw new IllegalStateException("The eigenvalues of a symmetric matrix did not settle.");
    }

    /** One QL step on rows {@code from} to {@code to}, shifted by the nearer eigenvalue of its first two. */
    private static void chase(double[] diagonal, double[] beside, int from, int to) {
        double ratio = (diagonal[from + 1] - diagonal[from]) / (2 * beside[from]);
        double shifted = diagonal[to] - diagonal[from]
                + beside[from] / (ratio + Math.copySign(Math.hypot(ratio, 1), ratio));
        double sine = 1;
        double cosine = 1;
        double carried = 0;
        for (int i = to - 1; i >= from; i--) {
            double bulge = sine * beside[i];
            double rest = cosine * beside[i];
            double radius = Math.hypot(bulge, shifted);
            beside[i + 1] = radius;
            if (radius == 0) { // the matrix has fallen apart; what is left is settled in the next steps
                diagonal[i + 1] -= carried;
                beside[to] = 0;
                return;
            }
            sine = bulge / radius;
            cosine = shifted / radius;
            double moved = diagonal[i + 1] - carried;
            double turned = (diagonal[i] - moved) * sine + 2 * cosine * rest;
            carried = sine * turned;
            diagonal[i + 1] = moved + carried;
            shifted = cosine * turned - rest;
        }
        diagonal[from] -= carried;
        beside[from] = shifted;
        beside[to] = 0;
    }
}
