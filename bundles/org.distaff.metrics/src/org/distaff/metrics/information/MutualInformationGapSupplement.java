package org.distaff.metrics.information;

import java.util.Arrays;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Gap;

/**
 * MIG-sup: for each latent, by how much the factor it tells most about is ahead of the second; averaged over latents.
 * In [0, 1], higher is better. Li, Murkute, Gyawali and Wang, Progressive Learning and Disentanglement of Hierarchical
 * Representations, ICLR 2020, section 4.
 */
public final class MutualInformationGapSupplement implements Metric {

    @Override
    public Description describe() {
        return Description.of("mig-sup", "Supplement to the mutual information gap")
                .summary("Lead of the factor a latent tells most about over the second")
                .help("""
                        MIG-sup = 1/D Σ_d (J[d, a] − J[d, b]), where J is the mutual information of latent d and \
                        factor k over an entropy, and a, b are the latent's two best factors. It is high when no \
                        latent tells about two factors, which MIG does not ask. In [0, 1]; higher is better.

                        normalisation=factor divides by H(y_k), as in the paper; normalisation=latent by H(z_d), as in \
                        the review of Zaidi et al. 2020. Latents that know nothing count 0, so surplus latents lower \
                        the score; the review's code is undefined with constant latents. It takes 10 bins and, as a \
                        rule, bins factors too (binFactors).

                        Codes are [N, D]; plug-in estimate from equal-width bins, biased upward by about (bins − 1)\
                        (n_k − 1) / 2N nats. No test points. Cost O(N D K). Undefined with a single factor.""")
                .reference("Li, Murkute, Gyawali, Wang, Progressive Learning and Disentanglement of Hierarchical "
                        + "Representations, ICLR 2020, section 4")
                .reference("Zaidi, Boilard, Gagnon, Carbonneau, Measuring Disentanglement: A Review of Metrics, 2020")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points the information is estimated from"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("equal-width bins per latent"))
                .parameter(BinnedFactors.PARAMETER)
                .parameter(Parameter.choice("normalisation", "factor", "latent")
                        .meaning("whose entropy the information is divided by"))
                .score(ScoreMeaning.higher("score", 0, 1, "lead of a latent's best factor over its second"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        int bins = evaluation.parameters().integer("bins");
        Representation points = BinnedFactors.of(evaluation.points().all(evaluation.parameters().integer("numTrain")),
                bins, evaluation.parameters().flag("binFactors"));
        progress.check();
        MutualInformation information = MutualInformation.of(points, bins);
        double[] entropies = LatentInformation.of(points, bins).entropies();
        boolean byFactor = evaluation.parameters().text("normalisation").equals("factor");
        double[] gaps = new double[entropies.length];
        for (int d = 0; d < gaps.length; d++) {
            double[] shares = information.matrix()[d].clone();
            for (int k = 0; k < shares.length; k++) {
                double entropy = byFactor ? information.factorEntropies()[k] : entropies[d];
                shares[k] = entropy == 0 ? 0 : shares[k] / entropy;
            }
            gaps[d] = Gap.of(shares);
        }
        Scores scores = Scores.of("score", Arrays.stream(gaps).average().orElse(Double.NaN))
                .matrix("mutual-information", Matrix.latentByFactor(points, information.matrix()))
                .fact("points", points.points()).fact("estimator", "plug-in, equal-width bins, nats")
                .fact("variant", "information over the entropy of the " + (byFactor ? "factor" : "latent"));
        if (!byFactor && Arrays.stream(entropies).anyMatch(h -> h == 0)) {
            scores = scores.warning("Constant latents count 0 in MIG-sup; the reference's is undefined then.");
        }
        return points.space().count() > 1 ? scores
                : scores.warning("MIG-sup is undefined with a single factor: there is no second one to be ahead of.");
    }
}
