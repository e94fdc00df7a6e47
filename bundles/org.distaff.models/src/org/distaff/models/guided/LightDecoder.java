package org.distaff.models.guided;

import java.util.List;
import java.util.random.RandomGenerator;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Network;
import org.distaff.training.network.Reshape;

/**
 * The second decoder of a guided autoencoder: an image that is linear in the latents from the third on, then a sigmoid,
 * rotated by an angle that is linear in the second latent and scaled by factors that are linear in the first. Ding et
 * al., Guided Variational Autoencoder for Disentanglement Learning, CVPR 2020, section 3.2, as released: no shift, no
 * shear.
 */
public final class LightDecoder implements AutoCloseable {

    /** Latents that deform the content. */
    static final int DEFORMING = 2;

    private static final long NO_REDUCTION = 0;

    private final TensorNetwork content;
    private final TensorNetwork rotation;
    private final TensorNetwork scale;

    private LightDecoder(TensorNetwork content, TensorNetwork rotation, TensorNetwork scale) {
        this.content = content;
        this.rotation = rotation;
        this.scale = scale;
    }

    /** Of networks that have their weights; it closes them. */
    public static LightDecoder of(TensorNetwork content, TensorNetwork rotation, TensorNetwork scale) {
        return new LightDecoder(content, rotation, scale);
    }

    /**
     * With fresh weights.
     *
     * @param latents   of the autoencoder, at least 3
     * @param upright   whether factors of scale start near 1; as released they start anywhere near 0, where images are
     *                  enlarged beyond recognition or mirrored
     * @param precision float64 is for checking gradients
     */
    public static LightDecoder create(ObservationShape shape, int latents, Initialiser initialiser, boolean upright,
            long seed, torch.ScalarType precision) {
        Network image = Network.of("content", new int[] {latents - DEFORMING},
                List.of(new Dense(latents - DEFORMING, shape.values()), new Activation(Function.SIGMOID),
                        new Reshape(shape.channels(), shape.height(), shape.width())));
        Network angle = Network.of("rotation", new int[] {1}, List.of(new Dense(1, 1)));
        Network factors = Network.of("scale", new int[] {1}, List.of(new Dense(1, 2)));
        List<float[]> scaling = draw(factors, initialiser, seed);
        if (upright) {
            java.util.Arrays.fill(scaling.get(1), 1);
        }
        return new LightDecoder(TensorNetwork.of(image, draw(image, initialiser, seed), precision),
                TensorNetwork.of(angle, draw(angle, initialiser, seed), precision),
                TensorNetwork.of(factors, scaling, precision));
    }

    private static List<float[]> draw(Network network, Initialiser initialiser, long seed) {
        RandomGenerator random = RandomStreams.derive(seed, "weights/" + network.name());
        return initialiser.draw(network, random);
    }

    /** Codes [..., B, D] → images [..., B, C, H, W] in [0, 1]. */
    public Tensor decode(Tensor codes) {
        Tensor image = content.forward(codes.narrow(-1, DEFORMING, codes.size(-1) - DEFORMING));
        Tensor turned = Deformation.rotate(image, rotation.forward(codes.narrow(-1, 1, 1)).squeeze(-1));
        return Deformation.scale(turned, scale.forward(codes.narrow(-1, 0, 1)));
    }

    /**
     * Bernoulli cross-entropy of observations given the images of codes, summed over everything but the models.
     * Logarithms are kept above −100, as PyTorch does: beside a deformed image every pixel is 0.
     */
    public Tensor error(Tensor codes, Tensor observations) {
        Tensor images = decode(codes).clamp(new ScalarOptional(new Scalar(0.0)), new ScalarOptional(new Scalar(1.0)));
        return torch.binary_cross_entropy(images, observations, new TensorOptional(), NO_REDUCTION) // 1 + ε is refused
                .sum(-4, -3, -2, -1);
    }

    /**
     * How far the components of the content, the columns of W [pixels, D − 2], are from being orthogonal: Σ |wₖᵀ wⱼ|
     * over all k ≠ j, or of the squares.
     */
    public Tensor overlap(boolean squared) {
        Tensor components = content.parameters().get(0);
        Tensor products = torch.matmul(components.transpose(-2, -1), components);
        Tensor sizes = squared ? torch.square(products) : products.abs();
        return sizes.sum(-2, -1).sub(sizes.diagonal(0, -2, -1).sum(-1));
    }

    /** What learns. */
    public List<TensorNetwork> networks() {
        return List.of(content, rotation, scale);
    }

    @Override
    public void close() {
        networks().forEach(TensorNetwork::close);
    }
}
