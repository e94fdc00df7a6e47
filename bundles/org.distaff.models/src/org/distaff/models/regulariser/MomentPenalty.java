package org.distaff.models.regulariser;

import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.objective.Setting;

/**
 * How far the codes' covariance is from the identity: λ_od Σ_{i≠j} C_ij² + λ_d Σ_i (C_ii − 1)². Kumar, Sattigeri and
 * Balakrishnan, Variational Inference of Disentangled Latent Concepts from Unlabeled Observations, ICLR 2018, equations
 * 6 and 7. The covariance is the batch's biased estimate.
 *
 * @param offDiagonal weight λ_od of the entries off the diagonal
 * @param diagonal    weight λ_d of those on it
 */
public record MomentPenalty(Setting offDiagonal, Setting diagonal) {

    /** The same weights for one model at every step. */
    public MomentPenalty(double offDiagonal, double diagonal) {
        this(Setting.of(offDiagonal), Setting.of(diagonal));
    }

    /** Weights as parameters have them: offDiagonal, and diagonalFactor times as much on the diagonal. */
    public static MomentPenalty of(List<TrainingContext> contexts) {
        return new MomentPenalty(Setting.of(contexts, "offDiagonal"), Setting.of(contexts,
                c -> c.parameters().real("offDiagonal") * c.parameters().real("diagonalFactor")));
    }

    /** DIP-VAE-I: C is the covariance of the posterior means, [..., B, D] → [...]. */
    public Tensor ofMeans(Tensor means, long step) {
        return penalty(covariance(means), step);
    }

    /** DIP-VAE-II: C is the covariance of the codes, Cov[μ] + E[diag σ²], [..., B, D] → [...]. */
    public Tensor ofCodes(Tensor means, Tensor logVariances, long step) {
        Tensor spread = torch.diag_embed(torch.exp(logVariances).mean(-2));
        return penalty(covariance(means).add(spread), step);
    }

    /** E[μ μᵀ] − E[μ] E[μ]ᵀ, [..., D, D]. */
    static Tensor covariance(Tensor means) {
        Tensor centred = means.sub(means.mean(new long[] {-2}, true, new ScalarTypeOptional()));
        return torch.matmul(centred.transpose(-2, -1), centred).mul(new Scalar(1.0 / means.size(-2)));
    }

    private Tensor penalty(Tensor covariance, long step) {
        Tensor variances = covariance.diagonal(0, -2, -1);
        Tensor on = torch.square(variances).sum(-1);
        Tensor off = torch.square(covariance).sum(-1, -2).sub(on);
        Tensor unit = torch.square(variances.sub(new Scalar(1.0))).sum(-1);
        return offDiagonal.times(off, step).add(diagonal.times(unit, step));
    }
}
