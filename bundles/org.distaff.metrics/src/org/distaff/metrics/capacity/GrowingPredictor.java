package org.distaff.metrics.capacity;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;

/** A family of predictors that are fitted anew, one of each capacity. Stateless. */
@FunctionalInterface
public interface GrowingPredictor {

    /**
     * Share of the test points whose value of a factor is predicted by the predictor of each capacity.
     *
     * @param factor     index of the factor; at least two values among the training points
     * @param capacities each at least 1
     */
    double[] accuracies(Representation train, Representation test, int factor, int[] capacities, Progress progress);
}
