package org.distaff.models.vae;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.distaff.core.describe.Description;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;

/** Contributes {@code vae}: the variational autoencoder. */
public final class PlainVae implements VaeModel {

    private static final Description DESCRIPTION = VaeMethod.describe("vae", "VAE", """
            Minimises reconstruction + KL to a standard normal prior, the negative evidence lower bound: β-VAE with \
            β = 1.""", "Variational autoencoder with a standard normal prior")
            .reference("Kingma and Welling, Auto-Encoding Variational Bayes, ICLR 2014, equation 10")
            .preset(VaePresets.locatello());

    @Override
    public Description describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<String> differing() {
        return Set.of();
    }

    @Override
    public List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        return VaeTraining.run(contexts, DESCRIPTION, (pass, step) -> pass.terms(pass.negativeElbo()));
    }
}
