package org.distaff.core.metric;

import org.distaff.core.describe.Described;
import org.distaff.core.progress.Progress;

/** A measure of a representation, contributed through {@code org.distaff.core.metrics}. Stateless. */
public interface Metric extends Described {

    /**
     * @param evaluation the representation under evaluation, its parameters and random streams
     * @return named scalars, matrices and warnings; a value the metric cannot define is NaN with a warning
     */
    Scores evaluate(Evaluation evaluation, Progress progress);
}
