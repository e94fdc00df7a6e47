package org.distaff.datasets.file.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Type of the values of a data set or attribute.
 *
 * @param kind  'i' signed, 'u' unsigned, 'f' float, 'S' text of fixed length, 'V' text of variable length
 * @param size  bytes of a value
 * @param order byte order
 */
record Hdf5Type(char kind, int size, ByteOrder order) {

    private static final int MAXIMUM_TEXT = 1 << 16;

    static Hdf5Type read(Block block, Hdf5Space space) {
        int first = block.u8();
        int bits = block.u8();
        block.skip(2);
        long size = block.u32();
        ByteOrder order = (bits & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int type = first & 15;
        switch (type) {
            case 0 -> {
                if (size == 1 || size == 2 || size == 4 || size == 8) {
                    return new Hdf5Type((bits & 8) != 0 ? 'i' : 'u', (int) size, order);
                }
            }
            case 1 -> {
                if (size == 2 || size == 4 || size == 8) {
                    return new Hdf5Type('f', (int) size, order);
                }
            }
            case 3 -> {
                if (size >= 1 && size <= MAXIMUM_TEXT) {
                    return new Hdf5Type('S', (int) size, order);
                }
            }
            case 8 -> { // an enumeration, h5py's booleans among them, has the values of its base type
                return read(block, space);
            }
            case 9 -> {
                if ((bits & 15) == 1 && size == 8 + space.addressBytes()) {
                    return new Hdf5Type('V', (int) size, ByteOrder.LITTLE_ENDIAN);
                }
            }
            default -> {
                // told below
            }
        }
        throw space.unsupported("values of HDF5 type class " + type + " with " + size + " bytes");
    }

    boolean numeric() {
        return kind == 'i' || kind == 'u' || kind == 'f';
    }

    /** A numeric value as double. */
    double number(ByteBuffer buffer, int at) {
        return switch (kind) {
            case 'f' -> size == 8 ? buffer.getDouble(at) : size == 4 ? buffer.getFloat(at)
                    : Float.float16ToFloat(buffer.getShort(at));
            case 'i' -> size == 8 ? buffer.getLong(at) : size == 4 ? buffer.getInt(at)
                    : size == 2 ? buffer.getShort(at) : buffer.get(at);
            case 'u' -> size == 8 ? unsigned(buffer.getLong(at)) : size == 4 ? Integer.toUnsignedLong(buffer.getInt(at))
                    : size == 2 ? Short.toUnsignedInt(buffer.getShort(at)) : Byte.toUnsignedInt(buffer.get(at));
            default -> throw new IllegalStateException("'" + kind + "' is no number");
        };
    }

    private static double unsigned(long bits) {
        // the lowest bit stays in the half, or a value just above the middle of two doubles would round down
        return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
    }
}
