package org.distaff.models.vae;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.network.Initialiser;

/** Contributes {@code untrained}: what a method's network scores before it has learnt anything. */
public final class Untrained implements Model {

    private static final String ID = "untrained";
    private static final String VERSION = "1";

    @Override
    public Description describe() {
        return VaeParameters.addTo(Description.of(ID, "Untrained network").version(VERSION)
                .summary("The same networks with their initial weights, the baseline a trained model must beat")
                .help("""
                        Initialises the networks of the variational autoencoders and exports them without a single \
                        step; the training settings are ignored. With equal network, initialiser and seed the weights \
                        are those a trained model started from.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix (networks)"));
    }

    @Override
    public TrainedModel train(TrainingContext context) throws IOException {
        ObservationShape shape = context.dataset().observation();
        int latents = context.parameters().integer("latents");
        VaeNetworks networks = VaeNetworks.of(context.parameters().text("network"), shape, latents);
        LibTorch.load(context.threads());
        Initialiser initialiser = Initialiser.of(context.parameters().text("initialiser"));
        try (Vae vae = Vae.create(networks, initialiser, context.seed())) {
            Files.writeString(context.folder().resolve("training.csv"), "step\n", StandardCharsets.UTF_8);
            return vae.export(ID, VERSION, context.folder());
        }
    }
}
