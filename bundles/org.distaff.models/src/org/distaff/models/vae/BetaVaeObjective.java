package org.distaff.models.vae;

import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Needs;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Terms;
import org.distaff.training.optimiser.Optimiser;

/**
 * The β-VAE loss (Higgins et al., ICLR 2017, eq. 4), minimised:
 * {@code −E_q(z|x) ln p(x|z) + β KL(q(z|x) ‖ N(0, I))}, both terms summed over pixels and latents and averaged over the
 * batch; Bernoulli likelihood from logits.
 */
public final class BetaVaeObjective implements Objective {

    private final Vae vae;
    private final double beta;
    private final Optimiser optimiser;

    public BetaVaeObjective(Vae vae, double beta, Optimiser optimiser) {
        this.vae = vae;
        this.beta = beta;
        this.optimiser = optimiser;
    }

    @Override
    public List<Player> players() {
        return List.of(Player.of("vae", vae.networks(), optimiser));
    }

    @Override
    public Needs needs() {
        return Needs.noise(vae.latents());
    }

    @Override
    public Terms evaluate(String turn, Batch batch) {
        Vae.Posterior posterior = vae.encode(batch.observations());
        Tensor logits = vae.decode(posterior.sample(batch.noise()));
        Tensor reconstruction = bernoulli(logits, batch.observations());
        Tensor kl = posterior.kl();
        return Terms.of("loss", reconstruction.add(kl.mul(new Scalar(beta)))).and("reconstruction", reconstruction)
                .and("kl", kl);
    }

    /** Cross-entropy in nats per observation: Σ softplus(l) − x l over pixels, averaged over the batch. */
    private static Tensor bernoulli(Tensor logits, Tensor observations) {
        double batch = observations.size(0);
        Tensor sum = torch.softplus(logits).sum().sub(logits.mul(observations).sum());
        return sum.mul(new Scalar(1 / batch));
    }
}
