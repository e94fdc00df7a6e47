package org.distaff.datasets.file;

import java.io.InputStream;

import org.distaff.core.failure.Problem;

/** Bytes that can be read anywhere: of a file, or of memory in tests. Thread-safe. */
public interface Bytes {

    /** What the bytes are, for messages. */
    String name();

    long size();

    /**
     * Reads exactly {@code length} bytes.
     *
     * @throws Problem (input) when they are not all there
     */
    void read(long position, byte[] target, int offset, int length);

    /** A copy of a range. */
    default byte[] range(long position, int length) {
        if (position < 0 || length < 0 || position > size() - length) {
            throw cutShort();
        }
        byte[] range = new byte[length];
        read(position, range, 0, length);
        return range;
    }

    /** A range as a stream; buffered. */
    default InputStream stream(long position, long length) {
        if (position < 0 || length < 0 || position > size() - length) {
            throw cutShort();
        }
        return new BytesStream(this, position, length);
    }

    default Problem cutShort() {
        return Problem.input(name() + " is cut short or damaged; copy or download it again.");
    }

    /** A problem with these bytes. */
    default Problem damaged(String what) {
        return Problem.input(name() + " is damaged or hostile: " + what + "; copy or download it again.");
    }
}
