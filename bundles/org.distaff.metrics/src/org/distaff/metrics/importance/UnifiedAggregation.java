package org.distaff.metrics.importance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.information.Modularity;
import org.distaff.metrics.work.Gap;

/** All customary ways of making scores of one matrix that says how much each latent has to do with each factor. */
public final class UnifiedAggregation {

    private UnifiedAggregation() {
    }

    /**
     * Adds the scores of a matrix, with per-latent and per-factor values, the curve of thresholds and the merges as
     * matrices, all under names that begin with {@code prefix} and a hyphen.
     *
     * @param matrix    latents × factors, entries at least 0
     * @param entropies H(y_k) of each factor in nats
     */
    public static Scores add(Scores scores, String prefix, Matrix matrix, double[] entropies) {
        ImportanceScores importance = ImportanceScores.of(matrix.values());
        double[] modularity = Modularity.perLatent(matrix.values());
        double[] gaps = new double[entropies.length];
        double[] shares = new double[entropies.length];
        for (int k = 0; k < gaps.length; k++) {
            gaps[k] = Gap.ofColumn(matrix.values(), k);
            shares[k] = gaps[k] / entropies[k];
        }
        Dendrogram dendrogram = Dendrogram.of(matrix.values());
        return scores.and(prefix + "-disentanglement", importance.disentanglement())
                .and(prefix + "-completeness", importance.completeness())
                .and(prefix + "-mig", mean(shares)).and(prefix + "-sap", mean(gaps))
                .and(prefix + "-modularity", mean(modularity))
                .and(prefix + "-area-precision", dendrogram.area())
                .and(prefix + "-max-precision", dendrogram.largest())
                .matrix(prefix, matrix)
                .matrix(prefix + "-per-latent", new Matrix(List.of("disentanglement", "modularity"), matrix.rows(),
                        new double[][] {importance.perLatent(), modularity}))
                .matrix(prefix + "-per-factor", new Matrix(List.of("completeness", "mig", "sap"), matrix.columns(),
                        new double[][] {importance.perFactor(), shares, gaps}))
                .matrix(prefix + "-thresholds", thresholds(dendrogram))
                .matrix(prefix + "-merges", merges(dendrogram));
    }

    private static Matrix thresholds(Dendrogram dendrogram) {
        double[][] values = new double[dendrogram.thresholds().length][];
        Arrays.setAll(values, i -> new double[] {dendrogram.thresholds()[i], dendrogram.components()[i]});
        return new Matrix(numbers(values.length), List.of("threshold", "components"), values);
    }

    private static Matrix merges(Dendrogram dendrogram) {
        double[][] values = dendrogram.merges().stream()
                .map(merge -> new double[] {merge.first(), merge.second(), merge.threshold(), merge.size()})
                .toArray(double[][]::new);
        return new Matrix(numbers(values.length), List.of("first", "second", "threshold", "size"), values);
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
