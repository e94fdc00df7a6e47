package org.distaff.metrics.posterior;

import java.util.Arrays;

import org.distaff.metrics.work.Exponentials;

/**
 * Densities of all latents together, and of all but one, for a block of samples.
 *
 * @param components for each latent its N Gaussians
 * @param z          {@code D × S}
 */
record ProductDensities(PosteriorSamples.Components[] components, double[][] z) {

    /** {@code (D + 1) × S}: ln 1/N Σ_n Π q(z_d|x_n) over all latents but d, in the last row over all. */
    double[][] logDensities() {
        int rows = z.length + 1;
        int size = z[0].length;
        int points = components[0].mean().length;
        double[][] highest = new double[rows][size];
        for (double[] row : highest) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        double[][] logs = new double[rows][size];
        for (int n = 0; n < points; n++) {
            products(n, logs);
            for (int r = 0; r < rows; r++) {
                raise(highest[r], logs[r], size);
            }
        }
        double[][] sums = new double[rows][size];
        for (int n = 0; n < points; n++) {
            products(n, logs);
            for (int r = 0; r < rows; r++) {
                add(logs[r], highest[r], sums[r], size);
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < size; s++) {
                sums[r][s] = highest[r][s] + Math.log(sums[r][s] / points);
            }
        }
        return sums;
    }

    /** ln of the products of component n. */
    private void products(int n, double[][] into) {
        int size = z[0].length;
        double[] all = into[z.length];
        Arrays.fill(all, 0);
        for (int d = 0; d < z.length; d++) {
            components[d].logDensities(n, z[d], into[d], size);
            for (int s = 0; s < size; s++) {
                all[s] += into[d][s];
            }
        }
        for (int d = 0; d < z.length; d++) {
            subtractFrom(all, into[d], size);
        }
    }

    private static void subtractFrom(double[] all, double[] one, int size) {
        for (int s = 0; s < size; s++) {
            one[s] = all[s] - one[s];
        }
    }

    private static void raise(double[] highest, double[] logs, int size) {
        for (int s = 0; s < size; s++) {
            highest[s] = Math.max(highest[s], logs[s]);
        }
    }

    private static void add(double[] logs, double[] highest, double[] sums, int size) {
        for (int s = 0; s < size; s++) {
            logs[s] -= highest[s];
        }
        Exponentials.of(logs, logs, size);
        for (int s = 0; s < size; s++) {
            sums[s] += logs[s];
        }
    }
}
