package org.distaff.models.vae;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard.Distribution;
import org.distaff.training.network.Activation;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;
import org.distaff.training.network.Reshape;
import org.distaff.training.network.TransposedConvolution;

/**
 * The networks of a variational autoencoder with D latents.
 *
 * @param trunk       image → features
 * @param mean        features → posterior means, linear
 * @param logVariance features → ln σ² of the posterior, linear
 * @param decoder     latents → logits of the image, or the image itself
 * @param output      which of both: {@code BERNOULLI} (a sigmoid makes the image of the logits) or {@code GAUSSIAN}
 */
public record VaeNetworks(Network trunk, Network mean, Network logVariance, Network decoder, Distribution output) {

    /** Names of the architectures, the first one is the default. */
    static final String[] CHOICES = {"conv", "conv4", "conv-128", "conv-32", "mlp", "small-mlp", "guided-digits",
            "guided-faces"};

    /** Halvings of the image's side by the convolutional networks. */
    static final int HALVINGS = 4;

    /** Networks whose decoder ends in logits. */
    public VaeNetworks(Network trunk, Network mean, Network logVariance, Network decoder) {
        this(trunk, mean, logVariance, decoder, Distribution.BERNOULLI);
    }

    /**
     * Builds one of the named architectures.
     *
     * @param architecture {@code conv}: Locatello et al., ICML 2019, table 1 as released (two 4×4 and two 2×2
     *                     convolutions); {@code conv4}: the same with 4×4 throughout, as later studies have it;
     *                     {@code conv-128}: that with dense layers of 128 units, Kim and Mnih, ICML 2018, appendix;
     *                     {@code conv-32}: four 4×4 convolutions of 32 channels and two dense layers of 256, Burgess et
     *                     al., NIPS 2017 workshop, appendix;
     *                     {@code mlp}: Higgins et al., ICLR 2017, table 1, dSprites (two layers of 1200 ReLU, three of
     *                     1200 tanh); {@code small-mlp}: two layers of 256 ReLU each way, for quick runs;
     *                     {@code guided-digits}, {@code guided-faces}: {@link GuidedNetworks}
     */
    public static VaeNetworks of(String architecture, ObservationShape shape, int latents) {
        return switch (architecture) {
            case "conv" -> convolutional(shape, latents, new int[] {32, 32, 64, 64}, 2, List.of(256));
            case "conv4" -> convolutional(shape, latents, new int[] {32, 32, 64, 64}, 4, List.of(256));
            case "conv-128" -> convolutional(shape, latents, new int[] {32, 32, 64, 64}, 4, List.of(128));
            case "conv-32" -> convolutional(shape, latents, new int[] {32, 32, 32, 32}, 4, List.of(256, 256));
            case "mlp" -> dense(shape, latents, List.of(1200, 1200), Function.RELU, List.of(1200, 1200, 1200),
                    Function.TANH);
            case "small-mlp" -> dense(shape, latents, List.of(256, 256), Function.RELU, List.of(256, 256),
                    Function.RELU);
            case "guided-digits" -> GuidedNetworks.digits(shape, latents);
            case "guided-faces" -> GuidedNetworks.faces(shape, latents);
            default -> throw new IllegalArgumentException(architecture);
        };
    }

    /**
     * Four convolutions, dense layers, and the same back.
     *
     * @param channels   of the convolutions' results; those back have the same in reverse
     * @param lateKernel side of the kernel of the last two convolutions
     * @param widths     of the dense layers
     */
    private static VaeNetworks convolutional(ObservationShape shape, int latents, int[] channels, int lateKernel,
            List<Integer> widths) {
        requireHalvings(shape);
        int h = shape.height() >> HALVINGS;
        int w = shape.width() >> HALVINGS;
        int latePadding = lateKernel == 4 ? 1 : 0;
        List<Layer> trunk = new ArrayList<>();
        add(trunk, new Convolution(shape.channels(), channels[0], 4, 2, 1), Function.RELU);
        add(trunk, new Convolution(channels[0], channels[1], 4, 2, 1), Function.RELU);
        add(trunk, new Convolution(channels[1], channels[2], lateKernel, 2, latePadding), Function.RELU);
        add(trunk, new Convolution(channels[2], channels[3], lateKernel, 2, latePadding), Function.RELU);
        trunk.add(new Flatten());
        int width = stack(trunk, channels[3] * h * w, widths, Function.RELU);
        List<Layer> decoder = new ArrayList<>();
        int last = stack(decoder, latents, widths, Function.RELU);
        add(decoder, new Dense(last, channels[3] * h * w), Function.RELU);
        decoder.add(new Reshape(channels[3], h, w));
        add(decoder, new TransposedConvolution(channels[3], channels[2], 4, 2, 1, 0), Function.RELU);
        add(decoder, new TransposedConvolution(channels[2], channels[1], 4, 2, 1, 0), Function.RELU);
        add(decoder, new TransposedConvolution(channels[1], channels[0], 4, 2, 1, 0), Function.RELU);
        decoder.add(new TransposedConvolution(channels[0], shape.channels(), 4, 2, 1, 0));
        return withHeads(shape, latents, trunk, width, decoder, Distribution.BERNOULLI);
    }

    /** Refuses shapes that cannot be halved four times. */
    static void requireHalvings(ObservationShape shape) {
        int factor = 1 << HALVINGS;
        if (shape.height() % factor != 0 || shape.width() % factor != 0) {
            throw Problem.never("The convolutional networks need sides that are multiples of " + factor
                    + ", but observations are " + shape + "; choose network mlp.");
        }
    }

    private static VaeNetworks dense(ObservationShape shape, int latents, List<Integer> encoderWidths,
            Function encoderFunction, List<Integer> decoderWidths, Function decoderFunction) {
        List<Layer> trunk = new ArrayList<>(List.of(new Flatten()));
        int width = stack(trunk, shape.values(), encoderWidths, encoderFunction);
        List<Layer> decoder = new ArrayList<>();
        int last = stack(decoder, latents, decoderWidths, decoderFunction);
        decoder.add(new Dense(last, shape.values()));
        decoder.add(new Reshape(shape.channels(), shape.height(), shape.width()));
        return withHeads(shape, latents, trunk, width, decoder, Distribution.BERNOULLI);
    }

    private static int stack(List<Layer> layers, int input, List<Integer> widths, Function function) {
        int width = input;
        for (int next : widths) {
            add(layers, new Dense(width, next), function);
            width = next;
        }
        return width;
    }

    static void add(List<Layer> layers, Layer layer, Function function) {
        layers.add(layer);
        layers.add(new Activation(function));
    }

    static VaeNetworks withHeads(ObservationShape shape, int latents, List<Layer> trunk, int width,
            List<Layer> decoder, Distribution output) {
        int[] image = {shape.channels(), shape.height(), shape.width()};
        int[] features = {width};
        List<Layer> head = List.of(new Dense(width, latents));
        return new VaeNetworks(Network.of("encoder", image, trunk), Network.of("mean", features, head),
                Network.of("logvar", features, head), Network.of("decoder", new int[] {latents}, decoder), output);
    }

    /** All four, in the order in which their weights are drawn and optimised. */
    public List<Network> all() {
        return List.of(trunk, mean, logVariance, decoder);
    }
}
