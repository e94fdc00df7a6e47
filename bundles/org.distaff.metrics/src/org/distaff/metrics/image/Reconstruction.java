package org.distaff.metrics.image;

import java.nio.FloatBuffer;

/** Errors of reconstructed images, summed over the values of an image. */
public enum Reconstruction {

    /** −Σ x ln p + (1 − x) ln (1 − p) in nats, the cross-entropy of pixels that are probabilities. */
    BERNOULLI {
        @Override
        double of(double x, double p, double clip) {
            double q = Math.clamp(p, clip, 1 - clip);
            return -x * Math.log(q) - (1 - x) * Math.log1p(-q);
        }
    },

    /** Σ (x − p)², the negative log-likelihood of a Gaussian with variance ½ but for a constant. */
    SQUARED {
        @Override
        double of(double x, double p, double clip) {
            return (x - p) * (x - p);
        }
    };

    abstract double of(double x, double p, double clip);

    /**
     * The error of one image.
     *
     * @param target  the image's values in [0, 1]
     * @param at      index of its first value
     * @param decoded what the decoder makes of it, in [0, 1], from the same index on
     * @param values  number of values
     * @param clip    how near to 0 and 1 decoded values may come where their logarithm is taken
     */
    public double error(FloatBuffer target, int at, float[] decoded, int values, double clip) {
        double sum = 0;
        for (int i = at; i < at + values; i++) {
            sum += of(target.get(i), decoded[i], clip);
        }
        return sum;
    }

    /** The smallest error any decoder can reach: that of the image itself. */
    public double floor(FloatBuffer target, int at, int values, double clip) {
        double sum = 0;
        for (int i = at; i < at + values; i++) {
            sum += of(target.get(i), target.get(i), clip);
        }
        return sum;
    }
}
