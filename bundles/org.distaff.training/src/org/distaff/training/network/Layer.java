package org.distaff.training.network;

import java.util.List;

/**
 * One layer of a network, as data. Shapes are those of one example: [features], [channels, height, width] or, for
 * sequences, [time, features].
 */
public sealed interface Layer permits Dense, Convolution, TransposedConvolution, BatchNorm, SpectralNorm, Recurrent,
        Embedding, AffineCoupling, Residual, Concatenation, Dropout, Activation, Flatten, Reshape {

    /**
     * The shape that this layer makes of an input shape.
     *
     * @throws IllegalArgumentException when it cannot take that shape
     */
    int[] output(int[] input);

    /** The tensors this layer keeps, weight before bias; empty for layers without. */
    default List<Weight> weights() {
        return List.of();
    }
}
