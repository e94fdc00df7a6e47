package org.distaff.metrics.image;

import java.util.Arrays;

import org.distaff.metrics.gaussian.Covariance;
import org.distaff.metrics.gaussian.SymmetricEigenvalues;

/**
 * Fréchet distance of two Gaussians fitted to two sets of features, squared: |m₁ − m₂|² + tr(C₁ + C₂ − 2 (C₁C₂)^½)
 * (Dowson and Landau, The Fréchet distance between multivariate normal distributions, Journal of Multivariate Analysis
 * 1982). The trace of the root is Σ √λ over the eigenvalues λ of C₁C₂, which are those of the symmetric Lᵀ C₂ L for any
 * L with L Lᵀ = C₁, such as the root C₁^½; here L is a Cholesky factor, so singular covariances need no care and
 * nothing becomes complex.
 */
public final class FrechetDistance {

    private FrechetDistance() {
    }

    /**
     * @param first    {@code N₁ × features}, row by row; at least two rows
     * @param second   {@code N₂ × features}
     * @param features number of features F; O((N₁ + N₂) F² + F³)
     */
    public static double between(double[] first, double[] second, int features) {
        double[][] firstCovariance = Covariance.of(first, features);
        double[][] secondCovariance = Covariance.of(second, features);
        double[] firstMean = means(first, features);
        double[] secondMean = means(second, features);
        double sum = 0;
        for (int i = 0; i < features; i++) {
            double difference = firstMean[i] - secondMean[i];
            sum += difference * difference + firstCovariance[i][i] + secondCovariance[i][i];
        }
        return Math.max(0, sum - 2 * traceOfRoot(firstCovariance, secondCovariance));
    }

    private static double[] means(double[] rows, int columns) {
        double[] means = new double[columns];
        int points = rows.length / columns;
        for (int i = 0; i < rows.length; i++) {
            means[i % columns] += rows[i] / points;
        }
        return means;
    }

    /** tr (C₁C₂)^½ of two covariance matrices. */
    static double traceOfRoot(double[][] first, double[][] second) {
        double[][] factor = MatrixProducts.cholesky(first);
        double[][] product = MatrixProducts.of(MatrixProducts.of(factor, second), MatrixProducts.transposed(factor));
        for (int i = 0; i < product.length; i++) { // equal but for rounding
            for (int j = 0; j < i; j++) {
                product[i][j] = (product[i][j] + product[j][i]) / 2;
                product[j][i] = product[i][j];
            }
        }
        return Arrays.stream(SymmetricEigenvalues.of(product)).map(e -> Math.sqrt(Math.max(0, e))).sum();
    }
}
