package org.distaff.core.array;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.distaff.core.failure.Problem;

/**
 * What stands before the values of a {@code .npy} file, versions 1.0 to 3.0 (numpy.lib.format).
 *
 * @param type    NumPy's type string: byte order, kind (b, i, u or f) and bytes per value, as in "&lt;f4"
 * @param fortran whether the first axis is the fastest
 * @param shape   lengths of the axes; empty for a scalar
 * @param length  bytes of the header in the file, magic included; the values follow
 */
public record NpyHeader(String type, boolean fortran, long[] shape, int length) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAXIMUM_HEADER = 1 << 16;
    private static final int MAXIMUM_AXES = 32;
    private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([<>|=][biuf][1248])'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

    /** A header in C order, format 1.0. */
    public static NpyHeader of(String type, long... shape) {
        return new NpyHeader(type, false, shape, encode(type, shape).length);
    }

    /**
     * Reads a header; the stream stands behind it afterwards.
     *
     * @param name what the stream is, for messages
     * @return the header, or nothing when the file holds something else than plain numbers
     * @throws Problem (input) when it is no such file or is cut short
     */
    public static Optional<NpyHeader> read(InputStream stream, String name) throws IOException {
        try {
            return parse(new DataInputStream(stream), name);
        } catch (EOFException e) {
            throw Problem.input(name + " is cut short; copy or export it again.", e);
        }
    }

    private static Optional<NpyHeader> parse(DataInputStream in, String name) throws IOException {
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
            throw Problem.input(name + " is no .npy file: it does not begin with \\x93NUMPY.");
        }
        int major = in.readUnsignedByte();
        in.readUnsignedByte();
        if (major < 1 || major > 3) {
            throw Problem.input(name + " has .npy version " + major + "; versions 1 to 3 are known.");
        }
        long size = major == 1 ? Short.toUnsignedLong(Short.reverseBytes(in.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
        if (size > MAXIMUM_HEADER) {
            throw Problem.input(name + " has a header of " + size + " bytes; at most " + MAXIMUM_HEADER
                    + " are read.");
        }
        byte[] bytes = new byte[(int) size];
        in.readFully(bytes);
        String text = new String(bytes, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        if (!DESCRIPTION.matcher(text).find() && text.contains("'descr'")) {
            return Optional.empty();
        }
        NpyHeader header = new NpyHeader(find(DESCRIPTION, text, name, "'descr'"),
                find(ORDER, text, name, "'fortran_order'").equals("True"),
                shape(find(SHAPE, text, name, "'shape'"), name),
                MAGIC.length + 2 + (major == 1 ? Short.BYTES : Integer.BYTES) + bytes.length);
        header.requireCountable(name);
        return Optional.of(header);
    }

    private static String find(Pattern pattern, String header, String name, String what) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw Problem.input(name + ": the header has no " + what + ": " + header.strip() + "; save it again.");
        }
        return matcher.group(1);
    }

    private static long[] shape(String text, String name) {
        try {
            long[] shape = Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty())
                    .mapToLong(Long::parseLong).toArray();
            if (shape.length <= MAXIMUM_AXES) {
                return shape;
            }
        } catch (NumberFormatException e) {
            throw tooLarge(text, name);
        }
        throw tooLarge(text, name);
    }

    private void requireCountable(String name) {
        long count = 1;
        for (long axis : shape) {
            if (axis > 0 && count > Long.MAX_VALUE / Double.BYTES / axis) {
                throw tooLarge(Arrays.toString(shape), name);
            }
            count *= axis;
        }
    }

    private static Problem tooLarge(String shape, String name) {
        return Problem.input(name + " has the shape " + shape + ", which is too large to read.");
    }

    /** Bytes of one value. */
    public int width() {
        return type.charAt(2) - '0';
    }

    /** Number of values; that many times {@link #width()} is exact as well. */
    public long elements() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** "[3000, 10]", for messages. */
    public String shapeText() {
        return Arrays.toString(shape);
    }

    /** The header as it stands in a file of format 1.0, C order. */
    public byte[] bytes() {
        return encode(type, shape);
    }

    private static byte[] encode(String type, long[] shape) {
        String axes = Arrays.toString(shape).replace("[", "").replace("]", "") + (shape.length == 1 ? "," : "");
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + axes + "), }";
        int padded = (MAGIC.length + 4 + header.length() + 1 + 63) / 64 * 64 - MAGIC.length - 4;
        byte[] bytes = Arrays.copyOf(MAGIC, MAGIC.length + 4 + padded);
        bytes[MAGIC.length] = 1;
        bytes[MAGIC.length + 2] = (byte) padded;
        bytes[MAGIC.length + 3] = (byte) (padded >> 8);
        byte[] text = (header + " ".repeat(padded - header.length() - 1) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(text, 0, bytes, MAGIC.length + 4, text.length);
        return bytes;
    }
}
