package org.distaff.training.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainingContext;
import org.distaff.training.objective.Objective;

/** The optimisation loop of an objective. */
public final class Trainer {

    private Trainer() {
    }

    /**
     * Optimises an objective's networks and writes {@code training.csv}. A checkpoint in the context's folder is
     * continued; when the user cancels, one is left there.
     *
     * @param fingerprint everything that determines the outcome, in words
     * @throws Problem when a term or a weight is no longer finite
     */
    public static void train(TrainingContext context, Objective objective, String fingerprint) throws IOException {
        Optional<Problem> problem = train(List.of(context), objective, fingerprint).get(0);
        if (problem.isPresent()) {
            throw problem.get();
        }
    }

    /**
     * The same for models of one architecture side by side: the objective's networks hold the weights of all of them,
     * in the order of the contexts, and its {@link org.distaff.training.objective.Setting}s their numbers. Each model
     * sees the batches it would see alone. One that diverges fails alone. The checkpoint of all is in the first one's folder.
     *
     * @param contexts    of equal data set, settings, threads and device
     * @param fingerprint everything that determines the outcome of all, in words
     * @return what stopped each model, if anything did; training ends early when nothing is left to train
     */
    public static List<Optional<Problem>> train(List<TrainingContext> contexts, Objective objective, String fingerprint)
            throws IOException {
        try (TrainingRun run = new TrainingRun(contexts, objective, fingerprint)) {
            return run.run();
        }
    }
}
