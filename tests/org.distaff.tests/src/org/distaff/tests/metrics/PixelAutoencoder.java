package org.distaff.tests.metrics;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.metric.Autoencoder;
import org.distaff.core.metric.Features;

/**
 * Images of one row of random pixels, whose means are the pixels and whose ln σ² is {@code logVariance}; decoding gives
 * {@code scale · z + shift} for each pixel.
 */
record PixelAutoencoder(int latents, float scale, float shift, float logVariance) implements Autoencoder {

    /** A perfect one, but for its noise of variance 1. */
    PixelAutoencoder(int latents) {
        this(latents, 1, 0, 0);
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(1, 1, latents);
    }

    @Override
    public boolean decodes() {
        return true;
    }

    @Override
    public void observe(int count, RandomGenerator random, FloatBuffer target) {
        for (int i = 0; i < count * latents; i++) {
            target.put(target.position() + i, random.nextFloat());
        }
    }

    @Override
    public void encode(FloatBuffer observations, int count, float[] mean, float[] logVariances) {
        observations.get(observations.position(), mean, 0, count * latents);
        if (logVariances != null) {
            java.util.Arrays.fill(logVariances, logVariance);
        }
    }

    @Override
    public void decode(float[] z, int count, float[] images) {
        for (int i = 0; i < count * latents; i++) {
            images[i] = Math.clamp(scale * z[i] + shift, 0, 1);
        }
    }

    /** The pixels themselves, scaled to the range. */
    @Override
    public Features features(Path network, double low, double high) {
        return new Features() {
            @Override
            public int count() {
                return latents;
            }

            @Override
            public float[] of(FloatBuffer observations, int n) {
                float[] pixels = new float[n * latents];
                observations.get(observations.position(), pixels);
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = (float) (low + (high - low) * pixels[i]);
                }
                return pixels;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
