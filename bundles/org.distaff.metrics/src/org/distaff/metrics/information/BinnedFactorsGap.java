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
        int bins = evaluation.parameters().integer(perLatent ? "reviewBins" : "bins");
        Representation points = BinnedFactors.of(evaluation.points().all(evaluation.parameters().integer("numTrain")),
                bins, evaluation.parameters().flag("binFactors"));
        progress.check();
        MutualInformation information = MutualInformation.of(points, bins);
        double[] entropies = information.factorEntropies();
        return Optional.of(perLatent ? perLatent(points, information, LatentInformation.of(points, bins).entropies())
                : GapEstimate.of(points, information.matrix(), entropies, entropies,
                        "histogram of codes and factors (dent, Roth et al. 2023)", "plug-in, equal-width bins, nats"));
    }

    private static GapEstimate perLatent(Representation points, MutualInformation information, double[] latents) {
        double[][] shares = new double[latents.length][];
        double[][] bits = new double[latents.length][];
        for (int d = 0; d < latents.length; d++) {
            double entropy = latents[d];
            shares[d] = Arrays.stream(information.matrix()[d]).map(nats -> entropy == 0 ? 0 : nats / entropy).toArray();
            bits[d] = Arrays.stream(information.matrix()[d]).map(BinnedFactorsGap::bits).toArray();
        }
        double[] entropies = Arrays.stream(information.factorEntropies()).map(BinnedFactorsGap::bits).toArray();
        double[] gaps = GapEstimate.of(points, shares, entropies, Arrays.stream(entropies)
                .map(h -> h == 0 ? 0 : 1).toArray(), "", "").gaps();
        return new GapEstimate(points, bits, entropies, gaps,
                "histogram, per entropy of the latent (Zaidi et al. 2020)", "plug-in, equal-width bins, bits",
                Arrays.stream(latents).anyMatch(h -> h == 0)
                        ? Optional.of("Constant latents count 0 in MIG; the reference's is undefined then.")
                        : Optional.empty());
    }

    private static double bits(double nats) {
        return nats / Math.log(2);
    }
}
