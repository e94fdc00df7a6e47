package org.distaff.core.model;

import java.io.IOException;
import java.util.Optional;

import org.distaff.core.failure.Problem;

/**
 * What became of one of several models: exactly one of both is there.
 *
 * @param trained its files
 * @param problem why there are none
 */
public record TrainingOutcome(Optional<TrainedModel> trained, Optional<Problem> problem) {

    /** Work that leaves a trained model. */
    @FunctionalInterface
    public interface Training {
        TrainedModel train() throws IOException;
    }

    /** Runs a training and keeps its problem, if it has one. */
    public static TrainingOutcome of(Training training) throws IOException {
        try {
            return new TrainingOutcome(Optional.of(training.train()), Optional.empty());
        } catch (Problem problem) {
            return new TrainingOutcome(Optional.empty(), Optional.of(problem));
        }
    }
}
