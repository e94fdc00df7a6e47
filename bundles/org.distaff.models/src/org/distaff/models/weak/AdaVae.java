package org.distaff.models.weak;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeMethod;
import org.distaff.models.vae.VaeModel;
import org.distaff.models.vae.VaePresets;
import org.distaff.models.vae.VaeTraining;
import org.distaff.training.objective.Setting;

/** What both adaptive variational autoencoders share: all but how they combine the posteriors of a shared latent. */
public abstract sealed class AdaVae implements VaeModel permits AdaGroupVae, AdaMultiLevelVae {

    private final Description description;

    /** @param combined what happens to the posteriors of a shared latent, in words */
    AdaVae(String id, String name, String combined) {
        this.description = VaeMethod.describeUnlabelled(id, name, """
                Learns from pairs of observations that differ in few factors; nobody says which. For each pair the \
                latents whose KL divergence between the two posteriors is below the middle of its range count as \
                shared, and their posteriors are %s. Minimises the mean of both observations' reconstruction + β · KL. \
                How pairs differ says the data set's modifier 'pairs'; without it they differ in one factor."""
                .formatted(combined), "Variational autoencoder that learns which latents pairs of observations share")
                .reference("Locatello, Poole, Rätsch, Schölkopf, Bachem, Tschannen, Weakly-Supervised Disentanglement "
                        + "Without Compromises, ICML 2020, section 4")
                .parameter(Parameter.real("beta", 1).range(0, 1e6)
                        .meaning("weight of the KL; the paper sweeps 1, 2, 4, 6, 8, 16"))
                .preset(VaePresets.pairs().sweep("beta", 1, 2, 4, 6, 8, 16));
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public Set<String> differing() {
        return Set.of("beta");
    }

    @Override
    public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        return VaeTraining.run(contexts, description, (Vae vae) -> new PairObjective(vae,
                VaeTraining.optimiser(contexts.get(0)), shared(), Setting.of(contexts, "beta")));
    }

    /** What is made of two posteriors; asked for only when libtorch is there. */
    abstract SharedLatents shared();
}
