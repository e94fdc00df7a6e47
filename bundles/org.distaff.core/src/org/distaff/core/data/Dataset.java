package org.distaff.core.data;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/** An opened data set with ground-truth factors of variation. Thread-safe. */
public interface Dataset {

    FactorSpace factors();

    ObservationShape observation();

    /**
     * Writes the observations of the given factor rows.
     *
     * @param factorRows {@code n × K} factor values, row by row
     * @param nuisance   source of what the factors leave open (background noise, hidden factors); unused by
     *                   deterministic data sets
     * @param target     receives {@code n × C × H × W} values in [0, 1] from its position on, which is advanced; its
     *                   capacity beyond is untouched
     */
    void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target);

    /** Names the content for ever: equal digests mean equal observations. Part of every cell's identity. */
    String digest();
}
