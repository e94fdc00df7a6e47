package org.distaff.models.vae;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.training.objective.Setting;

/** Contributes {@code beta-vae}. */
public final class BetaVae implements VaeModel {

    private static final Description DESCRIPTION = VaeMethod.describe("beta-vae", "β-VAE", """
            Minimises reconstruction + β · KL to a standard normal prior. β = 1 is the plain VAE; larger β presses the \
            codes towards independent latents at the price of blurred reconstructions.""",
            "Variational autoencoder whose KL term is weighted by β")
            .reference("Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational "
                    + "Framework, ICLR 2017, eq. 4")
            .parameter(Parameter.real("beta", 4).range(0, 1e6)
                    .meaning("weight of the KL term; Locatello et al. sweep 1, 2, 4, 6, 8, 16"))
            .preset(VaePresets.locatello().sweep("beta", 1, 2, 4, 6, 8, 16))
            .preset(VaePresets.higgins().fixed("beta", 4))
            .preset(VaePresets.roth().sweep("beta", 1, 2, 4, 6, 8, 10, 16));

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<String> differing() {
        return Set.of("beta");
    }

    @Override
    public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        return VaeTraining.run(contexts, DESCRIPTION, loss(Setting.of(contexts, "beta")));
    }

    /** reconstruction + β KL (Higgins et al., ICLR 2017, eq. 4). */
    public static VaeLoss loss(Setting beta) {
        return (pass, step) -> pass.terms(pass.reconstruction().add(beta.times(pass.kl(), step)));
    }
}
