package org.distaff.models.vae;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard.Distribution;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Reshape;
import org.distaff.training.network.Size;
import org.distaff.training.network.TransposedConvolution;

/**
 * The networks of Ding et al., Guided Variational Autoencoder for Disentanglement Learning, CVPR 2020, as released,
 * with dense layers that fit the size of the observations.
 */
final class GuidedNetworks {

    private static final int WIDTH = 64;
    /** Smallest side that three convolutions without padding leave something of. */
    private static final int SMALLEST = 22;

    private GuidedNetworks() {
    }

    /**
     * For digits of 28×28: a 6×6 convolution with stride 2 and no activation, two of 5×5; the decoder is its mirror.
     */
    static VaeNetworks digits(ObservationShape shape, int latents) {
        if (shape.height() % 2 != 0 || shape.width() % 2 != 0 || Math.min(shape.height(), shape.width()) < SMALLEST) {
            throw Problem.never("Network guided-digits needs even sides of at least " + SMALLEST
                    + ", but observations are " + shape + "; choose network mlp.");
        }
        int h = (shape.height() - 6) / 2 + 1 - 8;
        int w = (shape.width() - 6) / 2 + 1 - 8;
        List<Layer> trunk = new ArrayList<>(List.of(new Convolution(shape.channels(), WIDTH, 6, 2, 0)));
        VaeNetworks.add(trunk, new Convolution(WIDTH, 2 * WIDTH, 5, 1, 0), Function.RELU);
        VaeNetworks.add(trunk, new Convolution(2 * WIDTH, 4 * WIDTH, 5, 1, 0), Function.RELU);
        trunk.add(new Flatten());
        int features = 4 * WIDTH * h * w;
        List<Layer> decoder = new ArrayList<>();
        VaeNetworks.add(decoder, new Dense(latents, features), Function.RELU);
        decoder.add(new Reshape(4 * WIDTH, h, w));
        VaeNetworks.add(decoder, new TransposedConvolution(4 * WIDTH, 2 * WIDTH, 5, 1, 0, 0), Function.RELU);
        VaeNetworks.add(decoder, new TransposedConvolution(2 * WIDTH, WIDTH, 5, 1, 0, 0), Function.RELU);
        decoder.add(new TransposedConvolution(WIDTH, shape.channels(), 6, 2, 0, 0));
        return VaeNetworks.withHeads(shape, latents, trunk, features, decoder, Distribution.BERNOULLI);
    }

    /** For faces of 64×64: four 4×4 convolutions with stride 2 and one over all that is left; linear pixels. */
    static VaeNetworks faces(ObservationShape shape, int latents) {
        VaeNetworks.requireHalvings(shape);
        Size rest = new Size(shape.height() >> VaeNetworks.HALVINGS, shape.width() >> VaeNetworks.HALVINGS);
        List<Layer> trunk = new ArrayList<>();
        VaeNetworks.add(trunk, new Convolution(shape.channels(), 32, 4, 2, 1), Function.RELU);
        VaeNetworks.add(trunk, new Convolution(32, 32, 4, 2, 1), Function.RELU);
        VaeNetworks.add(trunk, new Convolution(32, 64, 4, 2, 1), Function.RELU);
        VaeNetworks.add(trunk, new Convolution(64, 64, 4, 2, 1), Function.RELU);
        VaeNetworks.add(trunk, new Convolution(64, 256, rest, Size.of(1), Size.of(0), true), Function.RELU);
        trunk.add(new Flatten());
        List<Layer> decoder = new ArrayList<>();
        VaeNetworks.add(decoder, new Dense(latents, 256), Function.RELU);
        decoder.add(new Reshape(256, 1, 1));
        VaeNetworks.add(decoder, new TransposedConvolution(256, 64, rest, Size.of(1), Size.of(0), Size.of(0), true),
                Function.RELU);
        VaeNetworks.add(decoder, new TransposedConvolution(64, 64, 4, 2, 1, 0), Function.RELU);
        VaeNetworks.add(decoder, new TransposedConvolution(64, 32, 4, 2, 1, 0), Function.RELU);
        VaeNetworks.add(decoder, new TransposedConvolution(32, 32, 4, 2, 1, 0), Function.RELU);
        decoder.add(new TransposedConvolution(32, shape.channels(), 4, 2, 1, 0));
        return VaeNetworks.withHeads(shape, latents, trunk, 256, decoder, Distribution.GAUSSIAN);
    }
}
