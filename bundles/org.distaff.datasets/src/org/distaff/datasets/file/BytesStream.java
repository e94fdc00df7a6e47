package org.distaff.datasets.file;

import java.io.InputStream;
import java.util.Objects;

/** A range of {@link Bytes} as a stream, with a small buffer. */
final class BytesStream extends InputStream {

    private static final int BUFFER = 1 << 16;

    private final Bytes bytes;
    private final byte[] buffer;
    private long position;
    private long left;
    private int from;
    private int to;

    BytesStream(Bytes bytes, long position, long length) {
        this.bytes = bytes;
        this.position = position;
        this.left = length;
        this.buffer = new byte[(int) Math.min(BUFFER, length)];
    }

    @Override
    public int read() {
        return fill() ? buffer[from++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, to - from);
        System.arraycopy(buffer, from, target, offset, count);
        from += count;
        return count;
    }

    private boolean fill() {
        if (from == to && left > 0) {
            from = 0;
            to = (int) Math.min(buffer.length, left);
            bytes.read(position, buffer, 0, to);
            position += to;
            left -= to;
        }
        return from < to;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, left + to - from);
    }
}
