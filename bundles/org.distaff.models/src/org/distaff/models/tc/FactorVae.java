package org.distaff.models.tc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.models.vae.Supervision;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeMethod;
import org.distaff.models.vae.VaeModel;
import org.distaff.models.vae.VaePresets;
import org.distaff.models.vae.VaeTraining;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Network;
import org.distaff.training.objective.Setting;
import org.distaff.training.optimiser.Adam;

/** Contributes {@code factor-vae}. */
public final class FactorVae implements VaeModel {

    private static final Description DESCRIPTION = VaeMethod.describe("factor-vae", "FactorVAE", """
            Minimises reconstruction + KL + γ · TC, where the total correlation TC is what a discriminator's logits say: \
            it learns to tell codes of a batch from codes whose latents were shuffled. Its loss stands beside the others \
            as 'discriminator'; at ln 2 = 0.693 it cannot tell them apart, and TC is then underestimated.

            shuffled says where the shuffled codes come from: 'same' takes the codes the VAE has just learnt from and \
            gives both one pass (as Locatello et al. released it), 'second' draws another batch (as in the paper). One \
            step moves both once; the released study may have counted each as a step and so trained half as long.""",
            "Variational autoencoder with a discriminator that measures the total correlation of its codes")
            .reference("Kim and Mnih, Disentangling by Factorising, ICML 2018, equation 2 and algorithm 2")
            .parameter(Parameter.real("gamma", 10).range(0, 1e6)
                    .meaning("weight of the total correlation; Locatello et al. sweep 10, 20, 30, 40, 50, 100"))
            .parameter(Parameter.choice("shuffled", "same", "second").meaning("which batch the shuffled codes come from"))
            .parameter(Parameter.integer("discriminatorLayers", 6).range(1, 100).meaning("its hidden layers (both papers: 6)"))
            .parameter(Parameter.integer("discriminatorWidth", 1000).range(1, 100_000)
                    .meaning("units of each, leaky ReLU with slope 0.2 (both papers: 1000)"))
            .parameter(Parameter.real("discriminatorRate", 1e-4).range(0, 10)
                    .meaning("learning rate of its Adam, β₁ 0.5, β₂ 0.9 (both papers: 1e-4)"))
            .preset(VaePresets.locatello().sweep("gamma", 10, 20, 30, 40, 50, 100))
            .preset(VaePresets.kim().fixed("shuffled", "second").sweep("gamma", 10, 20, 30, 40))
            // their code halves a batch of 64: one half for the VAE, the other to be shuffled
            .preset(VaePresets.roth().fixed("shuffled", "second").training("batch", 32)
                    .sweep("gamma", 5, 10, 20, 30, 40, 50, 75, 100, 150, 200));

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<String> differing() {
        return Set.of("gamma");
    }

    @Override
    public List<Network> networks(TrainingContext context) {
        List<Network> networks = new ArrayList<>(VaeModel.super.networks(context));
        networks.add(discriminator(context.parameters()));
        return networks;
    }

    private static Network discriminator(Parameters parameters) {
        return Discriminator.network(parameters.integer("latents"), parameters.integer("discriminatorLayers"),
                parameters.integer("discriminatorWidth"));
    }

    @Override
    public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        TrainingContext first = contexts.get(0);
        Parameters parameters = first.parameters();
        List<Long> seeds = contexts.stream().map(TrainingContext::seed).toList();
        LibTorch.load(first.threads(), first.device());
        try (Discriminator discriminator = Discriminator.create(discriminator(parameters),
                Initialiser.of(parameters.text("initialiser")), seeds)) {
            Adam discriminatorAdam = new Adam(parameters.real("discriminatorRate"), 0.5, 0.9, 1e-8);
            return VaeTraining.run(contexts, DESCRIPTION, (Vae vae) -> new FactorVaeObjective(vae, discriminator,
                    Setting.of(contexts, "gamma"), VaeTraining.optimiser(first), discriminatorAdam,
                    parameters.text("shuffled").equals("second"), new Shuffle(seeds)::of, Supervision.of(contexts)));
        }
    }
}
