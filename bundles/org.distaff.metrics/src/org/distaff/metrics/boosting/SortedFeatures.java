package org.distaff.metrics.boosting;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.distaff.core.metric.Representation;

/**
 * Codes in single precision with every latent sorted once; all trees of all factors share it.
 *
 * @param points number of points N
 * @param values {@code [latent][point]}
 * @param order  {@code [latent][rank]}: the point at that rank
 * @param sorted {@code [latent][rank]}: its value
 */
record SortedFeatures(int points, float[][] values, int[][] order, float[][] sorted) {

    private record Key() {
    }

    static SortedFeatures of(Representation representation) {
        return representation.derive(new Key(), SortedFeatures::compute);
    }

    private static SortedFeatures compute(Representation r) {
        float[][] values = new float[r.latents()][r.points()];
        int[][] order = new int[r.latents()][];
        float[][] sorted = new float[r.latents()][r.points()];
        for (int d = 0; d < r.latents(); d++) {
            double[] column = r.latent(d);
            float[] value = values[d];
            for (int n = 0; n < column.length; n++) {
                value[n] = (float) column[n];
            }
            order[d] = IntStream.range(0, r.points()).boxed().sorted((a, b) -> Float.compare(value[a], value[b]))
                    .mapToInt(Integer::intValue).toArray();
            for (int i = 0; i < value.length; i++) {
                sorted[d][i] = value[order[d][i]];
            }
        }
        return new SortedFeatures(r.points(), values, order, sorted);
    }

    int features() {
        return values.length;
    }

    /** Reciprocals 1/n for n from 0 (unused) to N, which spare the split search its divisions. */
    static double[] reciprocals(int points) {
        double[] table = new double[points + 1];
        Arrays.setAll(table, n -> 1.0 / n);
        return table;
    }
}
