package org.distaff.metrics.boosting;

/**
 * How much is boosted.
 *
 * @param stages       boosting stages; each adds one tree per class, or a single tree when there are two classes
 * @param depth        largest number of splits between a tree's root and a leaf
 * @param learningRate share of each tree that is added
 */
public record BoostingSettings(int stages, int depth, double learningRate) {

    /** The defaults of scikit-learn's GradientBoostingClassifier, with which DCI is customarily computed. */
    public static final BoostingSettings CUSTOMARY = new BoostingSettings(100, 3, 0.1);
}
