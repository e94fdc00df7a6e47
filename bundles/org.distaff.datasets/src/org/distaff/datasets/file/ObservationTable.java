package org.distaff.datasets.file;

import java.nio.FloatBuffer;
import java.util.List;

import org.distaff.core.data.ObservationShape;

/** Observations of one shape that are read at random. Thread-safe. */
public interface ObservationTable {

    /** Number of observations N. */
    long count();

    ObservationShape shape();

    /** What the numbers of tokens stand for, by their id; empty when the values are no tokens. */
    default List<String> words() {
        return List.of();
    }

    /**
     * Writes one observation and advances the buffer.
     *
     * @param index which one, in [0, N)
     */
    void write(long index, FloatBuffer target);
}
