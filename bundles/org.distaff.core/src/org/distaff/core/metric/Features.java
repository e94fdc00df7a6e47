package org.distaff.core.metric;

import java.nio.FloatBuffer;

/** A network that turns observations into features, for metrics that compare images by what they show. Thread-safe. */
public interface Features extends AutoCloseable {

    /** Number of features of an observation. */
    int count();

    /**
     * Features of observations.
     *
     * @param observations {@code n × C × H × W} values in [0, 1] from its position on, which stays
     * @return {@code n × count} features
     */
    float[] of(FloatBuffer observations, int n);

    @Override
    void close();
}
