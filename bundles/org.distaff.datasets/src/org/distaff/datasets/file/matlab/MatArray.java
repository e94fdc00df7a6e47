package org.distaff.datasets.file.matlab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A numeric array of a MAT-file.
 *
 * @param shape  lengths of the axes; the first axis is the fastest, as everywhere in MATLAB
 * @param type   how values are stored, which may be narrower than the variable's class: mi… number 1 to 13
 * @param values the values as stored
 * @param order  byte order
 */
public record MatArray(int[] shape, int type, byte[] values, ByteOrder order) {

    /** Number of values. */
    public int count() {
        return values.length / MatType.width(type);
    }

    /** Whether values are unsigned bytes. */
    public boolean isBytes() {
        return type == MatType.UINT8;
    }

    /** Value {@code i}, the first axis fastest. */
    public double value(int i) {
        ByteBuffer buffer = ByteBuffer.wrap(values).order(order);
        int at = i * MatType.width(type);
        return switch (type) {
            case MatType.INT8 -> values[i];
            case MatType.UINT8 -> values[i] & 0xFF;
            case MatType.INT16 -> buffer.getShort(at);
            case MatType.UINT16 -> Short.toUnsignedInt(buffer.getShort(at));
            case MatType.INT32 -> buffer.getInt(at);
            case MatType.UINT32 -> Integer.toUnsignedLong(buffer.getInt(at));
            case MatType.SINGLE -> buffer.getFloat(at);
            case MatType.DOUBLE -> buffer.getDouble(at);
            case MatType.INT64 -> buffer.getLong(at);
            default -> throw new IllegalStateException("type " + type);
        };
    }
}
