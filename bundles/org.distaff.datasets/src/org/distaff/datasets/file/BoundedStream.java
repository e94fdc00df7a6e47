package org.distaff.datasets.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.distaff.core.failure.Problem;

/** An unpacked stream that ends in a problem when it becomes too much longer than what was packed. */
public final class BoundedStream extends FilterInputStream {

    private static final long MAXIMUM_RATIO = 200;
    /** Up to this many bytes a high ratio is no sign of a bomb. */
    private static final long RATIO_FREE = 1L << 24;

    private final String name;
    private long left;

    /**
     * @param packed bytes before unpacking
     * @param name   what it is, for the message
     */
    public BoundedStream(InputStream in, long packed, String name) {
        super(in);
        this.name = name;
        this.left = Math.max(RATIO_FREE, MAXIMUM_RATIO * packed);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw Problem.input(name + " unpacks to more than " + MAXIMUM_RATIO + " times its size; it is refused.");
        }
    }
}
