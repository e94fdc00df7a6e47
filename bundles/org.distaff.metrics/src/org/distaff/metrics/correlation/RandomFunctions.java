package org.distaff.metrics.correlation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.metrics.gaussian.SymmetricEigenvalues;

/**
 * The randomised dependence coefficient: the largest correlation that sums of random functions of one variable's ranks
 * can have with such sums of the other's. Lopez-Paz, Hennig and Schölkopf, The Randomized Dependence Coefficient, NIPS
 * 2013, section 4.
 */
final class RandomFunctions {

    /** How many functions. */
    private static final int COUNT = 20;
    /** Deviation of frequencies and phases: s / 2 with s = ½. */
    private static final double DEVIATION = 0.25;
    /** Functions that are sums of others but for this share of the largest are left out. */
    private static final double SMALL = 1e-8;

    private RandomFunctions() {
    }

    /**
     * Sines sin(w r / N + b) of the ranks r, made orthogonal. Ties share the mean rank, so that order among equals does
     * not matter. O(20 N · rows).
     *
     * @return rows of N values with mean 0 and squared length 1, orthogonal to each other; none for a constant
     */
    static double[][] of(double[] values, RandomGenerator random) {
        double[] ranks = Ranks.of(values);
        double[][] functions = new double[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            double frequency = DEVIATION * random.nextGaussian() / values.length;
            double phase = DEVIATION * random.nextGaussian();
            functions[i] = Arrays.stream(ranks).map(rank -> Math.sin(frequency * rank + phase)).toArray();
            // relative to the first, so that a constant has no deviation from rounding
            double first = functions[i][0];
            double mean = Arrays.stream(functions[i]).map(v -> v - first).average().orElse(0);
            functions[i] = Arrays.stream(functions[i]).map(v -> v - first - mean).toArray();
        }
        return orthogonal(functions);
    }

    /** Gram and Schmidt's method, the longest rest first; what is left of the others is small. */
    private static double[][] orthogonal(double[][] rows) {
        List<double[]> chosen = new ArrayList<>();
        double least = 0;
        while (chosen.size() < rows.length) {
            double[] longest = rows[0];
            for (double[] row : rows) {
                longest = Correlation.dot(row, row) > Correlation.dot(longest, longest) ? row : longest;
            }
            double length = Math.sqrt(Correlation.dot(longest, longest));
            if (length <= least) {
                break;
            }
            least = chosen.isEmpty() ? SMALL * length : least;
            double[] unit = Arrays.stream(longest).map(v -> v / length).toArray();
            chosen.forEach(other -> subtract(unit, other)); // again, for what rounding left
            double rest = Math.sqrt(Correlation.dot(unit, unit));
            double[] next = Arrays.stream(unit).map(v -> v / rest).toArray();
            chosen.add(next);
            for (double[] row : rows) {
                subtract(row, next);
            }
        }
        return chosen.toArray(double[][]::new);
    }

    private static void subtract(double[] row, double[] unit) {
        double along = Correlation.dot(row, unit);
        for (int n = 0; n < row.length; n++) {
            row[n] -= along * unit[n];
        }
    }

    /** Largest correlation, in [0, 1], of sums of one variable's rows with sums of the other's; NaN without rows. */
    static double largestCorrelation(double[][] one, double[][] other) {
        if (one.length == 0 || other.length == 0) {
            return Double.NaN;
        }
        double[][] products = new double[one.length][];
        for (int i = 0; i < one.length; i++) {
            double[] row = one[i];
            products[i] = Arrays.stream(other).mapToDouble(column -> Correlation.dot(row, column)).toArray();
        }
        double[][] squared = new double[one.length][one.length];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < one.length; j++) {
                squared[i][j] = Correlation.dot(products[i], products[j]);
            }
        }
        double largest = Arrays.stream(SymmetricEigenvalues.of(squared)).max().orElse(0);
        return Math.sqrt(Math.clamp(largest, 0, 1));
    }
}
