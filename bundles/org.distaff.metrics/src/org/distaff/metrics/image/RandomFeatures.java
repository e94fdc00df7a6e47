package org.distaff.metrics.image;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.metric.Features;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.work.Workers;

/**
 * A small convolutional network with fixed random weights: two convolutions of 4 × 4 with stride 2 and rectifiers, of
 * 16 and 32 channels, whose outputs are averaged over the four quarters of the image. Its weights depend on nothing but
 * the number of channels of the images. Random filters tell textures and places apart (Jarrett, Kavukcuoglu, Ranzato,
 * LeCun, What is the Best Multi-Stage Architecture for Object Recognition?, ICCV 2009), but know nothing of objects.
 */
public final class RandomFeatures implements Features {

    private static final int FIRST = 16;
    private static final int SECOND = 32;
    private static final int QUARTERS = 4;

    private final ObservationShape shape;
    private final Convolution first;
    private final Convolution second;
    private final Workers workers;

    /** @param threads how many threads work on a batch */
    public RandomFeatures(ObservationShape shape, int threads) {
        RandomGenerator random = RandomStreams.derive(0, "random-features/" + shape.channels());
        this.shape = shape;
        this.first = Convolution.random(shape.channels(), FIRST, random);
        this.second = Convolution.random(FIRST, SECOND, random);
        this.workers = new Workers(threads);
    }

    @Override
    public int count() {
        return SECOND * QUARTERS;
    }

    @Override
    public float[] of(FloatBuffer observations, int n) {
        float[] features = new float[n * count()];
        int start = observations.position();
        workers.each(n, i -> one(observations, start + i * shape.values(), features, i * count()));
        return features;
    }

    private void one(FloatBuffer observations, int from, float[] features, int at) {
        int height = shape.height();
        int width = shape.width();
        int channels = shape.channels();
        float[] image = new float[shape.values()];
        for (int c = 0; c < channels; c++) { // channels last from here on
            for (int p = 0; p < height * width; p++) {
                image[p * channels + c] = observations.get(from + c * height * width + p);
            }
        }
        float[] low = first.apply(image, height, width);
        int lowHeight = Convolution.halved(height);
        int lowWidth = Convolution.halved(width);
        float[] high = second.apply(low, lowHeight, lowWidth);
        pool(high, Convolution.halved(lowHeight), Convolution.halved(lowWidth), features, at);
    }

    private static void pool(float[] maps, int height, int width, float[] features, int at) {
        int[] pixels = new int[QUARTERS];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int quarter = 2 * (2 * y / Math.max(2, height)) + 2 * x / Math.max(2, width);
                pixels[quarter]++;
                for (int c = 0; c < SECOND; c++) {
                    features[at + quarter * SECOND + c] += maps[(y * width + x) * SECOND + c];
                }
            }
        }
        for (int i = 0; i < SECOND * QUARTERS; i++) {
            features[at + i] /= Math.max(1, pixels[i / SECOND]);
        }
    }

    @Override
    public void close() {
        workers.close();
    }

    /**
     * A convolution of 4 × 4 with stride 2, zeros around the image and a rectifier, channels last.
     *
     * @param weights {@code 4 · 4 · in × out}
     */
    private record Convolution(int in, int out, float[] weights) {

        private static final int SIDE = 4;

        /** Weights that keep the size of signals: normal with variance 2 / inputs. */
        static Convolution random(int in, int out, RandomGenerator random) {
            float[] weights = new float[SIDE * SIDE * in * out];
            double deviation = Math.sqrt(2.0 / (SIDE * SIDE * in));
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (deviation * random.nextGaussian());
            }
            return new Convolution(in, out, weights);
        }

        static int halved(int side) {
            return (side + 1) / 2;
        }

        float[] apply(float[] image, int height, int width) {
            int rows = halved(height);
            int columns = halved(width);
            float[] result = new float[rows * columns * out];
            float[] sums = new float[out];
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    Arrays.fill(sums, 0);
                    for (int dy = Math.max(0, 1 - 2 * y); dy < Math.min(SIDE, height + 1 - 2 * y); dy++) {
                        for (int dx = Math.max(0, 1 - 2 * x); dx < Math.min(SIDE, width + 1 - 2 * x); dx++) {
                            int pixel = (2 * y + dy - 1) * width + 2 * x + dx - 1;
                            add(image, pixel * in, (dy * SIDE + dx) * in, sums);
                        }
                    }
                    for (int c = 0; c < out; c++) {
                        result[(y * columns + x) * out + c] = Math.max(0, sums[c]);
                    }
                }
            }
            return result;
        }

        private void add(float[] image, int from, int row, float[] sums) {
            for (int i = 0; i < in; i++) {
                float value = image[from + i];
                if (value != 0) {
                    int at = (row + i) * out;
                    for (int c = 0; c < out; c++) {
                        sums[c] += value * weights[at + c];
                    }
                }
            }
        }
    }
}
