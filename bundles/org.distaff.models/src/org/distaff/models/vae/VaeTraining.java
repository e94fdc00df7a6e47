package org.distaff.models.vae;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Description;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Initialiser;
import org.distaff.training.objective.Objective;
import org.distaff.training.optimiser.Adam;

/** How every method over a variational autoencoder is trained: its networks made, optimised and exported. */
public final class VaeTraining {

    private VaeTraining() {
    }

    /**
     * Trains what a cell asks for.
     *
     * @param description the method's description; id and version are part of what a checkpoint belongs to
     * @param objective   what is minimised over the fresh networks
     */
    public static TrainedModel run(TrainingContext context, Description description, Function<Vae, Objective> objective)
            throws IOException {
        VaeNetworks networks = VaeNetworks.of(context.parameters().text("network"), context.dataset().observation(),
                context.parameters().integer("latents"));
        LibTorch.load(context.threads(), context.device());
        Initialiser initialiser = Initialiser.of(context.parameters().text("initialiser"));
        try (Vae vae = Vae.create(networks, initialiser, context.seed())) {
            String fingerprint = description.id() + description.version() + context.parameters() + context.settings()
                    + context.seed() + context.dataset().digest();
            Trainer.train(context, objective.apply(vae), fingerprint);
            return vae.export(description.id(), description.version(), context.folder());
        }
    }

    /** Trains one loss with Adam, with labels if the parameters ask for them. */
    public static TrainedModel run(TrainingContext context, Description description, VaeLoss loss) throws IOException {
        return run(context, description, (Vae vae) -> new VaeObjective(vae, adam(context), loss,
                Supervision.of(List.of(context))));
    }

    /** Adam with the cell's learning rate, β₁ 0.9, β₂ 0.999, ε 1e-8. */
    public static Adam adam(TrainingContext context) {
        return new Adam(context.settings().learningRate());
    }

    /** Number of observations of a data set, which some estimators ask for. */
    public static double population(Dataset dataset) {
        return dataset.rows().map(rows -> (double) rows.length / dataset.factors().count())
                .orElseGet(() -> (double) dataset.factors().combinations());
    }
}
