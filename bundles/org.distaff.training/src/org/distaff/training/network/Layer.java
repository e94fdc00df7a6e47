package org.distaff.training.network;

import java.util.Arrays;
import java.util.List;

/** One layer of a network, as data. Shapes are those of one example: [features] or [channels, height, width]. */
public sealed interface Layer {

    /** Slope of the leaky ReLU below zero, TensorFlow's default. */
    double LEAKY_SLOPE = 0.2;

    /**
     * The shape that this layer makes of an input shape.
     *
     * @throws IllegalArgumentException when it cannot take that shape
     */
    int[] output(int[] input);

    /** Shapes of the layer's parameters, weight first; empty for layers without. */
    default List<long[]> parameters() {
        return List.of();
    }

    /** Elementwise functions. */
    enum Function {
        RELU,
        /** Slope {@link Layer#LEAKY_SLOPE} below zero. */
        LEAKY_RELU,
        TANH,
        SIGMOID
    }

    /** y = W x + b; W is [out, in]. */
    record Dense(int in, int out) implements Layer {
        @Override
        public int[] output(int[] input) {
            require(input.length == 1 && input[0] == in, this, input);
            return new int[] {out};
        }

        @Override
        public List<long[]> parameters() {
            return List.of(new long[] {out, in}, new long[] {out});
        }
    }

    /** Convolution over [in, h, w]; the weight is [out, in, kernel, kernel]. */
    record Convolution(int in, int out, int kernel, int stride, int padding) implements Layer {
        @Override
        public int[] output(int[] input) {
            require(input.length == 3 && input[0] == in && side(input[1]) > 0 && side(input[2]) > 0, this, input);
            return new int[] {out, side(input[1]), side(input[2])};
        }

        private int side(int length) {
            return Math.floorDiv(length + 2 * padding - kernel, stride) + 1;
        }

        @Override
        public List<long[]> parameters() {
            return List.of(new long[] {out, in, kernel, kernel}, new long[] {out});
        }
    }

    /** Transposed convolution over [in, h, w]; the weight is [in, out, kernel, kernel]. */
    record TransposedConvolution(int in, int out, int kernel, int stride, int padding, int outputPadding)
            implements Layer {
        @Override
        public int[] output(int[] input) {
            require(input.length == 3 && input[0] == in && side(input[1]) > 0 && side(input[2]) > 0, this, input);
            return new int[] {out, side(input[1]), side(input[2])};
        }

        private int side(int length) {
            return (length - 1) * stride - 2 * padding + kernel + outputPadding;
        }

        @Override
        public List<long[]> parameters() {
            return List.of(new long[] {in, out, kernel, kernel}, new long[] {out});
        }
    }

    /** An elementwise function. */
    record Activation(Function function) implements Layer {
        @Override
        public int[] output(int[] input) {
            return input;
        }
    }

    /** [c, h, w] → [c·h·w]. */
    record Flatten() implements Layer {
        @Override
        public int[] output(int[] input) {
            return new int[] {Arrays.stream(input).reduce(1, Math::multiplyExact)};
        }
    }

    /** [c·h·w] → [c, h, w]. */
    record Reshape(int channels, int height, int width) implements Layer {
        @Override
        public int[] output(int[] input) {
            require(input.length == 1 && input[0] == channels * height * width, this, input);
            return new int[] {channels, height, width};
        }
    }

    private static void require(boolean fits, Layer layer, int[] input) {
        if (!fits) {
            throw new IllegalArgumentException(layer + " cannot take an input of shape " + Arrays.toString(input));
        }
    }
}
