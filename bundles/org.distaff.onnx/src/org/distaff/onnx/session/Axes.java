package org.distaff.onnx.session;

import java.nio.file.Path;
import java.util.Arrays;

import org.distaff.core.failure.Problem;
import org.distaff.onnx.file.OnnxValue;

/** Settles the lengths of an input's axes: those the file fixes, and the model card's where the file leaves them open. */
final class Axes {

    private Axes() {
    }

    /**
     * @param input   what the file says of the input
     * @param lengths lengths of one point's axes by the model card: {C, H, W} or {D}
     * @return the input's shape with 0 for the batch axis
     * @throws Problem (input) when both cannot hold
     */
    static long[] settle(Path file, OnnxValue input, int... lengths) {
        long values = Arrays.stream(lengths).asLongStream().reduce(1, (a, b) -> a * b);
        long[] shape = new long[input.rank()];
        long fixed = 1;
        int open = 0;
        for (int axis = 1; axis < shape.length; axis++) {
            shape[axis] = input.length(axis);
            open += shape[axis] < 0 ? 1 : 0;
            fixed *= Math.max(1, shape[axis]);
        }
        for (int axis = 1; axis < shape.length; axis++) {
            if (shape[axis] < 0) {
                shape[axis] = open == 1 ? values / fixed : shape.length == lengths.length + 1 ? lengths[axis - 1] : -1;
            }
        }
        if (shape.length < 2 || Arrays.stream(shape, 1, shape.length).reduce(1, (a, b) -> a * b) != values) {
            throw Problem.input(file + ": the input '" + input + "' does not take the " + values
                    + " values a point " + Arrays.toString(lengths) + " of the model card; correct the model.json beside it.");
        }
        return shape;
    }
}
