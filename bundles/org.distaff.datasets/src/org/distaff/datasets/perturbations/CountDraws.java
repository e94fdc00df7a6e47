package org.distaff.datasets.perturbations;

import java.util.random.RandomGenerator;

/** Random counts, the same on every machine. */
final class CountDraws {

    /** ln k! for small k; Stirling's series beyond is good to 1e-10. */
    private static final double[] LOG_FACTORIALS = new double[16];

    static {
        for (int k = 2; k < LOG_FACTORIALS.length; k++) {
            LOG_FACTORIALS[k] = LOG_FACTORIALS[k - 1] + StrictMath.log(k);
        }
    }

    private CountDraws() {
    }

    /**
     * A Poisson count: inversion by products below a mean of 10, and W. Hörmann's transformed rejection PTRS above (The
     * Transformed Rejection Method for Generating Poisson Random Variables, Insurance: Mathematics and Economics 12,
     * 1993).
     *
     * @param mean from 0 to 1e9
     */
    static int poisson(double mean, RandomGenerator random) {
        if (mean < 10) {
            double limit = StrictMath.exp(-mean);
            int count = 0;
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                count++;
            }
            return count;
        }
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double logMean = StrictMath.log(mean);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = 1 - random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= squeeze) {
                return (int) k;
            }
            if (k >= 0 && !(us < 0.013 && v > us) && StrictMath.log(v * inverseAlpha / (a / (us * us) + b)) <= k * logMean
                    - mean - logFactorial(k)) {
                return (int) k;
            }
        }
    }

    private static double logFactorial(double k) {
        if (k < LOG_FACTORIALS.length) {
            return LOG_FACTORIALS[(int) k];
        }
        double squared = k * k;
        return (k + 0.5) * StrictMath.log(k) - k + 0.5 * StrictMath.log(2 * Math.PI)
                + (1 / 12.0 - (1 / 360.0 - 1 / (1260 * squared)) / squared) / k;
    }

    /**
     * A Gamma number of mean 1 and variance 1/shape (Marsaglia and Tsang, A Simple Method for Generating Gamma
     * Variables, ACM Transactions on Mathematical Software 26, 2000).
     *
     * @param shape above 0
     */
    static double gamma(double shape, RandomGenerator random) {
        double raised = shape < 1 ? shape + 1 : shape;
        double d = raised - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        double boost = shape < 1 ? StrictMath.pow(1 - random.nextDouble(), 1 / shape) : 1;
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            double v = root * root * root;
            if (root > 0 && StrictMath.log(1 - random.nextDouble()) < 0.5 * normal * normal + d * (1 - v
                    + StrictMath.log(v))) {
                return d * v * boost / shape;
            }
        }
    }
}
