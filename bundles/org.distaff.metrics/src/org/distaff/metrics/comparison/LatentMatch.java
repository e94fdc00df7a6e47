package org.distaff.metrics.comparison;

import java.util.Arrays;

import org.distaff.core.progress.Progress;
import org.distaff.metrics.correlation.Correlation;
import org.distaff.metrics.correlation.Ranks;
import org.distaff.metrics.linear.Lasso;
import org.distaff.metrics.linear.LinearPredictor;

/**
 * How strongly each latent of one model goes with each latent of another.
 *
 * @param relation  absolute strengths, {@code latents of the one × latents of the other}
 * @param converged whether the regressions behind it were solved
 */
public record LatentMatch(double[][] relation, boolean converged) {

    /** Absolute weights of a lasso regression of the other's latents on the one's; columns have mean 0. */
    public static LatentMatch lasso(double[][] one, double[][] other, double alpha) {
        int points = one[0].length;
        double[] rows = new double[points * one.length];
        for (int n = 0; n < points; n++) {
            for (int a = 0; a < one.length; a++) {
                rows[n * one.length + a] = one[a][n];
            }
        }
        double[][] relation = new double[one.length][other.length];
        boolean converged = true;
        for (int b = 0; b < other.length; b++) {
            LinearPredictor fitted = new Lasso(alpha).fit(rows, one.length, other[b], Progress.NONE);
            converged &= fitted.converged();
            for (int a = 0; a < one.length; a++) {
                relation[a][b] = fitted.weights()[a];
            }
        }
        return new LatentMatch(absolute(relation), converged);
    }

    /** Absolute rank correlations; 0 with a constant. */
    public static LatentMatch spearman(double[][] one, double[][] other) {
        double[][] rows = ranked(one);
        double[][] columns = ranked(other);
        double[][] relation = Arrays.stream(rows)
                .map(row -> Arrays.stream(columns).mapToDouble(column -> Correlation.dot(row, column)).toArray())
                .toArray(double[][]::new);
        return new LatentMatch(absolute(relation), true);
    }

    private static double[][] ranked(double[][] columns) {
        return Arrays.stream(columns).map(column -> Correlation.normalised(Ranks.of(column)))
                .toArray(double[][]::new);
    }

    private static double[][] absolute(double[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(v -> Double.isNaN(v) ? 0 : Math.abs(v)).toArray())
                .toArray(double[][]::new);
    }

    /**
     * How far the match is one to one: max² / sum of every column and of every row (0 where the sum is 0), averaged
     * over columns, over rows, and over both averages.
     */
    public double score() {
        int rows = relation.length;
        int columns = relation[0].length;
        double[] rowMax = new double[rows];
        double[] rowSum = new double[rows];
        double[] columnMax = new double[columns];
        double[] columnSum = new double[columns];
        for (int a = 0; a < rows; a++) {
            for (int b = 0; b < columns; b++) {
                double strength = relation[a][b];
                rowMax[a] = Math.max(rowMax[a], strength);
                rowSum[a] += strength;
                columnMax[b] = Math.max(columnMax[b], strength);
                columnSum[b] += strength;
            }
        }
        return (lead(columnMax, columnSum) + lead(rowMax, rowSum)) / 2;
    }

    private static double lead(double[] largest, double[] sums) {
        double lead = 0;
        for (int i = 0; i < sums.length; i++) {
            lead += sums[i] == 0 ? 0 : largest[i] * largest[i] / sums[i] / sums.length;
        }
        return lead;
    }
}
