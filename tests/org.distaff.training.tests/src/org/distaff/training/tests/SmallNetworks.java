package org.distaff.training.tests;

import java.util.List;

import org.distaff.models.vae.VaeNetworks;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;
import org.distaff.training.network.Reshape;
import org.distaff.training.network.TransposedConvolution;

/** Autoencoders of a few dozen weights. */
final class SmallNetworks {

    private SmallNetworks() {
    }

    /** For 1×4×4, with tanh everywhere: differences across a rectifier's kink would say nothing. */
    static VaeNetworks smooth(int latents) {
        Network decoder = Network.of("decoder", new int[] {latents}, List.of(new Dense(latents, 4),
                new Activation(Function.TANH), new Reshape(1, 2, 2), new TransposedConvolution(1, 1, 4, 2, 1, 0)));
        return of(decoder, List.of(new Convolution(1, 2, 4, 2, 1), new Activation(Function.TANH), new Flatten()), 8,
                latents);
    }

    /** With linear heads on features. */
    static VaeNetworks of(Network decoder, List<Layer> trunk, int features, int latents) {
        int side = decoder.output()[1];
        int[] width = {features};
        List<Layer> head = List.of(new Dense(features, latents));
        return new VaeNetworks(Network.of("encoder", new int[] {1, side, side}, trunk), Network.of("mean", width, head),
                Network.of("logvar", width, head), decoder);
    }
}
