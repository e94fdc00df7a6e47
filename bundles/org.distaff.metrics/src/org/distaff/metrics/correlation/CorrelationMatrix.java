package org.distaff.metrics.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Workers;

/**
 * How strongly each latent goes with each factor.
 *
 * @param values {@code D × K}, in [0, 1]; NaN where the latent or the factor is constant
 */
record CorrelationMatrix(double[][] values) {

    /**
     * Of some points.
     *
     * @param kind {@code pearson}, {@code spearman} or {@code rdc}
     */
    static CorrelationMatrix of(Representation points, String kind, Evaluation evaluation, Progress progress) {
        double[][][] factors = IntStream.range(0, points.space().count()).mapToObj(k -> functions(
                Arrays.stream(points.factor(k)).asDoubleStream().toArray(), kind, evaluation, "factor/" + k))
                .toArray(double[][][]::new);
        double[][] matrix = new double[points.latents()][];
        try (Workers workers = new Workers(evaluation.threads())) {
            workers.each(matrix.length, d -> {
                progress.check();
                double[][] latent = functions(points.latent(d), kind, evaluation, "latent/" + d);
                matrix[d] = Arrays.stream(factors).mapToDouble(factor -> correlation(latent, factor)).toArray();
            });
        }
        return new CorrelationMatrix(matrix);
    }

    /** One normalised row, or several orthogonal ones. */
    private static double[][] functions(double[] values, String kind, Evaluation evaluation, String variable) {
        return kind.equals("rdc") ? RandomFunctions.of(values, evaluation.random("mcc/rdc/" + variable))
                : new double[][] {Correlation.normalised(kind.equals("spearman") ? Ranks.of(values) : values)};
    }

    private static double correlation(double[][] one, double[][] other) {
        return one.length == 1 && other.length == 1 ? Math.abs(Correlation.dot(one[0], other[0]))
                : RandomFunctions.largestCorrelation(one, other);
    }

    /** The latents that are not constant. */
    List<Integer> liveLatents() {
        return IntStream.range(0, values.length)
                .filter(d -> Arrays.stream(values[d]).anyMatch(c -> !Double.isNaN(c))).boxed().toList();
    }

    /** The factors that are not constant. */
    List<Integer> liveFactors() {
        return IntStream.range(0, values[0].length)
                .filter(k -> Arrays.stream(values).anyMatch(row -> !Double.isNaN(row[k]))).boxed().toList();
    }

    /** For each factor the latent it is matched with, so that the matched entries add up to the most; −1 for none. */
    int[] matching() {
        int[] latentOf = new int[values[0].length];
        Arrays.fill(latentOf, -1);
        List<Integer> latents = liveLatents();
        List<Integer> factors = liveFactors();
        if (!latents.isEmpty()) {
            int[] factorOf = Assignment.maximise(latents.stream()
                    .map(d -> factors.stream().mapToDouble(k -> values[d][k]).toArray()).toArray(double[][]::new));
            for (int i = 0; i < factorOf.length; i++) {
                if (factorOf[i] >= 0) {
                    latentOf[factors.get(factorOf[i])] = latents.get(i);
                }
            }
        }
        return latentOf;
    }

    /** Mean of the matched entries; constants count 0; NaN when nothing is matched. */
    double mean(int[] latentOf) {
        return IntStream.range(0, latentOf.length).filter(k -> latentOf[k] >= 0)
                .mapToDouble(k -> values[latentOf[k]][k]).map(c -> Double.isNaN(c) ? 0 : c).average()
                .orElse(Double.NaN);
    }
}
