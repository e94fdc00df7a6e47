package org.distaff.models.guided;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
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
 * Three moves per step, each of a sum over the batch (Ding et al., CVPR 2020, section 3.3, as released). Excitation:
 * the autoencoder and a classifier of the first latent learn together. Adversary: another classifier learns from the
 * other latents, held fixed. Inhibition: the autoencoder, on codes drawn anew, makes that classifier say one half; its
 * gradient is not reversed. Excitation and inhibition share one optimiser.
 */
public final class SupervisedGuidance implements Objective {

    private static final String VAE = "vae";
    private static final String ADVERSARY = "adversary";
    private static final String INHIBITION = "inhibition";
    private static final String ANEW = "inhibition-noise";
    private static final String LABELLED = "labelled-noise";

    /** What learns. */
    public record Parts(Vae vae, AttributeClassifier exciter, AttributeClassifier adversary) {
    }

    /** How the autoencoder with its exciter and how the adversary moves. */
    public record Optimisers(Optimiser model, Optimiser adversary) {
    }

    private final Parts parts;
    private final Attribute attribute;
    private final Setting weight;
    private final Optimisers optimisers;
    private final int batch;
    private final boolean separate;
    /** Codes of the first turn, for the adversary's turn of the same step. */
    private Tensor codes;

    /**
     * @param weight   of every cross-entropy
     * @param batch    labelled observations per step
     * @param separate whether a batch of its own, which need not have labels, is reconstructed
     */
    public SupervisedGuidance(Parts parts, Attribute attribute, Setting weight, Optimisers optimisers, int batch,
            boolean separate) {
        this.parts = parts;
        this.attribute = attribute;
        this.weight = weight;
        this.optimisers = optimisers;
        this.batch = batch;
        this.separate = separate;
    }

    @Override
    public List<Player> players() {
        return List.of(
                Player.of(VAE, Stream.concat(parts.vae.networks().stream(), Stream.of(parts.exciter.network()))
                        .toList(), optimisers.model),
                Player.of(ADVERSARY, List.of(parts.adversary.network()), optimisers.adversary)
                        .minimising("adversary-loss"));
    }

    @Override
    public List<Turn> turns() {
        return List.of(Turn.of("excitation", VAE), Turn.of(ADVERSARY, ADVERSARY),
                Turn.of(INHIBITION, VAE).minimising("inhibition-loss"));
    }

    @Override
    public Needs needs() {
        Needs needs = Needs.noise(parts.vae.latents()).withLabelled(batch).noise(ANEW, parts.vae.latents());
        return separate ? needs.noise(LABELLED, parts.vae.latents()) : needs;
    }

    @Override
    public Terms evaluate(String turn, Batch given) {
        return switch (turn) {
            case ADVERSARY -> weighted(ADVERSARY, parts.adversary.errors(others(codes), attributes(given)), given);
            case INHIBITION -> {
                Tensor rest = others(parts.vae.encode(given.labelled()).sample(given.noise(ANEW)));
                Tensor half = torch.zeros_like(rest.select(-1, 0)).add(new Scalar(0.5));
                yield weighted(INHIBITION, parts.adversary.errors(rest, half), given);
            }
            default -> excitation(given);
        };
    }

    private Terms excitation(Batch given) {
        Tensor seen = separate ? given.observations() : given.labelled();
        VaePass pass = VaePass.of(parts.vae, seen, given.noise());
        Tensor guided = separate ? codesOf(given) : pass.codes();
        codes = guided.detach();
        Tensor errors = parts.exciter.errors(guided.narrow(-1, 0, 1), attributes(given));
        Tensor loss = pass.negativeElbo().mul(new Scalar((double) seen.size(-4)))
                .add(weight.times(errors.sum(-1), given.step()));
        return pass.terms(loss).and("excitation", errors.mean(-1));
    }

    /** Weighted errors, summed for the player and averaged for people. */
    private Terms weighted(String name, Tensor errors, Batch given) {
        return Terms.of(name, errors.mean(-1)).and(name + "-loss", weight.times(errors.sum(-1), given.step()));
    }

    /** Codes of the labelled observations. */
    private Tensor codesOf(Batch given) {
        return parts.vae.encode(given.labelled()).sample(separate ? given.noise(LABELLED) : given.noise());
    }

    private Tensor attributes(Batch given) {
        return attribute.of(given.labels(), given.labelled());
    }

    private static Tensor others(Tensor codes) {
        return codes.narrow(-1, 1, codes.size(-1) - 1);
    }

    /** Besides those of all, how often both classifiers are right about the labelled batch. */
    @Override
    public Terms monitor(Batch given) {
        Tensor drawn = codesOf(given);
        Tensor truth = attributes(given);
        Terms terms = Terms.of("excitation-accuracy", parts.exciter.accuracy(drawn.narrow(-1, 0, 1), truth))
                .and("adversary-accuracy", parts.adversary.accuracy(others(drawn), truth));
        for (var term : VaeObjective.monitor(parts.vae, given).parts().entrySet()) {
            terms = terms.and(term.getKey(), term.getValue());
        }
        return terms;
    }

    @Override
    public Optional<Pictures> pictures() {
        return Optional.of(VaeObjective.pictures(parts.vae));
    }
}
