package org.distaff.metrics.image;

import java.util.random.RandomGenerator;

/** Latents drawn from posteriors of a batch. */
final class SampledLatents {

    private SampledLatents() {
    }

    /** μ + σ ε with ε standard normal. */
    static float[] of(float[] mean, float[] logVariance, RandomGenerator random) {
        float[] z = new float[mean.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) (mean[i] + Math.exp(logVariance[i] / 2.0) * random.nextGaussian());
        }
        return z;
    }
}
