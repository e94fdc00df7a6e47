package org.distaff.training.network;

import java.util.List;

/**
 * Transposed convolution over [in, h, w]; the weight is [in, out, kernel height, kernel width].
 *
 * @param padding       what is cut off around the output
 * @param outputPadding what is added below and to the right of it, less than the stride
 * @param bias          whether each output channel has one
 */
public record TransposedConvolution(int in, int out, Size kernel, Size stride, Size padding, Size outputPadding,
        boolean bias) implements Layer {

    /** Square, with biases. */
    public TransposedConvolution(int in, int out, int kernel, int stride, int padding, int outputPadding) {
        this(in, out, Size.of(kernel), Size.of(stride), Size.of(padding), Size.of(outputPadding), true);
    }

    @Override
    public int[] output(int[] input) {
        Weight.require(input.length == 3 && input[0] == in && outputPadding.height() < stride.height()
                && outputPadding.width() < stride.width(), this, input);
        int height = (input[1] - 1) * stride.height() - 2 * padding.height() + kernel.height() + outputPadding.height();
        int width = (input[2] - 1) * stride.width() - 2 * padding.width() + kernel.width() + outputPadding.width();
        Weight.require(height > 0 && width > 0, this, input);
        return new int[] {out, height, width};
    }

    /** Fans as both frameworks count them, from the axes of the weight: fan in by its second, fan out by its first. */
    @Override
    public List<Weight> weights() {
        double receptive = (double) kernel.height() * kernel.width();
        Weight weight = Weight.weight(out * receptive, in * receptive, in, out, kernel.height(), kernel.width());
        return bias ? List.of(weight, Weight.bias(out * receptive, out)) : List.of(weight);
    }
}
