package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Representation;

/** Quantised codes as symbols. */
final class OneHot {

    private static final int MAXIMUM_SYMBOLS = 2000;

    private OneHot() {
    }

    /** The number of each value's symbol, counted from 0 in ascending order of the distinct values. */
    static int[] symbols(double[] values) {
        double[] alphabet = Arrays.stream(values).map(v -> v + 0.0).distinct().sorted().toArray();
        return Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(alphabet, v + 0.0)).toArray();
    }

    /**
     * For each point one number per symbol of every latent, 1 for the symbols it has and 0 for all others; row by row.
     *
     * @throws Problem (input) when there are too many distinct values for quantised codes
     */
    static double[] rows(Representation points) {
        int[][] symbols = new int[points.latents()][];
        int[] offsets = new int[points.latents() + 1];
        for (int d = 0; d < symbols.length; d++) {
            symbols[d] = symbols(points.latent(d));
            offsets[d + 1] = offsets[d] + Arrays.stream(symbols[d]).max().orElse(0) + 1;
        }
        int columns = offsets[symbols.length];
        if (columns > MAXIMUM_SYMBOLS) {
            throw Problem.input("info-mec: the latents have " + columns + " distinct values, too many for quantised "
                    + "codes; use latents=continuous.");
        }
        double[] rows = new double[points.points() * columns];
        for (int d = 0; d < symbols.length; d++) {
            for (int n = 0; n < points.points(); n++) {
                rows[n * columns + offsets[d] + symbols[d][n]] = 1;
            }
        }
        return rows;
    }
}
