package org.distaff.metrics.boosting;

import org.distaff.core.metric.Representation;
import org.distaff.metrics.work.Workers;

/** A classifier made of trees, and what its making found out about the features. Immutable. */
public interface TreeClassifier {

    /** Share of each feature in the decrease of impurity, {@code D} values that sum to 1; all zero without a split. */
    double[] importances();

    /** Share of the training points that are classified correctly. */
    double trainAccuracy();

    /** The label of each point. */
    int[] predict(Representation points, Workers workers);

    /** Largest capacity: stages of a boosted classifier, depth of the deepest tree of a forest; at least 1. */
    int capacity();

    /**
     * Share of points classified correctly by the classifier cut down to a capacity.
     *
     * @param truth      label of each point
     * @param capacities ascending, each at least 1; beyond {@link #capacity()} nothing changes any more
     */
    double[] accuracies(Representation points, int[] truth, int[] capacities, Workers workers);
}
