package org.distaff.datasets.file.parquet;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;

/**
 * A flat column of a Parquet file.
 *
 * @param name     of the column
 * @param type     how values are stored
 * @param optional whether values may be missing
 * @param unsigned whether its integers are
 */
record ParquetColumn(String name, Type type, boolean optional, boolean unsigned) {

    /** What a missing value is called. */
    static final String MISSING = "none";

    private static final int DECIMAL = 5;
    private static final int FIRST_UNSIGNED = 11;
    private static final int LAST_UNSIGNED = 14;
    private static final double EXACT = 0x1p53;

    /** Physical types that are read. */
    enum Type {
        BOOLEAN(0, 1), INT32(1, 32), INT64(2, 64), FLOAT(4, 32), DOUBLE(5, 64), BYTE_ARRAY(6, 32);

        private final int code;
        private final int leastBits;

        Type(int code, int leastBits) {
            this.code = code;
            this.leastBits = leastBits;
        }
    }

    /** The column of a schema element without children. */
    static ParquetColumn of(Thrift.Struct element, Bytes bytes) {
        String name = element.text(4);
        long code = element.number(1, -1);
        long converted = element.number(6, -1);
        for (Type type : Type.values()) {
            if (type.code == code && converted != DECIMAL) {
                return new ParquetColumn(name, type, element.number(3, 0) == 1,
                        converted >= FIRST_UNSIGNED && converted <= LAST_UNSIGNED);
            }
        }
        throw Problem.input(bytes.name() + ": column '" + name + "' holds values of a type that is not read (decimals, "
                + "INT96 or fixed-length bytes); save it as numbers or strings.");
    }

    /** Fewest bits of a value. */
    int leastBits() {
        return type.leastBits;
    }

    String text(int value) {
        return unsigned ? Integer.toUnsignedString(value) : Integer.toString(value);
    }

    String text(long value) {
        return unsigned ? Long.toUnsignedString(value) : Long.toString(value);
    }

    /** Whole numbers without a point. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT ? Long.toString((long) value) : Double.toString(value);
    }

    static String text(float value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT ? Long.toString((long) value) : Float.toString(value);
    }
}
