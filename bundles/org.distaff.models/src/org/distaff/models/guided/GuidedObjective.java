package org.distaff.models.guided;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeObjective;
import org.distaff.models.vae.VaePass;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Needs;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Pictures;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Setting;
import org.distaff.training.objective.Terms;
import org.distaff.training.optimiser.Optimiser;

/**
 * Σ (reconstruction + KL + g · guide) over the batch + o · orthogonality, where the guide is the reconstruction by the
 * light decoder. All learn together: gradients of the guide pass through the codes.
 */
public final class GuidedObjective implements Objective {

    private final Vae vae;
    private final LightDecoder light;
    private final Optimiser optimiser;
    private final Setting guide;
    private final Setting orthogonality;
    private final boolean squared;

    /** @param squared whether inner products of components are squared, as in the paper's text */
    public GuidedObjective(Vae vae, LightDecoder light, Optimiser optimiser, Setting guide, Setting orthogonality,
            boolean squared) {
        this.vae = vae;
        this.light = light;
        this.optimiser = optimiser;
        this.guide = guide;
        this.orthogonality = orthogonality;
        this.squared = squared;
    }

    @Override
    public List<Player> players() {
        return List.of(Player.of("vae", Stream.concat(vae.networks().stream(), light.networks().stream()).toList(),
                optimiser));
    }

    @Override
    public Needs needs() {
        return Needs.noise(vae.latents());
    }

    @Override
    public Terms evaluate(String turn, Batch batch) {
        VaePass pass = VaePass.of(vae, batch.observations(), batch.noise());
        Scalar count = new Scalar((double) batch.observations().size(-4));
        Tensor error = light.error(pass.codes(), batch.observations());
        Tensor overlap = light.overlap(squared);
        Tensor loss = pass.negativeElbo().mul(count).add(guide.times(error, batch.step()))
                .add(orthogonality.times(overlap, batch.step()));
        return pass.terms(loss).and("guide", error.div(count)).and("orthogonality", overlap);
    }

    @Override
    public Terms monitor(Batch batch) {
        return VaeObjective.monitor(vae, batch);
    }

    @Override
    public Optional<Pictures> pictures() {
        return Optional.of(VaeObjective.pictures(vae));
    }
}
