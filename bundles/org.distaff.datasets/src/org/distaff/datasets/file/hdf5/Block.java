package org.distaff.datasets.file.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.distaff.core.failure.Problem;

/** A piece of an HDF5 file's bookkeeping that is read from front to back; little-endian. */
final class Block {

    private final ByteBuffer buffer;
    private final Hdf5Space space;

    Block(byte[] bytes, Hdf5Space space) {
        this.buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.space = space;
    }

    int u8() {
        return Byte.toUnsignedInt(need(1).get());
    }

    int u16() {
        return Short.toUnsignedInt(need(2).getShort());
    }

    long u32() {
        return Integer.toUnsignedLong(need(4).getInt());
    }

    long i64() {
        return need(8).getLong();
    }

    /** An unsigned number of that many bytes that fits 63 bits, or −1 for "undefined". */
    long number(int width) {
        long value = 0;
        boolean undefined = true;
        for (int i = 0; i < width; i++) {
            long next = u8();
            undefined &= next == 0xFF;
            value |= i < 8 ? next << 8 * i : 0;
        }
        if (undefined && width >= 4) {
            return -1;
        }
        if (value < 0) {
            throw space.damaged("a number of " + Long.toUnsignedString(value));
        }
        return value;
    }

    /** An address, or −1 for "undefined". */
    long address() {
        return number(space.addressBytes());
    }

    /** A length. */
    long length() {
        return number(space.lengthBytes());
    }

    Block skip(int bytes) {
        need(bytes).position(buffer.position() + bytes);
        return this;
    }

    byte[] bytes(int length) {
        need(length);
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    Block block(int length) {
        return new Block(bytes(length), space);
    }

    /** Text up to the first NUL. */
    String text(int length) {
        byte[] bytes = bytes(length);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    void signature(String expected) {
        String found = new String(bytes(expected.length()), StandardCharsets.ISO_8859_1);
        if (!found.equals(expected)) {
            throw space.damaged("no " + expected + " where one should be");
        }
    }

    boolean startsWith(String text) {
        int at = buffer.position();
        if (buffer.remaining() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if ((buffer.get(at + i) & 0xFF) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    int remaining() {
        return buffer.remaining();
    }

    int position() {
        return buffer.position();
    }

    private ByteBuffer need(int bytes) {
        if (bytes < 0 || bytes > buffer.remaining()) {
            throw cut();
        }
        return buffer;
    }

    private Problem cut() {
        return space.damaged("a header that ends too early");
    }
}
