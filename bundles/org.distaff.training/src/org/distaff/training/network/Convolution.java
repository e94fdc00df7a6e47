package org.distaff.training.network;

import java.util.List;

/**
 * Convolution over [in, h, w]; the weight is [out, in, kernel height, kernel width].
 *
 * @param padding zeros around the input
 * @param bias    whether each output channel has one
 */
public record Convolution(int in, int out, Size kernel, Size stride, Size padding, boolean bias) implements Layer {

    /** Square, with biases. */
    public Convolution(int in, int out, int kernel, int stride, int padding) {
        this(in, out, Size.of(kernel), Size.of(stride), Size.of(padding), true);
    }

    @Override
    public int[] output(int[] input) {
        Weight.require(input.length == 3 && input[0] == in, this, input);
        int height = side(input[1], kernel.height(), stride.height(), padding.height());
        int width = side(input[2], kernel.width(), stride.width(), padding.width());
        Weight.require(height > 0 && width > 0, this, input);
        return new int[] {out, height, width};
    }

    private static int side(int length, int kernel, int stride, int padding) {
        return Math.floorDiv(length + 2 * padding - kernel, stride) + 1;
    }

    @Override
    public List<Weight> weights() {
        double receptive = (double) kernel.height() * kernel.width();
        Weight weight = Weight.weight(in * receptive, out * receptive, out, in, kernel.height(), kernel.width());
        return bias ? List.of(weight, Weight.bias(in * receptive, out)) : List.of(weight);
    }
}
