package org.distaff.models.vae;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.model.ModelCard.Distribution;
import org.distaff.training.objective.Terms;

/**
 * A variational autoencoder's way through a batch, from observations to reconstructions. Where M models train together
 * every tensor has an axis of M in front and every term is [M]; else terms are scalars.
 *
 * @param posterior      q(z|x)
 * @param codes          z, [..., B, D], one draw per observation
 * @param reconstruction −E ln p(x|z) in nats, or the squared error of a decoder without sigmoid, summed over pixels,
 *                       averaged over the batch
 * @param kl             KL(q(z|x) ‖ N(0, I)) in nats, summed over latents, averaged over the batch
 */
public record VaePass(Vae.Posterior posterior, Tensor codes, Tensor reconstruction, Tensor kl) {

    /** @param noise standard normal, [..., B, D] */
    public static VaePass of(Vae vae, Tensor observations, Tensor noise) {
        return of(vae, observations, vae.encode(observations), noise);
    }

    /** The same with a posterior that is not quite the encoder's. */
    public static VaePass of(Vae vae, Tensor observations, Vae.Posterior posterior, Tensor noise) {
        Tensor codes = posterior.sample(noise);
        Tensor decoded = vae.decode(codes);
        Tensor reconstruction = vae.output() == Distribution.GAUSSIAN ? squares(decoded, observations)
                : bernoulli(decoded, observations);
        return new VaePass(posterior, codes, reconstruction, posterior.kl());
    }

    /** Bernoulli cross-entropy from logits, Σ softplus(l) − x l over pixels, averaged over the batch. */
    static Tensor bernoulli(Tensor logits, Tensor observations) {
        Tensor sum = torch.softplus(logits).sum(-4, -3, -2, -1).sub(logits.mul(observations).sum(-4, -3, -2, -1));
        return sum.mul(new Scalar(1.0 / observations.size(-4)));
    }

    /** Σ (x̂ − x)² over pixels, averaged over the batch. */
    private static Tensor squares(Tensor images, Tensor observations) {
        return torch.square(images.sub(observations)).sum(-4, -3, -2, -1)
                .mul(new Scalar(1.0 / observations.size(-4)));
    }

    /** Reconstruction plus KL, the negative evidence lower bound. */
    public Tensor negativeElbo() {
        return reconstruction.add(kl);
    }

    /** The terms every method reports, the loss first. */
    public Terms terms(Tensor loss) {
        return Terms.of("loss", loss).and("reconstruction", reconstruction).and("kl", kl);
    }
}
