package org.distaff.onnx.file;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An input or output of a model.
 *
 * @param name  its name
 * @param type  element type in words ("float", "int64")
 * @param shape its axes: numbers, names of symbolic axes, or "?" where nothing is said
 */
public record OnnxValue(String name, String type, List<String> shape) {

    public OnnxValue {
        shape = List.copyOf(shape);
    }

    /** Length of an axis, or -1 when it is not fixed. */
    public int length(int axis) {
        try {
            return Integer.parseInt(shape.get(axis));
        } catch (NumberFormatException e) {
            return -1; // a symbolic axis
        }
    }

    /** Whether the length of some axis behind the first is open, or nothing at all is said of the shape. */
    public boolean open() {
        return rank() == 0 || IntStream.range(1, rank()).anyMatch(axis -> length(axis) < 0);
    }

    /** Number of axes. */
    public int rank() {
        return shape.size();
    }

    /** "image float [batch, 1, 64, 64]". */
    @Override
    public String toString() {
        return name + " " + type + " [" + String.join(", ", shape) + "]";
    }
}
