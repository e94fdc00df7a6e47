package org.distaff.metrics.linear;

/**
 * The part of a softmax loss's Hessian that lies within each class: for class c the matrix Σ_n s_n p_nc (1 − p_nc)
 * x_n x_nᵀ plus the penalties. Its inverse is where a search may begin to learn how the loss is curved.
 */
final class ClassCurvature {

    /** What every weight's curvature is raised by, in shares of the class's largest: the points may be too few. */
    private static final double CAUTION = 0.01;

    private final int width;
    /** Lower Cholesky factors, {@code classes × width²}. */
    private final double[][] factors;

    /** @param hessians {@code classes × width²}, symmetric, row by row; overwritten */
    ClassCurvature(double[][] hessians, int width) {
        this.width = width;
        this.factors = hessians;
        for (double[] hessian : hessians) {
            factorise(hessian);
        }
    }

    private void factorise(double[] a) {
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < width; i++) {
            largest = Math.max(largest, a[i * width + i]);
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * width + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * width + k] * a[j * width + k];
                }
                a[i * width + j] = i == j ? Math.sqrt(sum + CAUTION * largest) : sum / a[j * width + j];
            }
        }
    }

    /** Replaces a gradient, {@code classes × width}, by the inverse times it. */
    void solve(double[] gradient) {
        for (int c = 0; c < factors.length; c++) {
            double[] l = factors[c];
            int at = c * width;
            for (int i = 0; i < width; i++) {
                double sum = gradient[at + i];
                for (int k = 0; k < i; k++) {
                    sum -= l[i * width + k] * gradient[at + k];
                }
                gradient[at + i] = sum / l[i * width + i];
            }
            for (int i = width - 1; i >= 0; i--) {
                double sum = gradient[at + i];
                for (int k = i + 1; k < width; k++) {
                    sum -= l[k * width + i] * gradient[at + k];
                }
                gradient[at + i] = sum / l[i * width + i];
            }
        }
    }
}
