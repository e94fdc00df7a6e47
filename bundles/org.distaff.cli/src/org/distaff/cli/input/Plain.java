package org.distaff.cli.input;

/** Numbers in messages. */
final class Plain {

    private Plain() {
    }

    /** A number without a needless ".0". */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }
}
