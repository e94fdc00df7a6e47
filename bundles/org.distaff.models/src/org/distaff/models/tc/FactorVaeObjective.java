package org.distaff.models.tc;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.distaff.models.vae.Supervision;
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
import org.distaff.training.objective.Turn;
import org.distaff.training.optimiser.Optimiser;

/**
 * FactorVAE (Kim and Mnih, Disentangling by Factorising, ICML 2018, algorithm 2): reconstruction + KL + γ TC, where a
 * discriminator's logits estimate the total correlation TC while it learns to tell codes from shuffled ones. The encoder
 * feels the estimate and never the discriminator's own loss.
 */
public final class FactorVaeObjective implements Objective {

    private static final String VAE = "vae";
    private static final String DISCRIMINATOR = "discriminator";

    private final Vae vae;
    private final Discriminator discriminator;
    private final Setting gamma;
    private final Optimiser optimiser;
    private final Optimiser ofDiscriminator;
    private final boolean secondBatch;
    private final BiFunction<Tensor, Long, Tensor> shuffle;
    private final Optional<Supervision> supervision;
    /** Codes of the VAE's turn, for the discriminator's turn of the same step. */
    private Tensor codes;

    /**
     * @param secondBatch whether the shuffled codes come from a batch of their own, encoded after the VAE has moved, as in
     *                    the paper; else both learn from one pass, as Locatello et al. 2019 released it
     * @param shuffle     (codes, step) → shuffled codes
     */
    public FactorVaeObjective(Vae vae, Discriminator discriminator, Setting gamma, Optimiser optimiser,
            Optimiser ofDiscriminator, boolean secondBatch, BiFunction<Tensor, Long, Tensor> shuffle,
            Optional<Supervision> supervision) {
        this.vae = vae;
        this.discriminator = discriminator;
        this.gamma = gamma;
        this.optimiser = optimiser;
        this.ofDiscriminator = ofDiscriminator;
        this.secondBatch = secondBatch;
        this.shuffle = shuffle;
        this.supervision = supervision;
    }

    @Override
    public List<Player> players() {
        return List.of(Player.of(VAE, vae.networks(), optimiser),
                Player.of(DISCRIMINATOR, List.of(discriminator.network()), ofDiscriminator).minimising(DISCRIMINATOR));
    }

    @Override
    public List<Turn> turns() {
        return secondBatch ? List.of(Turn.of(VAE, VAE), Turn.of(DISCRIMINATOR, DISCRIMINATOR))
                : List.of(Turn.of("both", VAE, DISCRIMINATOR));
    }

    @Override
    public Needs needs() {
        Needs needs = Needs.noise(vae.latents());
        Needs with = secondBatch ? needs.withSecond().noise("second-noise", vae.latents()) : needs;
        return supervision.map(s -> with.withLabelled(s.batch())).orElse(with);
    }

    @Override
    public Terms evaluate(String turn, Batch batch) {
        if (turn.equals(DISCRIMINATOR)) {
            return Terms.of(DISCRIMINATOR, discriminator.loss(codes, shuffle.apply(secondCodes(batch), batch.step())));
        }
        VaePass pass = VaePass.of(vae, batch.observations(), batch.noise());
        Tensor correlation = discriminator.totalCorrelation(pass.codes());
        codes = pass.codes().detach();
        Terms terms = pass.terms(pass.negativeElbo().add(gamma.times(correlation, batch.step())))
                .and("total-correlation-discriminator", correlation);
        Terms supervised = supervision.map(s -> s.addTo(terms, vae, batch)).orElse(terms);
        return secondBatch ? supervised
                : supervised.and(DISCRIMINATOR, discriminator.loss(codes, shuffle.apply(codes, batch.step())));
    }

    private Tensor secondCodes(Batch batch) {
        try (NoGradGuard guard = new NoGradGuard()) {
            return vae.encode(batch.second()).sample(batch.noise("second-noise"));
        }
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
