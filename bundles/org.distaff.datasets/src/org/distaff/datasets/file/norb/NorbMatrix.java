package org.distaff.datasets.file.norb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;

/**
 * A binary matrix: a magic number for the type, the number of axes, their lengths (at least three are stored), and the
 * values, little-endian, the last axis fastest. Only the head is in memory.
 *
 * @param bytes the file
 * @param type  of the values
 * @param shape lengths of the axes
 * @param start position of the first value
 */
public record NorbMatrix(Bytes bytes, Type type, int[] shape, int start) {

    /** What matrices hold. */
    public enum Type {
        BYTE(0x1E3D4C55, 1), INTEGER(0x1E3D4C54, 4), FLOAT(0x1E3D4C51, 4), DOUBLE(0x1E3D4C53, 8), SHORT(0x1E3D4C56, 2);

        private final int magic;
        private final int width;

        Type(int magic, int width) {
            this.magic = magic;
            this.width = width;
        }

        /** Bytes of a value. */
        public int width() {
            return width;
        }
    }

    private static final int MAXIMUM_AXES = 8;

    /**
     * Reads the head.
     *
     * @throws Problem (input) when it is no such matrix, or not exactly as long as its head says
     */
    public static NorbMatrix open(Bytes bytes) {
        ByteBuffer head = ByteBuffer.wrap(bytes.range(0, (int) Math.min(bytes.size(), 8 + 4L * MAXIMUM_AXES)))
                .order(ByteOrder.LITTLE_ENDIAN);
        if (head.limit() < 20) {
            throw bytes.cutShort();
        }
        int magic = head.getInt(0);
        Type type = Arrays.stream(Type.values()).filter(t -> t.magic == magic).findFirst().orElseThrow(
                () -> Problem.input(bytes.name() + " is no NORB matrix: it begins with 0x" + Integer.toHexString(magic)
                        + "; unpack it if it ends in .gz."));
        int axes = head.getInt(4);
        int start = 8 + 4 * Math.max(3, axes);
        if (axes < 1 || axes > MAXIMUM_AXES || head.limit() < start) {
            throw bytes.damaged("a matrix of " + axes + " axes");
        }
        int[] shape = new int[axes];
        long values = 1;
        for (int a = 0; a < axes; a++) {
            shape[a] = head.getInt(8 + 4 * a);
            if (shape[a] < 1 || values > bytes.size() / shape[a]) {
                throw bytes.damaged("an axis of " + shape[a]);
            }
            values *= shape[a];
        }
        if (start + values * type.width != bytes.size()) {
            throw bytes.damaged(Arrays.toString(shape) + " values do not fill its " + bytes.size() + " bytes");
        }
        return new NorbMatrix(bytes, type, shape, start);
    }

    /** All values of a matrix of integers. */
    public int[] integers() {
        if (type != Type.INTEGER) {
            throw Problem.input(bytes.name() + " holds values of type " + type + " where integers are needed.");
        }
        byte[] raw = bytes.range(start, (int) (bytes.size() - start));
        int[] values = new int[raw.length / Integer.BYTES];
        ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
        return values;
    }

    /** For tests with damaged bytes. */
    public static void fuzz(byte[] data) {
        NorbMatrix matrix = open(new MemoryBytes("fuzz", data));
        if (matrix.type() == Type.INTEGER) {
            matrix.integers();
        }
    }
}
