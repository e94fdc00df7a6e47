package org.distaff.metrics.information;

import java.util.Arrays;
import java.util.Optional;

import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;

/**
 * Codes and factor values both cut into equal-width bins between their extremes. The library dent (Roth et al.,
 * Disentanglement of Correlated Factors via Hausdorff Factorized Support, ICLR 2023) divides by the entropy of the
 * binned factor; Zaidi et al., Measuring Disentanglement: A Review of Metrics, 2020, divide by that of the code.
 */
final class BinnedFactorsGap implements GapVariant {

    private final boolean perLatent;

    /** @param perLatent whether information is divided by the entropy of the latent, and given in bits */
    BinnedFactorsGap(boolean perLatent) {
        this.perLatent = perLatent;
    }

    @Override
    public Optional<GapEstimate> estimate(Evaluation evaluation, Progress progress) {
        Representation points = evaluation.points().all(evaluation.parameters().integer("numTrain"));
        int bins = evaluation.parameters().integer(perLatent ? "reviewBins" : "bins");
        boolean binFactors = evaluation.parameters().flag("binFactors");
        short[][] labels = EqualWidthBins.of(points, bins).labels();
        double unit = perLatent ? Math.log(2) : 1;
        int factors = points.space().count();
        double[][] information = new double[labels.length][factors];
        double[][] shares = new double[labels.length][factors];
        double[] entropies = new double[factors];
        for (int k = 0; k < factors; k++) {
            progress.check();
            int[] values = points.factor(k);
            int size = binFactors ? bins : points.space().size(k);
            int[] binned = binFactors
                    ? EqualWidthBins.labels(Arrays.stream(values).asDoubleStream().toArray(), bins) : values;
            for (int d = 0; d < labels.length; d++) {
                Contingency table = new Contingency(labels[d], bins, binned, size);
                information[d][k] = table.mutualInformation() / unit;
                shares[d][k] = table.rowEntropy() == 0 ? 0 : table.mutualInformation() / table.rowEntropy();
                entropies[k] = table.columnEntropy() / unit;
            }
        }
        return Optional.of(perLatent ? perLatent(points, information, entropies, shares)
                : GapEstimate.of(points, information, entropies, entropies,
                        "histogram of codes and factors (dent, Roth et al. 2023)", "plug-in, equal-width bins, nats"));
    }

    private static GapEstimate perLatent(Representation points, double[][] information, double[] entropies,
            double[][] shares) {
        double[] gaps = GapEstimate.of(points, shares, entropies, Arrays.stream(entropies)
                .map(h -> h == 0 ? 0 : 1).toArray(), "", "").gaps();
        return new GapEstimate(points, information, entropies, gaps,
                "histogram, per entropy of the latent (Zaidi et al. 2020)", "plug-in, equal-width bins, bits");
    }
}
