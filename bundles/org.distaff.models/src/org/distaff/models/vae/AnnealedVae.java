package org.distaff.models.vae;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.bytedeco.pytorch.Tensor;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.training.objective.Setting;

/** Contributes {@code annealed-vae}: a capacity that the KL is held at, and that grows. */
public final class AnnealedVae implements VaeModel {

    private static final Description DESCRIPTION = VaeMethod.describe("annealed-vae", "AnnealedVAE", """
            Minimises reconstruction + γ · |KL − C|, where the capacity C grows in a straight line from 0 to capacity \
            nats over the first capacitySteps steps and stays there: the code may hold ever more.""",
            "Variational autoencoder whose KL is held at a capacity that grows")
            .reference("Burgess et al., Understanding Disentangling in β-VAE, NIPS 2017 workshop, equation 8")
            .parameter(Parameter.real("capacity", 25).range(0, 1e4)
                    .meaning("final capacity in nats; Locatello et al. sweep 5, 10, 25, 50, 75, 100"))
            .parameter(Parameter.real("gamma", 1000).range(0, 1e9).meaning("weight of the deviation; 1000 in both papers"))
            .parameter(Parameter.integer("capacitySteps", 100_000).range(1, 100_000_000)
                    .meaning("steps over which the capacity grows (Locatello et al.: 100,000)"))
            .preset(VaePresets.locatello().sweep("capacity", 5, 10, 25, 50, 75, 100))
            .preset(VaePresets.burgess().fixed("capacity", 25).fixed("gamma", 1000).fixed("capacitySteps", 100_000))
            .preset(VaePresets.roth().sweep("capacity", 2, 5, 10, 25, 50, 75, 100, 150, 200));

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<String> differing() {
        return Set.of("capacity", "gamma");
    }

    @Override
    public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        int steps = contexts.get(0).parameters().integer("capacitySteps");
        Setting capacity = Setting.of(contexts, "capacity")
                .times(step -> Math.min(1, (step - 1.0) / steps)); // the first step has none, as released
        return VaeTraining.run(contexts, DESCRIPTION, loss(Setting.of(contexts, "gamma"), capacity));
    }

    /** reconstruction + γ |KL − C|. */
    public static VaeLoss loss(Setting gamma, Setting capacity) {
        return (pass, step) -> {
            Tensor deviation = capacity.below(pass.kl(), step).abs();
            return pass.terms(pass.reconstruction().add(gamma.times(deviation, step))).and("deviation", deviation);
        };
    }
}
