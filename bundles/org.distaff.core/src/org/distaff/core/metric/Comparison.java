package org.distaff.core.metric;

import java.util.List;

import org.distaff.core.describe.Described;
import org.distaff.core.progress.Progress;

/**
 * A measure of several trained models held against each other, contributed through {@code org.distaff.core.metrics} as
 * {@code <comparison>}. In a study the models are the cells of one setting, which differ in their seeds. Stateless.
 */
public interface Comparison extends Described {

    /**
     * @param models at least two models of one data set; all draw equal points for equal purposes
     * @return scores of each model, in the order of the models; a value that cannot be defined is NaN with a warning
     */
    List<Scores> compare(List<Evaluation> models, Progress progress);
}
