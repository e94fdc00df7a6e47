package org.distaff.models.vae;

import java.util.List;
import java.util.Optional;

import org.bytedeco.pytorch.Tensor;
import org.distaff.models.regulariser.TotalCorrelation;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Needs;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Pictures;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Terms;
import org.distaff.training.optimiser.Optimiser;

/**
 * A loss over the passes of one variational autoencoder, moved by one optimiser, perhaps with labels for some points.
 */
public final class VaeObjective implements Objective {

    private final Vae vae;
    private final Optimiser optimiser;
    private final VaeLoss loss;
    private final Optional<Supervision> supervision;

    public VaeObjective(Vae vae, Optimiser optimiser, VaeLoss loss) {
        this(vae, optimiser, loss, Optional.empty());
    }

    public VaeObjective(Vae vae, Optimiser optimiser, VaeLoss loss, Optional<Supervision> supervision) {
        this.vae = vae;
        this.optimiser = optimiser;
        this.loss = loss;
        this.supervision = supervision;
    }

    @Override
    public List<Player> players() {
        return List.of(Player.of("vae", vae.networks(), optimiser));
    }

    @Override
    public Needs needs() {
        Needs needs = Needs.noise(vae.latents());
        return supervision.map(s -> needs.withLabelled(s.batch())).orElse(needs);
    }

    @Override
    public Terms evaluate(String turn, Batch batch) {
        VaePass pass = VaePass.of(vae, batch.observations(), batch.noise());
        Terms terms = loss.of(pass, batch.step());
        return supervision.map(s -> s.addTo(terms, vae, batch)).orElse(terms);
    }

    @Override
    public Terms monitor(Batch batch) {
        return monitor(vae, batch);
    }

    @Override
    public Optional<Pictures> pictures() {
        return Optional.of(pictures(vae));
    }

    /** KL of every latent, and the total correlation by the estimator whose name stands in the column's. */
    public static Terms monitor(Vae vae, Batch batch) {
        Vae.Posterior posterior = vae.encode(batch.observations());
        Tensor codes = posterior.sample(batch.noise());
        Tensor correlation = TotalCorrelation.BATCH_MEAN.estimate(codes, posterior.mean(), posterior.logVariance(), 1);
        return Terms.of("kl-latent", posterior.klOfLatents()).and("total-correlation-batch-mean", correlation);
    }

    /** Reconstructions and traversals of a variational autoencoder. */
    public static Pictures pictures(Vae vae) {
        return new Pictures(images -> vae.encode(images).mean(), vae::images);
    }
}
