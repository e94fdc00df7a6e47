package org.distaff.datasets.modifier;

import java.util.random.RandomGenerator;

import org.distaff.core.data.ObservationShape;

/** The random changes of one image that make another view of it; images are channel by channel, values in [0, 1]. */
record Views(ObservationShape shape, RandomGenerator random) {

    private static final double STRENGTH = 0.4;
    private static final double HUE = 0.1;
    /** ln(4/3): the aspect ratio of a crop is log-uniform between 3/4 and 4/3. */
    private static final double LOG_RATIO = 0.28768207245178085;
    private static final int TRIES = 10;

    /** A crop of at least that share of the area, resized to the whole; the whole when no ratio fits in ten tries. */
    float[] crop(float[] image, double minimumArea) {
        int height = shape.height();
        int width = shape.width();
        for (int i = 0; i < TRIES; i++) {
            double area = (minimumArea + (1 - minimumArea) * random.nextDouble()) * height * width;
            double ratio = StrictMath.exp(LOG_RATIO * (2 * random.nextDouble() - 1));
            double w = Math.sqrt(area * ratio);
            double h = Math.sqrt(area / ratio);
            if (w <= width && h <= height) {
                AxisWeights rows = AxisWeights.bilinear(height, random.nextDouble() * (height - h), h, height);
                AxisWeights columns = AxisWeights.bilinear(width, random.nextDouble() * (width - w), w, width);
                float[] view = new float[image.length];
                for (int c = 0; c < shape.channels(); c++) {
                    AxisWeights.resample(image, c * height * width, width, rows, columns, view, c * height * width);
                }
                return view;
            }
        }
        return image;
    }

    void flip(float[] image) {
        int width = shape.width();
        for (int line = 0; line < image.length; line += width) {
            for (int left = line, right = line + width - 1; left < right; left++, right--) {
                float swapped = image[left];
                image[left] = image[right];
                image[right] = swapped;
            }
        }
    }

    /** Brightness, contrast, saturation, hue, in this order. */
    void jitter(float[] image) {
        blend(image, 0, factor());
        blend(image, mean(image), factor());
        float saturation = factor();
        double turn = HUE * (2 * random.nextDouble() - 1);
        if (shape.channels() == 3) {
            saturate(image, saturation);
            rotate(image, turn);
        }
    }

    private float factor() {
        return (float) (1 + STRENGTH * (2 * random.nextDouble() - 1));
    }

    private static void blend(float[] image, float with, float factor) {
        for (int i = 0; i < image.length; i++) {
            image[i] = Math.clamp(with + factor * (image[i] - with), 0f, 1f);
        }
    }

    private float mean(float[] image) {
        int pixels = shape.height() * shape.width();
        double sum = 0;
        for (int i = 0; i < pixels; i++) {
            sum += shape.channels() == 3 ? Colour.grey(image[i], image[i + pixels], image[i + 2 * pixels]) : image[i];
        }
        return (float) (sum / pixels);
    }

    void grey(float[] image) {
        if (shape.channels() == 3) {
            saturate(image, 0);
        }
    }

    private void saturate(float[] image, float factor) {
        int pixels = shape.height() * shape.width();
        for (int i = 0; i < pixels; i++) {
            float grey = Colour.grey(image[i], image[i + pixels], image[i + 2 * pixels]);
            for (int c = i; c < image.length; c += pixels) {
                image[c] = Math.clamp(grey + factor * (image[c] - grey), 0f, 1f);
            }
        }
    }

    /** Turns colours about the grey axis of the RGB cube (Rodrigues' formula) by that part of a turn. */
    private void rotate(float[] image, double turn) {
        int pixels = shape.height() * shape.width();
        double cos = StrictMath.cos(2 * Math.PI * turn);
        double sin = StrictMath.sin(2 * Math.PI * turn) / Math.sqrt(3);
        for (int i = 0; i < pixels; i++) {
            double red = image[i];
            double green = image[i + pixels];
            double blue = image[i + 2 * pixels];
            double mean = (red + green + blue) / 3 * (1 - cos);
            image[i] = (float) Math.clamp(mean + red * cos + (blue - green) * sin, 0, 1);
            image[i + pixels] = (float) Math.clamp(mean + green * cos + (red - blue) * sin, 0, 1);
            image[i + 2 * pixels] = (float) Math.clamp(mean + blue * cos + (green - red) * sin, 0, 1);
        }
    }
}
