package org.distaff.models.support;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.models.regulariser.TotalCorrelation;
import org.distaff.models.vae.VaeLoss;
import org.distaff.models.vae.VaePass;
import org.distaff.training.objective.Setting;
import org.distaff.training.objective.Terms;

/**
 * reconstruction + β KL + (w − 1) TC + γ HFS + δ scale.
 *
 * @param weights    β, γ, w and δ
 * @param support    HFS
 * @param estimator  of TC, which is left out where w is 1
 * @param population number of observations of the data set
 * @param variance   whether scale asks for unit deviation instead of the unit interval
 */
public record HausdorffLoss(Weights weights, SupportPenalty support, TotalCorrelation estimator, double population,
        boolean variance) implements VaeLoss {

    private static final double EPSILON = 1e-6;

    /** Weights of the terms. */
    public record Weights(Setting beta, Setting gamma, Setting totalCorrelation, Setting delta) {

        private boolean has(Setting setting, long step, double neutral) {
            return setting.schedules().stream().anyMatch(s -> s.at(step) != neutral);
        }
    }

    @Override
    public Terms of(VaePass pass, long step) {
        Tensor means = pass.posterior().mean();
        Tensor hausdorff = support.of(means, step);
        Tensor loss = pass.reconstruction().add(weights.beta.times(pass.kl(), step))
                .add(weights.gamma.times(hausdorff, step));
        Terms extra = Terms.of("hausdorff", hausdorff);
        if (weights.has(weights.totalCorrelation, step, 1)) {
            Tensor correlation = estimator.estimate(pass.codes(), means, pass.posterior().logVariance(), population);
            loss = loss.add(weights.totalCorrelation.times(correlation, step)).sub(correlation);
            extra = extra.and("total-correlation-" + estimator.id(), correlation);
        }
        if (weights.has(weights.delta, step, 0)) {
            Tensor scale = scale(means);
            loss = loss.add(weights.delta.times(scale, step));
            extra = extra.and("scale", scale);
        }
        Terms terms = pass.terms(loss);
        for (var term : extra.parts().entrySet()) {
            terms = terms.and(term.getKey(), term.getValue());
        }
        return terms;
    }

    /** How much of its scale each latent lacks over the batch, summed over latents, [..., B, D] → [...]. */
    private Tensor scale(Tensor means) {
        if (variance) {
            Tensor deviation = means.var(-2).add(new Scalar(EPSILON)).sqrt();
            return torch.relu(deviation.neg().add(new Scalar(1.0))).sum(-1);
        }
        Tensor above = torch.relu(means.amax(new long[] {-2}, false).neg().add(new Scalar(1.0)));
        Tensor below = torch.relu(means.amin(new long[] {-2}, false));
        return above.add(below).sum(-1);
    }
}
