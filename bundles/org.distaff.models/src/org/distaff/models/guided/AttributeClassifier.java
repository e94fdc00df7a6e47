package org.distaff.models.guided;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.network.BatchNorm;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;

/**
 * Guesses an attribute from some latents: two layers of 32 leaky rectifiers (slope 0.2) after batch normalisation and
 * one logit, as released with Ding et al., CVPR 2020.
 *
 * @param network latents → logit
 */
public record AttributeClassifier(TensorNetwork network) implements AutoCloseable {

    private static final int WIDTH = 32;

    /** With fresh weights from a stream of its name. */
    public static AttributeClassifier create(String name, int latents, Initialiser initialiser, long seed,
            torch.ScalarType precision) {
        List<Layer> layers = new ArrayList<>();
        for (int in : new int[] {latents, WIDTH}) {
            layers.add(new Dense(in, WIDTH));
            layers.add(new BatchNorm(WIDTH));
            layers.add(new Activation(Function.LEAKY_RELU));
        }
        layers.add(new Dense(WIDTH, 1));
        Network network = Network.of(name, new int[] {latents}, layers);
        return new AttributeClassifier(TensorNetwork.of(network,
                initialiser.draw(network, RandomStreams.derive(seed, "weights/" + name)), precision));
    }

    /** Cross-entropies in nats of targets in [0, 1], [..., B], given latents [..., B, d]: softplus(l) − y l. */
    public Tensor errors(Tensor latents, Tensor targets) {
        Tensor logits = network.forward(latents).squeeze(-1);
        return torch.softplus(logits).sub(logits.mul(targets));
    }

    /** Share of attributes guessed, [...]. */
    public Tensor accuracy(Tensor latents, Tensor attributes) {
        Tensor logits = network.forward(latents).squeeze(-1);
        return logits.gt(new Scalar(0.0)).to(logits.scalar_type()).eq(attributes).to(logits.scalar_type()).mean(-1);
    }

    @Override
    public void close() {
        network.close();
    }
}
