package org.distaff.core.metric;

import java.util.List;

/**
 * A named table of numbers with named rows and columns.
 *
 * @param rows    row names ("z0", "z1" …)
 * @param columns column names (factor names)
 * @param values  {@code rows × columns}; NaN where undefined
 */
public record Matrix(List<String> rows, List<String> columns, double[][] values) {

    public Matrix {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        if (values.length != rows.size()) {
            throw new IllegalArgumentException(rows.size() + " row names for " + values.length + " rows");
        }
        for (double[] row : values) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException(columns.size() + " column names for " + row.length + " columns");
            }
        }
    }

    /** A latent × factor matrix with rows z0, z1 … and the factors' names as columns. */
    public static Matrix latentByFactor(Representation representation, double[][] values) {
        List<String> latents = java.util.stream.IntStream.range(0, values.length).mapToObj(d -> "z" + d).toList();
        List<String> factors = representation.space().factors().stream().map(f -> f.name()).toList();
        return new Matrix(latents, factors, values);
    }
}
