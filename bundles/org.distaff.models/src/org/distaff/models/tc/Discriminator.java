package org.distaff.models.tc;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;

/**
 * Tells codes of the aggregate posterior (class 0) from codes whose latents were shuffled among each other (class 1). Kim
 * and Mnih, Disentangling by Factorising, ICML 2018, section 3.
 *
 * @param network codes → two logits
 */
public record Discriminator(TensorNetwork network) implements AutoCloseable {

    /** Probabilities are kept this far from 0 and 1 before their logarithm is taken (Locatello et al. 2019). */
    private static final double CLIP = 1e-6;

    /** {@code layers} layers of {@code width} leaky rectifiers (slope 0.2) and two logits. */
    public static Network network(int latents, int layers, int width) {
        List<Layer> chain = new ArrayList<>();
        int before = latents;
        for (int i = 0; i < layers; i++) {
            chain.add(new Dense(before, width));
            chain.add(new Activation(Activation.Function.LEAKY_RELU));
            before = width;
        }
        chain.add(new Dense(before, 2));
        return Network.of("discriminator", new int[] {latents}, chain);
    }

    /** With fresh weights, one model per seed. */
    static Discriminator create(Network network, Initialiser initialiser, List<Long> seeds) {
        return new Discriminator(TensorNetwork.together(network, seeds.stream().map(seed -> initialiser.draw(network,
                RandomStreams.derive(seed, "weights/discriminator"))).toList(), torch.ScalarType.Float));
    }

    /** The density-ratio estimate of the total correlation, E[logit 0 − logit 1], [..., B, D] → [...]. */
    public Tensor totalCorrelation(Tensor codes) {
        Tensor logits = network.forward(codes);
        return logits.select(-1, 0).sub(logits.select(-1, 1)).mean(-1);
    }

    /** −½ E ln p₀(codes) − ½ E ln p₁(shuffled); ln 2 when nothing can be told apart. */
    public Tensor loss(Tensor codes, Tensor shuffled) {
        return logProbability(codes, 0).add(logProbability(shuffled, 1)).mul(new Scalar(-0.5));
    }

    private Tensor logProbability(Tensor codes, long which) {
        Tensor logs = torch.log_softmax(network.forward(codes), -1).select(-1, which);
        return logs.clamp(new ScalarOptional(new Scalar(Math.log(CLIP))),
                new ScalarOptional(new Scalar(Math.log1p(-CLIP)))).mean(-1);
    }

    @Override
    public void close() {
        network.close();
    }
}
