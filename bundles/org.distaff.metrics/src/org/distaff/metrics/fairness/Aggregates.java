package org.distaff.metrics.fairness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Means and largest values of a matrix of predicted × sensitive factors; entries that are NaN do not count. */
public final class Aggregates {

    /** What each value is: the first word is taken last, so mean-pred:max-sens is the mean of each row's largest. */
    public static final List<String> NAMES = List.of("mean-pred:mean-sens", "mean-pred:max-sens", "max-pred:mean-sens",
            "max-pred:max-sens", "mean-sens:max-pred", "max-sens:mean-pred");

    private Aggregates() {
    }

    /** The values that {@link #NAMES} names; NaN where nothing counts. */
    public static double[] of(double[][] matrix) {
        double[][] columns = IntStream.range(0, matrix[0].length)
                .mapToObj(j -> Arrays.stream(matrix).mapToDouble(row -> row[j]).toArray()).toArray(double[][]::new);
        return new double[] {mean(means(matrix)), mean(largest(matrix)), max(means(matrix)), max(largest(matrix)),
            mean(largest(columns)), max(means(columns))};
    }

    private static double[] means(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(Aggregates::mean).toArray();
    }

    private static double[] largest(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(Aggregates::max).toArray();
    }

    private static double mean(double[] values) {
        return defined(values).average().orElse(Double.NaN);
    }

    private static double max(double[] values) {
        return defined(values).max().orElse(Double.NaN);
    }

    private static DoubleStream defined(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value));
    }
}
