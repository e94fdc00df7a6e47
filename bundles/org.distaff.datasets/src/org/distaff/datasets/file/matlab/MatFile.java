package org.distaff.datasets.file.matlab;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;

/**
 * Reads one numeric array out of a MAT-file of version 5, compressed or not. Arrays of at most 64 MiB; texts, cells,
 * structures and sparse matrices are passed over. Values are read as they come, so that a length that lies costs
 * nothing.
 */
public final class MatFile {

    private static final int HEADER = 128;
    private static final int MAXIMUM_BYTES = 64 << 20;
    private static final int MAXIMUM_VARIABLES = 10_000;
    private static final int MAXIMUM_AXES = 32;
    private static final int MAXIMUM_NAME = 1024;
    private static final int FIRST_NUMERIC_CLASS = 6;
    private static final int LAST_NUMERIC_CLASS = 15;
    private static final int COMPLEX = 0x800;

    private final Bytes bytes;
    private final String wanted;
    private final ByteOrder order;
    private final List<String> seen = new ArrayList<>();

    private MatFile(Bytes bytes, String wanted, ByteOrder order) {
        this.bytes = bytes;
        this.wanted = wanted;
        this.order = order;
    }

    /**
     * Reads the array of that name.
     *
     * @throws Problem (input) when there is none, or the file is of another version or damaged
     */
    public static MatArray read(Bytes bytes, String name) throws IOException {
        if (bytes.size() < HEADER) {
            throw noMat(bytes);
        }
        byte[] header = bytes.range(0, HEADER);
        ByteOrder order = header[126] == 'I' && header[127] == 'M' ? ByteOrder.LITTLE_ENDIAN
                : header[126] == 'M' && header[127] == 'I' ? ByteOrder.BIG_ENDIAN : null;
        if (order == null) {
            throw noMat(bytes);
        }
        int version = ByteBuffer.wrap(header).order(order).getShort(124);
        if (version != 0x100) {
            throw Problem.input(bytes.name() + " has MAT version 0x" + Integer.toHexString(version)
                    + "; save it with 'save -v7'.");
        }
        return new MatFile(bytes, name, order).find();
    }

    private static Problem noMat(Bytes bytes) {
        return Problem.input(bytes.name() + " is no MAT-file of version 5; save it with 'save -v7'.");
    }

    private MatArray find() throws IOException {
        long at = HEADER;
        while (at <= bytes.size() - 8) {
            ByteBuffer tag = ByteBuffer.wrap(bytes.range(at, 8)).order(order);
            int type = tag.getInt(0);
            long length = Integer.toUnsignedLong(tag.getInt(4));
            at += 8;
            MatArray array = null;
            try (InputStream raw = bytes.stream(at, length)) {
                if (type == MatType.COMPRESSED) {
                    try (InputStream in = new InflaterInputStream(raw)) {
                        ByteBuffer inner = ByteBuffer.wrap(exactly(in, 8)).order(order);
                        array = inner.getInt(0) == MatType.MATRIX ? matrix(in) : null;
                    }
                } else if (type == MatType.MATRIX && length > 0) {
                    array = matrix(raw);
                }
            } catch (EOFException | ZipException e) {
                throw Problem.input(bytes.name() + " is damaged or cut short after " + seen.size()
                        + " variables; copy or download it again.", e);
            }
            if (array != null) {
                return array;
            }
            if (seen.size() > MAXIMUM_VARIABLES) {
                throw bytes.damaged("it has more than " + MAXIMUM_VARIABLES + " variables");
            }
            at += length;
        }
        throw Problem.input(bytes.name() + " holds no numeric array '" + wanted + "'; it holds "
                + (seen.isEmpty() ? "none" : String.join(", ", seen)) + ".");
    }

    /** The array, or nothing when it is another one. */
    private MatArray matrix(InputStream in) throws IOException {
        Element flags = element(in, 8);
        if (flags.values().length != 8) {
            throw bytes.damaged("a variable without a class");
        }
        int classAndFlags = flags.buffer().getInt(0);
        Element dimensions = element(in, MAXIMUM_AXES * Integer.BYTES);
        Element name = element(in, MAXIMUM_NAME);
        String title = new String(name.values(), StandardCharsets.UTF_8);
        seen.add(title.length() < 40 ? title : title.substring(0, 40) + "…");
        int kind = classAndFlags & 0xFF;
        if (!title.equals(wanted) || kind < FIRST_NUMERIC_CLASS || kind > LAST_NUMERIC_CLASS) {
            return null;
        }
        if ((classAndFlags & COMPLEX) != 0) {
            throw Problem.input(bytes.name() + ": '" + wanted + "' is complex; save its real part.");
        }
        int[] shape = new int[dimensions.values().length / Integer.BYTES];
        long count = 1;
        for (int a = 0; a < shape.length; a++) {
            shape[a] = dimensions.buffer().getInt(a * Integer.BYTES);
            if (shape[a] < 0 || shape[a] > 0 && count > MAXIMUM_BYTES / shape[a]) {
                throw bytes.damaged("'" + wanted + "' has an axis of " + shape[a]);
            }
            count *= shape[a];
        }
        Element values = element(in, MAXIMUM_BYTES);
        int width = MatType.width(values.type());
        if (width == 0 || count * width != values.values().length) {
            throw bytes.damaged("'" + wanted + "' has " + values.values().length + " bytes for " + count + " values");
        }
        return new MatArray(shape, values.type(), values.values(), order);
    }

    private record Element(int type, byte[] values, ByteOrder order) {

        ByteBuffer buffer() {
            return ByteBuffer.wrap(values).order(order);
        }
    }

    /** Reads a tag and what it announces; short values stand within the tag itself. */
    private Element element(InputStream in, int most) throws IOException {
        ByteBuffer tag = ByteBuffer.wrap(exactly(in, 8)).order(order);
        int type = tag.getInt(0);
        int small = type >>> 16;
        if (small != 0) {
            if (small > Integer.BYTES) {
                throw bytes.damaged("a short element of " + small + " bytes");
            }
            byte[] values = new byte[small];
            tag.get(4, values);
            return new Element(type & 0xFFFF, values, order);
        }
        long length = Integer.toUnsignedLong(tag.getInt(4));
        if (length > most) {
            throw bytes.damaged("an element of " + length + " bytes where at most " + most + " are expected");
        }
        byte[] values = exactly(in, (int) length);
        in.readNBytes((int) ((8 - length % 8) % 8)); // values end on a multiple of 8, except at the end of the file
        return new Element(type, values, order);
    }

    /** Grows with what is there, not with what was announced. */
    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] values = in.readNBytes(length);
        if (values.length < length) {
            throw new EOFException("it ends too early");
        }
        return values;
    }

    /** Reads a variable named im; for tests with damaged bytes. */
    public static void fuzz(byte[] data) throws IOException {
        MatArray array = read(new MemoryBytes("fuzz", data), "im");
        for (int i = 0; i < array.count(); i++) {
            array.value(i);
        }
    }
}
