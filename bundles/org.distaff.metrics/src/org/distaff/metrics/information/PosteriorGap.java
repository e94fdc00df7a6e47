package org.distaff.metrics.information;

import java.util.Optional;

import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.posterior.Posteriors;
import org.distaff.metrics.posterior.SampledInformation;

/**
 * Information from samples of the posterior, I = max(0, H(z_d) − H(z_d|v_k)); gaps per ln of the factor's number of
 * values. Chen et al., NeurIPS 2018, section 4.
 */
final class PosteriorGap implements GapVariant {

    static final String NAME = "samples of the posterior (Chen et al. 2018)";

    @Override
    public Optional<GapEstimate> estimate(Evaluation evaluation, Progress progress) {
        return Posteriors.of(evaluation).map(posterior -> estimate(posterior, evaluation, progress));
    }

    private static GapEstimate estimate(Posterior posterior, Evaluation evaluation, Progress progress) {
        Representation points = posterior.means();
        SampledInformation sampled = SampledInformation.of(posterior, evaluation.parameters().integer("samples"),
                evaluation, progress);
        double[][] information = new double[points.latents()][points.space().count()];
        for (int d = 0; d < information.length; d++) {
            for (int k = 0; k < information[d].length; k++) {
                information[d][k] = Math.max(0, sampled.latentEntropies()[d] - sampled.givenFactor()[d][k]);
            }
        }
        double[] divisors = sampled.factorEntropies().clone();
        for (int k = 0; k < divisors.length; k++) {
            divisors[k] = divisors[k] == 0 ? 0 : Math.log(points.space().size(k));
        }
        return GapEstimate.of(points, information, sampled.factorEntropies(), divisors, NAME, Posteriors.ESTIMATOR);
    }
}
