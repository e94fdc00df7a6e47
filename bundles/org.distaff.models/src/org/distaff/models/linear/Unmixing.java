package org.distaff.models.linear;

import java.util.random.RandomGenerator;

import org.distaff.core.progress.Progress;

/**
 * The rotation of whitened points that makes their coordinates least Gaussian. Hyvärinen, Fast and Robust Fixed-Point
 * Algorithms for Independent Component Analysis, IEEE Transactions on Neural Networks 1999, section III, symmetric, with
 * the contrast ln cosh.
 *
 * @param rotation  orthogonal {@code D × D}: source = rotation · whitened point
 * @param rounds    rounds it took
 * @param converged whether the rotation had come to rest
 */
record Unmixing(double[][] rotation, int rounds, boolean converged) {

    /** Largest distance of a direction's cosine with itself a round earlier from ±1. */
    private static final double TOLERANCE = 1e-4;

    /**
     * @param whitened {@code n × D} points of zero mean and identity covariance, row by row
     * @param limit    most rounds (Fil et al. 2021 and scikit-learn: a few hundred)
     */
    static Unmixing of(double[] whitened, int latents, int limit, RandomGenerator random, Progress progress) {
        double[][] rotation = new double[latents][latents];
        for (double[] row : rotation) {
            for (int d = 0; d < latents; d++) {
                row[d] = random.nextGaussian();
            }
        }
        rotation = Orthogonal.nearest(rotation);
        for (int round = 1; round <= limit; round++) {
            progress.check();
            progress.report((double) round / limit, "separating sources, round " + round);
            double[][] next = Orthogonal.nearest(update(whitened, rotation));
            double distance = distance(rotation, next);
            rotation = next;
            if (distance < TOLERANCE) {
                return new Unmixing(rotation, round, true);
            }
        }
        return new Unmixing(rotation, limit, false);
    }

    /** E[x g(w·x)] − E[g′(w·x)] w for every direction w, with g = tanh. */
    private static double[][] update(double[] points, double[][] rotation) {
        int d = rotation.length;
        int n = points.length / d;
        double[][] next = new double[d][d];
        double[] slope = new double[d];
        for (int p = 0; p < n; p++) {
            for (int i = 0; i < d; i++) {
                double projection = 0;
                for (int j = 0; j < d; j++) {
                    projection += rotation[i][j] * points[p * d + j];
                }
                double g = Math.tanh(projection);
                slope[i] += 1 - g * g;
                for (int j = 0; j < d; j++) {
                    next[i][j] += points[p * d + j] * g;
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                next[i][j] = (next[i][j] - slope[i] * rotation[i][j]) / n;
            }
        }
        return next;
    }

    private static double distance(double[][] before, double[][] after) {
        double largest = 0;
        for (int i = 0; i < before.length; i++) {
            double cosine = 0;
            for (int j = 0; j < before.length; j++) {
                cosine += before[i][j] * after[i][j];
            }
            largest = Math.max(largest, Math.abs(Math.abs(cosine) - 1));
        }
        return largest;
    }
}
