package org.distaff.cli.input;

import java.nio.file.Path;

import org.distaff.core.array.NpyArray;
import org.distaff.core.failure.Problem;

/**
 * Codes that another tool computed.
 *
 * @param file    where they stand
 * @param points  number of points N
 * @param latents number of latents D
 * @param codes   {@code N × D} finite numbers
 */
public record CodeFile(Path file, int points, int latents, double[] codes) {

    /**
     * Reads codes of shape [N, D]; [N] is taken as [N, 1].
     *
     * @throws Problem (input) for another shape, and for the first code that is no finite number, by row and column
     */
    public static CodeFile read(Path file, String option) {
        return read(file, option, "codes");
    }

    /**
     * Reads another array of the shape of codes.
     *
     * @param what what it holds, in words and as its name in an archive ("log-variances")
     * @throws Problem (input) as for codes
     */
    public static CodeFile read(Path file, String option, String what) {
        NpyArray array = InputFile.array(file, option, what);
        int[] shape = array.shape();
        if (shape.length < 1 || shape.length > 2) {
            throw Problem.input(option + ": " + file + " has the shape " + array.shapeText()
                    + "; " + what + " are [points, latents].");
        }
        int latents = shape.length == 1 ? 1 : shape[1];
        if (shape[0] == 0 || latents == 0) {
            throw Problem.input(option + ": " + file + " is empty, its shape is " + array.shapeText() + ".");
        }
        double[] codes = array.values();
        for (int i = 0; i < codes.length; i++) {
            if (!Double.isFinite(codes[i])) {
                throw Problem.input(option + ": " + file + " has " + codes[i] + " at row " + i / latents + ", column "
                        + i % latents + " (counted from 0); " + what + " must be finite numbers.");
            }
        }
        return new CodeFile(file, shape[0], latents, codes);
    }
}
