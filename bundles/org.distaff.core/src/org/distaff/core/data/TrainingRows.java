package org.distaff.core.data;

import java.util.random.RandomGenerator;

/**
 * How a learner is shown a data set: which factor rows it draws, which of them come with labels, and which go in pairs.
 * Evaluation never uses it: test points stay uniform however the training points are correlated. Thread-safe.
 */
public interface TrainingRows {

    /**
     * Draws factor rows of the training distribution, with replacement.
     *
     * @return {@code points × K} values, row by row
     */
    int[] draw(int points, RandomGenerator random);

    /**
     * Draws factor rows whose labels a semi-supervised learner may see, with replacement; the same distribution as
     * {@link #draw} when every point is labelled.
     *
     * @return {@code points × K} values, row by row
     */
    int[] labelled(int points, RandomGenerator random);

    /**
     * Draws a partner for each row that shares some of its factors, for weakly supervised learners.
     *
     * @param rows {@code points × K} values, row by row
     * @return {@code points × K} values, row by row
     */
    int[] partners(int[] rows, RandomGenerator random);

    /**
     * Independent draws, all labelled; a partner differs from its row in one factor, drawn uniformly among those with
     * several values, and in nothing else (Locatello et al., Weakly-Supervised Disentanglement Without Compromises,
     * ICML 2020, section 5, k = 1). A data set that lists its rows has no such partners.
     */
    static TrainingRows uniform(Dataset dataset) {
        return new UniformRows(dataset);
    }
}
