package org.distaff.core.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.distaff.core.describe.Described;
import org.distaff.core.failure.Problem;

/** A learning method, contributed through {@code org.distaff.core.models}. Stateless. */
public interface Model extends Described {

    /**
     * Trains one model and leaves its files in the context's folder. Equal contexts give equal files on one machine.
     *
     * @throws Problem     when the setting cannot be trained (wrong shape, divergence at a step)
     * @throws IOException when the folder cannot be written
     */
    TrainedModel train(TrainingContext context) throws IOException;

    /**
     * With which other models this one can train side by side as one program, and whether that pays. Empty for a model
     * that trains alone, which is the default. Cheap: nothing is trained, and the context's folder is not touched.
     *
     * @throws Problem when the setting cannot be trained at all
     */
    default Optional<SideBySide> together(TrainingContext context) {
        return Optional.empty();
    }

    /**
     * Trains models side by side, each with the outcome it would have alone within 1e-5 relative after 100 steps. One
     * that cannot be trained fails alone. The default trains one after the other.
     *
     * @param contexts of equal {@link SideBySide#key}s, data set, settings, threads and device
     * @return one outcome per context, in their order
     * @throws Problem     when what they have in common cannot be trained
     * @throws IOException when a folder cannot be written
     */
    default List<TrainingOutcome> trainTogether(List<TrainingContext> contexts) throws IOException {
        List<TrainingOutcome> outcomes = new ArrayList<>();
        for (TrainingContext context : contexts) {
            outcomes.add(TrainingOutcome.of(() -> train(context)));
        }
        return outcomes;
    }
}
