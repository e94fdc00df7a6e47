package org.distaff.core.array;

import java.util.Arrays;

/**
 * A numeric array read from a NumPy file, widened to double, in C order.
 *
 * @param shape  lengths of the axes; empty for a scalar
 * @param values all elements, last axis fastest
 * @param type   NumPy's type string ("<f4")
 */
public record NpyArray(int[] shape, double[] values, String type) {

    /** Whether the file held integers or booleans. */
    public boolean integral() {
        return type.charAt(1) == 'i' || type.charAt(1) == 'u' || type.charAt(1) == 'b';
    }

    /** "[3000, 10]", for messages. */
    public String shapeText() {
        return Arrays.toString(shape);
    }
}
