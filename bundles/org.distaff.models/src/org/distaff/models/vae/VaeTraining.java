package org.distaff.models.vae;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Description;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Initialiser;
import org.distaff.training.objective.Objective;
import org.distaff.training.optimiser.Adagrad;
import org.distaff.training.optimiser.Adam;
import org.distaff.training.optimiser.Optimiser;

/** How every method over a variational autoencoder is trained: its networks made, optimised and exported. */
public final class VaeTraining {

    /** Ids of the optimisers a method offers; the first one is the default. */
    static final String[] OPTIMISERS = {"adam", "adagrad"};

    private VaeTraining() {
    }

    /**
     * Trains what cells ask for, each as it would be alone.
     *
     * @param contexts    of one side-by-side key
     * @param description the method's description; id and version are part of what a checkpoint belongs to
     * @param objective   what is minimised over the fresh networks
     */
    public static List<TrainingOutcome> run(List<TrainingContext> contexts, Description description,
            Function<Vae, Objective> objective) throws IOException {
        TrainingContext first = contexts.get(0);
        VaeNetworks networks = networks(first);
        LibTorch.load(first.threads(), first.device());
        Initialiser initialiser = Initialiser.of(first.parameters().text("initialiser"));
        List<Long> seeds = contexts.stream().map(TrainingContext::seed).toList();
        try (Vae vae = Vae.together(networks, initialiser, seeds, torch.ScalarType.Float)) {
            String fingerprint = contexts.stream().map(context -> fingerprint(context, description))
                    .collect(Collectors.joining(" and "));
            List<Optional<Problem>> problems = Trainer.train(contexts, objective.apply(vae), fingerprint);
            List<TrainingOutcome> outcomes = new ArrayList<>();
            for (int m = 0; m < contexts.size(); m++) {
                outcomes.add(problems.get(m).isPresent() ? TrainingOutcome.failed(problems.get(m).get())
                        : TrainingOutcome.trained(vae.export(m, description.id(), description.version(),
                                contexts.get(m).folder())));
            }
            return outcomes;
        }
    }

    /** Trains one loss, with labels if the parameters ask for them. */
    public static List<TrainingOutcome> run(List<TrainingContext> contexts, Description description, VaeLoss loss)
            throws IOException {
        return run(contexts, description, (Vae vae) -> new VaeObjective(vae, optimiser(contexts.get(0)), loss,
                Supervision.of(contexts)));
    }

    /** The same for one model of a method that trains alone. */
    public static TrainedModel run(TrainingContext context, Description description, Function<Vae, Objective> objective)
            throws IOException {
        return run(List.of(context), description, objective).get(0).orThrow();
    }

    /** The networks that a cell's parameters name. */
    static VaeNetworks networks(TrainingContext context) {
        return VaeNetworks.of(context.parameters().text("network"), context.dataset().observation(),
                context.parameters().integer("latents"));
    }

    private static String fingerprint(TrainingContext context, Description description) {
        return description.id() + description.version() + context.parameters() + context.settings() + context.seed()
                + context.dataset().digest();
    }

    /** The optimiser that a cell's parameters name, with the cell's learning rate. */
    public static Optimiser optimiser(TrainingContext context) {
        return context.parameters().text("optimiser").equals("adagrad")
                ? new Adagrad(context.settings().learningRate()) : adam(context);
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
