package org.distaff.metrics.posterior;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Gap;

/**
 * RMIG: the mutual information gap with information from samples of the posterior instead of a histogram of its means.
 * At most 1, higher is better. Do and Tran, Theory and Evaluation Metrics for Learning Disentangled Representations,
 * ICLR 2020.
 */
public final class RobustMutualInformationGap implements Metric {

    private static final String VARIANT = "samples of the posterior (Do and Tran 2020)";

    @Override
    public Description describe() {
        return Description.of("rmig", "Robust mutual information gap")
                .summary("Lead of the latent that knows most about a factor, from samples of the posterior")
                .help("""
                        RMIG = 1/K Σ_k (I(z_a; y_k) − I(z_b; y_k)) / H(y_k), where a and b are the two latents that \
                        share the most information with factor k; unnormalised is the mean gap in nats. Like MIG, but \
                        z is drawn from the posterior q(z|x) = N(μ, diag σ²), so that noise of the posterior counts \
                        and no bins are chosen. At most 1; higher is better.

                        q(z_d) is the mixture of the posteriors of N points; S samples of it give H(z_d) = −mean ln \
                        q(z_d) and H(z_d, y_k) in the same way, and I = H(z_d) + H(y_k) − H(z_d, y_k). The standard \
                        error falls with 1/√S; information of a latent that knows nothing may come out slightly \
                        negative. A narrow posterior is a component of its own, so I is biased upward when N is too \
                        small for neighbours to overlap.

                        Needs posteriors: an encoder with ln σ², or log-variances beside the codes; undefined without, \
                        with one latent, and when a factor has one value. Means and variances are [N, D]. Cost: all S \
                        samples are held against all N points, the densities once for all factors: O(S N D (1 + K/8)), \
                        about ten seconds on one thread with the defaults, 10 latents and 5 factors. The densities are \
                        not cut off below, which Do and Tran's code does at 1e-8; variances below 1e-8 are raised to \
                        it, as there.""")
                .reference("Do, Tran, Theory and Evaluation Metrics for Learning Disentangled Representations, ICLR "
                        + "2020")
                .parameter(Posteriors.POINTS).parameter(Posteriors.SAMPLES)
                .score(ScoreMeaning.higher("score", 0, 1, "mean gap as a share of the factor's entropy"))
                .score(ScoreMeaning.higher("unnormalised", 0, Double.POSITIVE_INFINITY, "mean gap in nats"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Optional<Posterior> posterior = Posteriors.of(evaluation);
        if (posterior.isEmpty()) {
            return Posteriors.missing(VARIANT, "score", "unnormalised");
        }
        int samples = evaluation.parameters().integer("samples");
        Scores scores = score(SampledInformation.of(posterior.get(), samples, evaluation, progress), posterior.get());
        return scores.fact("points", posterior.get().means().points()).fact("samples", samples);
    }

    /** Scores of estimates made before. */
    public static Scores score(SampledInformation information, Posterior posterior) {
        double[][] matrix = information.mutualInformation();
        double[] entropies = information.factorEntropies();
        double[] gaps = new double[entropies.length];
        double[] shares = new double[gaps.length];
        for (int k = 0; k < gaps.length; k++) {
            gaps[k] = Gap.ofColumn(matrix, k);
            shares[k] = entropies[k] == 0 ? Double.NaN : gaps[k] / entropies[k];
        }
        Scores scores = Scores.of("score", Arrays.stream(shares).average().orElse(Double.NaN))
                .and("unnormalised", Arrays.stream(gaps).average().orElse(Double.NaN))
                .matrix("mutual-information", Matrix.latentByFactor(posterior.means(), matrix))
                .matrix("factors", new Matrix(List.of("entropy", "gap", "normalised-gap"),
                        posterior.means().space().factors().stream().map(f -> f.name()).toList(),
                        new double[][] {entropies, gaps, shares}))
                .fact("variant", VARIANT).fact("estimator", Posteriors.ESTIMATOR);
        return Double.isFinite(scores.values().get("score")) ? scores : scores.warning("RMIG is undefined with a "
                + "single latent, and when a factor has a single value among the points.");
    }
}
