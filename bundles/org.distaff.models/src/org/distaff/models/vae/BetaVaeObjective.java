package org.distaff.models.vae;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Terms;

/**
 * The β-VAE loss (Higgins et al., ICLR 2017, eq. 4), minimised:
 * {@code −E_q(z|x) ln p(x|z) + β KL(q(z|x) ‖ N(0, I))}, both terms summed over pixels and latents and averaged over the
 * batch; Bernoulli likelihood from logits.
 */
public final class BetaVaeObjective implements Objective {

    private static final List<String> PARTS = List.of("loss", "reconstruction", "kl");

    private final Vae vae;
    private final double beta;

    public BetaVaeObjective(Vae vae, double beta) {
        this.vae = vae;
        this.beta = beta;
    }

    @Override
    public List<String> parts() {
        return PARTS;
    }

    @Override
    public Terms evaluate(Batch batch) {
        Vae.Posterior posterior = vae.encode(batch.observations());
        Tensor logits = vae.decode(posterior.sample(batch.noise()));
        Tensor reconstruction = bernoulli(logits, batch.observations());
        Tensor kl = posterior.kl();
        Tensor loss = reconstruction.add(kl.mul(new Scalar(beta)));
        Map<String, Tensor> parts = new LinkedHashMap<>();
        parts.put("loss", loss);
        parts.put("reconstruction", reconstruction);
        parts.put("kl", kl);
        return new Terms(loss, parts);
    }

    /** Cross-entropy in nats per observation: Σ softplus(l) − x l over pixels, averaged over the batch. */
    private static Tensor bernoulli(Tensor logits, Tensor observations) {
        double batch = observations.size(0);
        Tensor sum = torch.softplus(logits).sum().sub(logits.mul(observations).sum());
        return sum.mul(new Scalar(1 / batch));
    }
}
