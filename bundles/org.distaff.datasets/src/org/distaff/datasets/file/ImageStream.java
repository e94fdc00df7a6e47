package org.distaff.datasets.file;

import java.io.Closeable;
import java.io.IOException;

import org.distaff.core.data.ObservationShape;

/** Images of one shape, read one after the other as bytes, pixel by pixel (HWC). */
public interface ImageStream extends Closeable {

    /** Number of images in all. */
    long count();

    ObservationShape shape();

    /** Reads the next image into C·H·W bytes. Call it {@link #count()} times at most. */
    void next(byte[] image) throws IOException;

    @Override
    default void close() throws IOException {
        // most have nothing to close
    }
}
