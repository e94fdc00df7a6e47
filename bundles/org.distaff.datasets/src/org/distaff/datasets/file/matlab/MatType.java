package org.distaff.datasets.file.matlab;

/** Numbers that MAT-files use for types of elements. */
final class MatType {

    static final int INT8 = 1;
    static final int UINT8 = 2;
    static final int INT16 = 3;
    static final int UINT16 = 4;
    static final int INT32 = 5;
    static final int UINT32 = 6;
    static final int SINGLE = 7;
    static final int DOUBLE = 9;
    static final int INT64 = 12;
    static final int MATRIX = 14;
    static final int COMPRESSED = 15;

    private MatType() {
    }

    /** Bytes of a value, or 0 for a type that holds no numbers. */
    static int width(int type) {
        return switch (type) {
            case INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, SINGLE -> 4;
            case DOUBLE, INT64 -> 8;
            default -> 0;
        };
    }
}
