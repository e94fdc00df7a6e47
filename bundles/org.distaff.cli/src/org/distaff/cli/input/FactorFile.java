package org.distaff.cli.input;

import java.nio.file.Path;

import org.distaff.core.array.NpyArray;
import org.distaff.core.failure.Problem;

/**
 * Factor values of points, as a file holds them.
 *
 * @param file    where they stand
 * @param points  number of points N
 * @param factors number of factors K
 * @param values  {@code N × K} values of at least 0
 */
public record FactorFile(Path file, int points, int factors, int[] values) {

    /** Beyond this a value is an identifier or a measurement and no class. */
    private static final int MAXIMUM = 1_000_000;

    /**
     * Reads factors of shape [N, K]; [N] is taken as [N, 1].
     *
     * @throws Problem (input) for another shape, and for the first value that is no class, by row and column
     */
    public static FactorFile read(Path file, String option) {
        return of(InputFile.array(file, option, "factors", "latents_classes"), file, option);
    }

    /** The same for an array that was read already. */
    public static FactorFile of(NpyArray array, Path file, String option) {
        int[] shape = array.shape();
        if (shape.length < 1 || shape.length > 2) {
            throw Problem.input(option + ": " + file + " has factors of the shape " + array.shapeText()
                    + "; factors are [points, factors].");
        }
        int factors = shape.length == 1 ? 1 : shape[1];
        if (shape[0] == 0 || factors == 0) {
            throw Problem.input(option + ": " + file + " has no factors, their shape is " + array.shapeText() + ".");
        }
        int[] values = new int[array.values().length];
        for (int i = 0; i < values.length; i++) {
            double value = array.values()[i];
            if (value != Math.rint(value) || value < 0 || value > MAXIMUM) {
                throw Problem.input(option + ": " + file + " has " + Plain.number(value) + " at row " + i / factors
                        + ", column " + i % factors + " (counted from 0); factor values are integers from 0 to "
                        + MAXIMUM + ".");
            }
            values[i] = (int) value;
        }
        return new FactorFile(file, shape[0], factors, values);
    }

    /** Value of factor {@code k} at point {@code n}. */
    public int value(int n, int k) {
        return values[n * factors + k];
    }
}
