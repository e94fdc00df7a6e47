package org.distaff.models.weak;

import java.util.List;
import java.util.Optional;

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

/** The mean β-VAE loss of both observations of a pair, whose shared latents have one posterior. */
public final class PairObjective implements Objective {

    private final Vae vae;
    private final Optimiser optimiser;
    private final SharedLatents sharing;
    private final Setting beta;

    public PairObjective(Vae vae, Optimiser optimiser, SharedLatents sharing, Setting beta) {
        this.vae = vae;
        this.optimiser = optimiser;
        this.sharing = sharing;
        this.beta = beta;
    }

    @Override
    public List<Player> players() {
        return List.of(Player.of("vae", vae.networks(), optimiser));
    }

    @Override
    public Needs needs() {
        return Needs.noise(vae.latents()).withPartners().noise("partner-noise", vae.latents());
    }

    @Override
    public Terms evaluate(String turn, Batch batch) {
        Vae.Posterior one = vae.encode(batch.observations());
        Vae.Posterior other = vae.encode(batch.partners());
        Tensor changed = SharedLatents.changed(one, other);
        VaePass first = VaePass.of(vae, batch.observations(), sharing.share(one, other, changed), batch.noise());
        VaePass second = VaePass.of(vae, batch.partners(), sharing.share(other, one, changed),
                batch.noise("partner-noise"));
        Tensor reconstruction = half(first.reconstruction(), second.reconstruction());
        Tensor kl = half(first.kl(), second.kl());
        Tensor count = changed.to(one.mean().scalar_type()).sum(-1).mean(-1);
        return Terms.of("loss", reconstruction.add(beta.times(kl, batch.step()))).and("reconstruction", reconstruction)
                .and("kl", kl).and("latents-changed", count);
    }

    private static Tensor half(Tensor one, Tensor other) {
        return one.add(other).mul(new Scalar(0.5));
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
