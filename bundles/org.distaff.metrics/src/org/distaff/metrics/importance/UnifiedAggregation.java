package org.distaff.metrics.importance;

import java.util.Arrays;
import java.util.List;

import org.distaff.core.metric.Groups;
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
        Groups groups = Groups.of(matrix);
        return scores.and(prefix + "-disentanglement", importance.disentanglement())
                .and(prefix + "-completeness", importance.completeness())
                .and(prefix + "-mig", mean(shares)).and(prefix + "-sap", mean(gaps))
                .and(prefix + "-modularity", mean(modularity))
                .and(prefix + "-area-precision", groups.area())
                .and(prefix + "-max-precision", groups.largest())
                .matrix(prefix, matrix)
                .matrix(prefix + "-per-latent", new Matrix(List.of("disentanglement", "modularity"), matrix.rows(),
                        new double[][] {importance.perLatent(), modularity}))
                .matrix(prefix + "-per-factor", new Matrix(List.of("completeness", "mig", "sap"), matrix.columns(),
                        new double[][] {importance.perFactor(), shares, gaps}))
                .matrix(prefix + "-thresholds", groups.thresholds())
                .matrix(prefix + "-merges", groups.merges());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
