package org.distaff.datasets.perturbations;

import java.util.random.RandomGenerator;

/**
 * From latents to one logit per gene: four matrices without bias, leaky ReLU of slope 0.2 between them. A matrix is
 * orthonormal along its shorter side (Gram and Schmidt's, of Gaussian numbers) times √(2/1.04) · √(2/(inputs + outputs)).
 */
final class Decoder {

    private static final double SLOPE = 0.2;

    private final double[][][] layers;

    Decoder(int latents, int hidden, int genes, RandomGenerator random) {
        layers = new double[][][] {matrix(latents, hidden, random), matrix(hidden, hidden, random),
            matrix(hidden, hidden, random), matrix(hidden, genes, random)};
    }

    /** {@code inputs × outputs} weights. */
    private static double[][] matrix(int inputs, int outputs, RandomGenerator random) {
        boolean wide = inputs <= outputs;
        double[][] frame = frame(Math.min(inputs, outputs), Math.max(inputs, outputs), random);
        double gain = Math.sqrt(2 / (1 + SLOPE * SLOPE)) * Math.sqrt(2.0 / (inputs + outputs));
        double[][] matrix = new double[inputs][outputs];
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < outputs; j++) {
                matrix[i][j] = gain * (wide ? frame[i][j] : frame[j][i]);
            }
        }
        return matrix;
    }

    /** Orthonormal rows. */
    private static double[][] frame(int rows, int columns, RandomGenerator random) {
        double[][] frame = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < columns; c++) {
                frame[i][c] = random.nextGaussian();
            }
            for (int again = 0; again < 2; again++) { // a second pass takes away what rounding left
                for (int j = 0; j < i; j++) {
                    double product = product(frame[i], frame[j]);
                    for (int c = 0; c < columns; c++) {
                        frame[i][c] -= product * frame[j][c];
                    }
                }
                double length = Math.sqrt(product(frame[i], frame[i]));
                for (int c = 0; c < columns; c++) {
                    frame[i][c] /= length;
                }
            }
        }
        return frame;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    double[] logits(double[] latents) {
        double[] values = latents;
        for (int layer = 0; layer < layers.length; layer++) {
            double[] next = new double[layers[layer][0].length];
            for (int i = 0; i < values.length; i++) {
                double value = layer == 0 || values[i] >= 0 ? values[i] : SLOPE * values[i];
                for (int j = 0; j < next.length; j++) {
                    next[j] += value * layers[layer][i][j];
                }
            }
            values = next;
        }
        return values;
    }
}
