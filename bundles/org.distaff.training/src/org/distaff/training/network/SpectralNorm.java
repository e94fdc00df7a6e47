package org.distaff.training.network;

import java.util.ArrayList;
import java.util.List;

import org.distaff.training.network.Weight.Start;

/**
 * A layer whose weight is divided by its largest singular value, estimated by one power iteration in each training-mode
 * pass (Miyato et al., Spectral Normalization for Generative Adversarial Networks, ICLR 2018, algorithm 1). The weight
 * is taken as a matrix [out, rest].
 *
 * @param layer a dense, convolutional or transposed convolutional layer
 */
public record SpectralNorm(Layer layer) implements Layer {

    public SpectralNorm {
        if (!(layer instanceof Dense || layer instanceof Convolution || layer instanceof TransposedConvolution)) {
            throw new IllegalArgumentException("a spectral norm needs a layer with a weight, not " + layer);
        }
    }

    @Override
    public int[] output(int[] input) {
        return layer.output(input);
    }

    /** The axis of the weight that counts outputs. */
    public int outputAxis() {
        return layer instanceof TransposedConvolution ? 1 : 0;
    }

    /** Those of the layer, then the left and right singular vectors. */
    @Override
    public List<Weight> weights() {
        List<Weight> weights = new ArrayList<>(layer.weights());
        int outputs = weights.get(0).shape().get(outputAxis());
        int rest = weights.get(0).count() / outputs;
        weights.add(Weight.statistic("left", Start.DIRECTION, outputs));
        weights.add(Weight.statistic("right", Start.DIRECTION, rest));
        return weights;
    }
}
