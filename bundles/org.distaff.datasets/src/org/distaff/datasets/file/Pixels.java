package org.distaff.datasets.file;

/** How the values of an image stand in bytes. */
public enum Pixels {

    /** One byte each, 0 to 255. */
    BYTES,
    /** One byte each, 0 or 1. */
    BINARY,
    /** One bit each, eight to a byte, the highest bit first, as numpy.packbits has it. */
    PACKED,
    /** Little-endian float32 in [0, 1]. */
    FLOATS,
    /** Little-endian float64 in [0, 1]. */
    DOUBLES;

    /** Bytes of an image with that many values. */
    public int bytes(int values) {
        return switch (this) {
            case BYTES, BINARY -> values;
            case PACKED -> (values + 7) / 8;
            case FLOATS -> Math.multiplyExact(values, Float.BYTES);
            case DOUBLES -> Math.multiplyExact(values, Double.BYTES);
        };
    }
}
