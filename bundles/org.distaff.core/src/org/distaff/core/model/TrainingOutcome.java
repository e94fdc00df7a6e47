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

    /** It was trained. */
    public static TrainingOutcome trained(TrainedModel model) {
        return new TrainingOutcome(Optional.of(model), Optional.empty());
    }

    /** It could not be trained. */
    public static TrainingOutcome failed(Problem problem) {
        return new TrainingOutcome(Optional.empty(), Optional.of(problem));
    }

    /** Work that leaves a trained model. */
    @FunctionalInterface
    public interface Training {
        TrainedModel train() throws IOException;
    }

    /**
     * The files.
     *
     * @throws Problem when there are none
     */
    public TrainedModel orThrow() {
        return trained.orElseThrow(problem::get);
    }

    /** Runs a training and keeps its problem, if it has one. */
    public static TrainingOutcome of(Training training) throws IOException {
        try {
            return trained(training.train());
        } catch (Problem problem) {
            return failed(problem);
        }
    }
}
