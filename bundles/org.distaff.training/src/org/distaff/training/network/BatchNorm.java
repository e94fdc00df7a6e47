package org.distaff.training.network;

import java.util.ArrayList;
import java.util.List;

import org.distaff.training.network.Weight.Start;

/**
 * Batch normalisation of [features] or of the channels of [features, h, w] (Ioffe and Szegedy, Batch Normalization,
 * ICML 2015, algorithms 1 and 2). Running statistics are moved by {@code r ← (1 − m) r + m · batch}, with the unbiased
 * variance, as PyTorch does.
 *
 * @param momentum m (PyTorch 0.1; a Keras momentum of 0.9 is 0.1 here)
 * @param epsilon  added to the variance
 * @param affine   whether a learnt scale and shift follow
 */
public record BatchNorm(int features, double momentum, double epsilon, boolean affine) implements Layer {

    /** m = 0.1, ε = 1e-5, affine: PyTorch's defaults. */
    public BatchNorm(int features) {
        this(features, 0.1, 1e-5, true);
    }

    @Override
    public int[] output(int[] input) {
        Weight.require((input.length == 1 || input.length == 3) && input[0] == features, this, input);
        return input;
    }

    /** Mean, variance, then scale and shift. */
    @Override
    public List<Weight> weights() {
        List<Weight> weights = new ArrayList<>(List.of(Weight.statistic("running-mean", Start.ZEROS, features),
                Weight.statistic("running-variance", Start.ONES, features)));
        if (affine) {
            weights.add(Weight.trained("scale", Start.ONES, 1, features));
            weights.add(Weight.trained("shift", Start.ZEROS, 1, features));
        }
        return weights;
    }
}
