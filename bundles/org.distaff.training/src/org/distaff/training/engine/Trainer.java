package org.distaff.training.engine;

import java.io.IOException;
import java.util.List;

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
        try (TrainingRun run = new TrainingRun(List.of(context), objective, fingerprint)) {
            run.run();
        }
    }
}
