package org.distaff.study.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Matrix;

/**
 * A matrix that a metric left in a finished cell; its numbers are read when they are asked for.
 *
 * @param metricId id of the metric
 * @param name     name of the matrix ("mutual-information")
 * @param file     its numbers, a .npy file of rows × columns
 * @param rows     row names
 * @param columns  column names
 */
public record StoredMatrix(String metricId, String name, Path file, List<String> rows, List<String> columns) {

    public StoredMatrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /** Whether the rows are latents (z0, z1 …) and the columns are not. */
    public boolean latentByFactor() {
        return !rows.isEmpty() && !columns.isEmpty() && rows.stream().allMatch(StoredMatrix::isLatent)
                && !columns.stream().allMatch(StoredMatrix::isLatent);
    }

    private static boolean isLatent(String name) {
        return name.matches("z\\d+");
    }

    /**
     * Reads the numbers.
     *
     * @throws Problem when there is no such file, or it has another shape than the names
     */
    public Matrix read() {
        NpyArray array = NumpyFile.array(file);
        if (!Arrays.equals(array.shape(), new int[] {rows.size(), columns.size()})) {
            throw Problem.failed(file + " has the shape " + array.shapeText() + " instead of [" + rows.size() + ", "
                    + columns.size() + "]; measure the cell again.", null);
        }
        double[][] values = new double[rows.size()][];
        for (int r = 0; r < values.length; r++) {
            values[r] = Arrays.copyOfRange(array.values(), r * columns.size(), (r + 1) * columns.size());
        }
        return new Matrix(rows, columns, values);
    }
}
