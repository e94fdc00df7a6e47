package org.distaff.models.vae;

import java.io.IOException;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.objective.Setting;

/** Contributes {@code beta-vae}. */
public final class BetaVae implements Model {

    private static final Description DESCRIPTION = VaeMethod.describe("beta-vae", "β-VAE", """
            Minimises reconstruction + β · KL to a standard normal prior. β = 1 is the plain VAE; larger β presses the \
            codes towards independent latents at the price of blurred reconstructions.""",
            "Variational autoencoder whose KL term is weighted by β")
            .reference("Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational "
                    + "Framework, ICLR 2017, eq. 4")
            .parameter(Parameter.real("beta", 4).range(0, 1e6)
                    .meaning("weight of the KL term; Locatello et al. sweep 1, 2, 4, 6, 8, 16"));

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        return VaeTraining.run(context, DESCRIPTION, loss(Setting.of(context.parameters().real("beta"))));
    }

    /** reconstruction + β KL (Higgins et al., ICLR 2017, eq. 4). */
    public static VaeLoss loss(Setting beta) {
        return (pass, step) -> pass.terms(pass.reconstruction().add(beta.times(pass.kl(), step)));
    }
}
