package org.distaff.models.vae;

import java.io.IOException;

import org.distaff.core.describe.Description;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;

/** Contributes {@code vae}: the variational autoencoder. */
public final class PlainVae implements Model {

    private static final Description DESCRIPTION = VaeMethod.describe("vae", "VAE", """
            Minimises reconstruction + KL to a standard normal prior, the negative evidence lower bound: β-VAE with \
            β = 1.""", "Variational autoencoder with a standard normal prior")
            .reference("Kingma and Welling, Auto-Encoding Variational Bayes, ICLR 2014, equation 10");

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        return VaeTraining.run(context, DESCRIPTION, (pass, step) -> pass.terms(pass.negativeElbo()));
    }
}
