package org.distaff.core.array;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import org.distaff.core.failure.Problem;

/**
 * Reads and writes NumPy's {@code .npy} format, versions 1.0 to 3.0 (numpy.lib.format): booleans, integers and floats
 * of either byte order, C or Fortran order. No pickles, no structured types.
 */
public final class Npy {

    /** Largest number of elements that is read; a header that promises more is refused before anything is allocated. */
    public static final long MAXIMUM_ELEMENTS = 1L << 28;

    private static final int CHUNK = 1 << 16;

    private Npy() {
    }

    /**
     * Reads one array; the stream stands behind it afterwards.
     *
     * @param name what the stream is, for messages
     * @throws Problem (input) when it is no such file, is cut short or too large
     */
    public static NpyArray read(InputStream stream, String name) throws IOException {
        return readNumeric(stream, name).orElseThrow(() -> Problem.input(name + " holds no plain numbers "
                + "(pickled objects and structures are never loaded); save it as a numeric array."));
    }

    /** Reads one array, or nothing when it holds something else than plain numbers. */
    static Optional<NpyArray> readNumeric(InputStream in, String name) throws IOException {
        Optional<NpyHeader> header = NpyHeader.read(in, name);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        String type = header.get().type();
        int elements = elements(header.get(), name);
        try {
            double[] values = values(in, type, elements, name);
            int[] shape = shape(header.get(), name);
            return Optional.of(new NpyArray(shape, header.get().fortran() ? transpose(values, shape) : values, type));
        } catch (java.io.EOFException e) {
            throw Problem.input(name + " is cut short; copy or export it again.", e);
        }
    }

    private static int elements(NpyHeader header, String name) {
        if (header.elements() > MAXIMUM_ELEMENTS) {
            throw tooMany(header, name);
        }
        return (int) header.elements();
    }

    /** An axis of an empty array may still be too long. */
    private static int[] shape(NpyHeader header, String name) {
        if (Arrays.stream(header.shape()).anyMatch(axis -> axis > Integer.MAX_VALUE)) {
            throw tooMany(header, name);
        }
        return Arrays.stream(header.shape()).mapToInt(axis -> (int) axis).toArray();
    }

    private static Problem tooMany(NpyHeader header, String name) {
        return Problem.input(name + " has the shape " + header.shapeText() + "; at most " + MAXIMUM_ELEMENTS
                + " elements are read.");
    }

    /** Reads in chunks, so that a header that promises more than follows costs no memory. */
    private static double[] values(InputStream in, String type, int elements, String name) throws IOException {
        int width = type.charAt(2) - '0';
        String kind = type.substring(1);
        ByteOrder order = type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        double[] values = new double[Math.min(elements, CHUNK)];
        for (int done = 0; done < elements;) {
            int count = Math.min(CHUNK, elements - done);
            byte[] bytes = in.readNBytes(count * width);
            if (bytes.length < count * width) {
                throw new java.io.EOFException();
            }
            if (done + count > values.length) {
                values = Arrays.copyOf(values, (int) Math.min(elements, Math.max(2L * values.length, done + count)));
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
            for (int i = 0; i < count; i++) {
                values[done + i] = value(buffer, kind, name);
            }
            done += count;
        }
        return values;
    }

    private static double value(ByteBuffer buffer, String type, String name) {
        return switch (type) {
            case "f8" -> buffer.getDouble();
            case "f4" -> buffer.getFloat();
            case "f2" -> Float.float16ToFloat(buffer.getShort());
            case "i8" -> buffer.getLong();
            case "i4" -> buffer.getInt();
            case "i2" -> buffer.getShort();
            case "i1" -> buffer.get();
            case "u8" -> unsigned(buffer.getLong());
            case "u4" -> Integer.toUnsignedLong(buffer.getInt());
            case "u2" -> Short.toUnsignedInt(buffer.getShort());
            case "u1", "b1" -> Byte.toUnsignedInt(buffer.get());
            default -> throw Problem.input(name + " holds values of type " + type + ", which is not supported; "
                    + "save it as float32, float64 or an integer type.");
        };
    }

    private static double unsigned(long bits) {
        // the lowest bit stays in the half, or a value just above the middle of two doubles would round down
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }

    /** Fortran order to C order. */
    private static double[] transpose(double[] values, int[] shape) {
        double[] result = new double[values.length];
        int[] index = new int[shape.length];
        for (int i = 0; i < values.length; i++) {
            int target = 0;
            for (int a = 0; a < shape.length; a++) {
                target = target * shape[a] + index[a];
            }
            result[target] = values[i];
            for (int a = 0; a < shape.length && ++index[a] == shape[a]; a++) {
                index[a] = 0;
            }
        }
        return result;
    }

    /** Writes float64 values, C order, format 1.0. */
    public static void write(OutputStream out, double[] values, int... shape) throws IOException {
        ByteBuffer buffer = start(out, "<f8", Double.BYTES, values.length, shape);
        for (double value : values) {
            buffer = space(buffer, out).putDouble(value);
        }
        flush(buffer, out);
    }

    /** Writes float32 values, C order, format 1.0. */
    public static void write(OutputStream out, float[] values, int... shape) throws IOException {
        ByteBuffer buffer = start(out, "<f4", Float.BYTES, values.length, shape);
        for (float value : values) {
            buffer = space(buffer, out).putFloat(value);
        }
        flush(buffer, out);
    }

    /** Writes int32 values, C order, format 1.0. */
    public static void write(OutputStream out, int[] values, int... shape) throws IOException {
        ByteBuffer buffer = start(out, "<i4", Integer.BYTES, values.length, shape);
        for (int value : values) {
            buffer = space(buffer, out).putInt(value);
        }
        flush(buffer, out);
    }

    /** Writes uint8 values, C order, format 1.0. */
    public static void write(OutputStream out, byte[] values, int... shape) throws IOException {
        start(out, "|u1", 1, values.length, shape);
        out.write(values);
    }

    private static ByteBuffer start(OutputStream out, String type, int width, int count, int[] shape)
            throws IOException {
        if (Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b) != count) {
            throw new IllegalArgumentException(count + " values do not fill the shape " + Arrays.toString(shape));
        }
        out.write(NpyHeader.of(type, Arrays.stream(shape).asLongStream().toArray()).bytes());
        return ByteBuffer.allocate(CHUNK * width).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer space(ByteBuffer buffer, OutputStream out) throws IOException {
        if (!buffer.hasRemaining()) {
            flush(buffer, out);
        }
        return buffer;
    }

    private static void flush(ByteBuffer buffer, OutputStream out) throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}
