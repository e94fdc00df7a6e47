package org.distaff.models.weak;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.models.vae.Vae;

/**
 * Gives the two posteriors of a pair one value for the latents that the pair seems to share. Locatello, Poole, Rätsch,
 * Schölkopf, Bachem and Tschannen, Weakly-Supervised Disentanglement Without Compromises, ICML 2020, section 4.
 */
public enum SharedLatents {

    /** The average of means and of variances (Hosoya, Group-based Learning of Disentangled Representations, IJCAI 2019). */
    AVERAGE {
        @Override
        Vae.Posterior join(Vae.Posterior one, Vae.Posterior other) {
            Tensor mean = one.mean().add(other.mean()).mul(HALF);
            Tensor variance = torch.exp(one.logVariance()).add(torch.exp(other.logVariance())).mul(HALF);
            return new Vae.Posterior(mean, torch.log(variance));
        }
    },
    /** The normalised product of both, with the variance doubled as released (Bouchacourt et al., ML-VAE, AAAI 2018). */
    PRODUCT {
        @Override
        Vae.Posterior join(Vae.Posterior one, Vae.Posterior other) {
            Tensor first = torch.exp(one.logVariance());
            Tensor second = torch.exp(other.logVariance());
            Tensor variance = first.mul(second).div(first.add(second)).mul(new Scalar(2.0));
            Tensor mean = one.mean().div(first).add(other.mean().div(second)).mul(variance).mul(HALF);
            return new Vae.Posterior(mean, torch.log(variance));
        }
    };

    private static final Scalar HALF = new Scalar(0.5);

    abstract Vae.Posterior join(Vae.Posterior one, Vae.Posterior other);

    /**
     * Replaces, in one of the two, the latents that are shared: those whose divergence is in the lower half of its range
     * over the pair's latents. Gradients pass through both posteriors and not through the choice.
     */
    public Vae.Posterior share(Vae.Posterior own, Vae.Posterior partner, Tensor changed) {
        Vae.Posterior joint = join(own, partner);
        return new Vae.Posterior(torch.where(changed, own.mean(), joint.mean()),
                torch.where(changed, own.logVariance(), joint.logVariance()));
    }

    /**
     * Which latents differ in each pair: twice the KL of the first posterior to the second is at least the middle of its
     * smallest and largest value over the latents, [..., B, D].
     */
    public static Tensor changed(Vae.Posterior one, Vae.Posterior other) {
        Tensor precision = torch.exp(other.logVariance().neg());
        Tensor divergence = torch.exp(one.logVariance()).mul(precision)
                .add(torch.square(other.mean().sub(one.mean())).mul(precision)).sub(new Scalar(1.0))
                .add(other.logVariance()).sub(one.logVariance()).detach();
        Tensor middle = divergence.amax(new long[] {-1}, true).add(divergence.amin(new long[] {-1}, true)).mul(HALF);
        return divergence.ge(middle);
    }
}
