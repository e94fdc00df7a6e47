package org.distaff.training.tests.science;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One score of the models that differ in nothing but the seed.
 *
 * @param name   what they have in common
 * @param values the scores, by seed
 */
record Sample(String name, double[] values) {

    /** 99 % quantiles of Student's t with 4 and with 9 degrees of freedom (any table), by the number of seeds. */
    private static final Map<Integer, Double> QUANTILES = Map.of(5, 3.747, 10, 2.821);

    double mean() {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Unbiased variance. */
    private double variance() {
        double mean = mean();
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }

    /** Welch's statistic: by how many of its standard errors the difference of the means is above 0. */
    double above(Sample other) {
        return (mean() - other.mean())
                / Math.sqrt(variance() / values.length + other.variance() / other.values.length);
    }

    /**
     * Whether the mean is higher by more than chance gives once in a hundred times. Welch's degrees of freedom are
     * between the smaller n − 1 and their sum, so n − 1 is on the safe side whatever the variances are. Both samples have
     * five or both ten values.
     */
    boolean isAbove(Sample other) {
        return above(other) > QUANTILES.get(Math.min(values.length, other.values.length));
    }

    /** The same as an assertion; prints both samples, since their figures are worth knowing however it ends. */
    void assertAbove(Sample other) {
        String figures = String.format(Locale.ROOT, "%s above %s: t = %.2f", this, other, above(other));
        System.out.println(figures);
        assertTrue(isAbove(other), figures);
    }

    /** As in "vae 0.031 ± 0.014 (0.041 0.022)", with the standard deviation. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.3f ± %.3f (%s)", name, mean(), Math.sqrt(variance()),
                Arrays.stream(values).mapToObj(v -> String.format(Locale.ROOT, "%.3f", v))
                        .collect(Collectors.joining(" ")));
    }
}
