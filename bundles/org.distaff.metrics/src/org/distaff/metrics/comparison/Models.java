package org.distaff.metrics.comparison;

import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.metric.Matrix;

/** Names for models that a comparison knows by their place only. */
final class Models {

    private Models() {
    }

    /** A model × model matrix; models are named by their place among those compared. */
    static Matrix matrix(double[][] values) {
        List<String> names = IntStream.range(0, values.length).mapToObj(i -> "model" + i).toList();
        return new Matrix(names, names, values);
    }
}
