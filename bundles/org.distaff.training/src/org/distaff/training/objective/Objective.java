package org.distaff.training.objective;

import java.util.List;

/** A loss over networks that the objective holds. */
public interface Objective {

    /** Names of the parts, in the order of the curves; the same at every step. */
    List<String> parts();

    /** The loss of a batch. Called inside a PointerScope, so intermediate tensors need no care. */
    Terms evaluate(Batch batch);
}
