package org.distaff.core.data;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** An opened data set with ground-truth factors of variation. Thread-safe. */
public interface Dataset {

    FactorSpace factors();

    ObservationShape observation();

    /** What the values of an observation are. */
    default ObservationKind kind() {
        return ObservationKind.IMAGE;
    }

    /**
     * Writes the observations of the given factor rows.
     *
     * @param factorRows {@code n × K} factor values, row by row; if {@link #rows()} lists some, each must be among them
     * @param nuisance   source of what the factors leave open (background noise, hidden factors); unused by
     *                   deterministic data sets
     * @param target     receives {@code n × C × H × W} values from its position on, which is advanced; its capacity
     *                   beyond is untouched. Values of images are in [0, 1]
     */
    void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target);

    /** Names the content for ever: equal digests mean equal observations. Part of every cell's identity. */
    String digest();

    /**
     * The factor rows of a data set that has observations for some combinations only, {@code N × K} row by row; a row
     * that stands there twice is drawn twice as often. Empty when every combination has an observation. Do not write
     * into it.
     */
    default Optional<int[]> rows() {
        return Optional.empty();
    }

    /** How a learner is shown the data set. */
    default TrainingRows training() {
        return TrainingRows.uniform(this);
    }

    /**
     * Draws factor rows uniformly and independently, with replacement: over all combinations, or over the listed rows.
     *
     * @return {@code points × K} values, row by row
     */
    static int[] sample(Dataset dataset, int points, RandomGenerator random) {
        Optional<int[]> listed = dataset.rows();
        if (listed.isEmpty()) {
            return dataset.factors().sample(points, random);
        }
        int k = dataset.factors().count();
        int count = listed.get().length / k;
        int[] drawn = new int[points * k];
        for (int i = 0; i < points; i++) {
            System.arraycopy(listed.get(), random.nextInt(count) * k, drawn, i * k, k);
        }
        return drawn;
    }
}
