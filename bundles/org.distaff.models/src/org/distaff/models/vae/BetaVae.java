package org.distaff.models.vae;

import java.io.IOException;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Initialiser;
import org.distaff.training.optimiser.Adam;

/** Contributes {@code beta-vae}. */
public final class BetaVae implements Model {

    private static final String ID = "beta-vae";
    private static final String VERSION = "1";

    @Override
    public Description describe() {
        return VaeParameters.addTo(Description.of(ID, "β-VAE").version(VERSION)
                .summary("Variational autoencoder whose KL term is weighted by β")
                .help("""
                        Minimises reconstruction + β · KL to a standard normal prior. β = 1 is the plain VAE; larger β \
                        presses the codes towards independent latents at the price of blurred reconstructions.

                        The reconstruction is Bernoulli cross-entropy summed over pixels and channels, the KL is \
                        summed over latents, both averaged over the batch. Optimiser: Adam with β₁ 0.9, β₂ 0.999, ε 1e-8.""")
                .reference("Higgins et al., beta-VAE: Learning Basic Visual Concepts with a Constrained Variational "
                        + "Framework, ICLR 2017, eq. 4")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix (networks, optimiser, grid)")
                .parameter(Parameter.real("beta", 4).range(0, 1e6).meaning("weight of the KL term")));
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        Parameters parameters = context.parameters();
        ObservationShape shape = context.dataset().observation();
        int latents = parameters.integer("latents");
        VaeNetworks networks = VaeNetworks.of(parameters.text("network"), shape, latents);
        LibTorch.load(context.threads(), context.device());
        try (Vae vae = Vae.create(networks, Initialiser.of(parameters.text("initialiser")), context.seed())) {
            BetaVaeObjective objective = new BetaVaeObjective(vae, parameters.real("beta"),
                    new Adam(context.settings().learningRate()));
            String fingerprint = ID + VERSION + parameters + context.settings() + context.seed()
                    + context.dataset().digest();
            Trainer.train(context, objective, fingerprint);
            return vae.export(ID, VERSION, context.folder());
        }
    }
}
