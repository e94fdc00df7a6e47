package org.distaff.core.model;

import java.io.IOException;

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
}
