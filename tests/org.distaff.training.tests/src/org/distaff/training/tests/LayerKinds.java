package org.distaff.training.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.distaff.training.network.Activation;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.network.AffineCoupling;
import org.distaff.training.network.BatchNorm;
import org.distaff.training.network.Concatenation;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Dropout;
import org.distaff.training.network.Embedding;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;
import org.distaff.training.network.Recurrent;
import org.distaff.training.network.Recurrent.Cell;
import org.distaff.training.network.Reshape;
import org.distaff.training.network.Residual;
import org.distaff.training.network.Size;
import org.distaff.training.network.SpectralNorm;
import org.distaff.training.network.TransposedConvolution;
import org.distaff.training.network.Weight;

/** A small network for every kind of layer and every variant that is computed in a way of its own. */
final class LayerKinds {

    private LayerKinds() {
    }

    static Stream<Network> all() {
        int[] image = {2, 9, 8};
        int[] flat = {12};
        int[] sequence = {4, 3};
        List<Layer> norm = List.of(new BatchNorm(2), new Activation(Function.TANH), new Convolution(2, 3, 3, 1, 1));
        Stream<Network> kinds = Stream.of(
                Network.of("dense", flat, List.of(new Dense(12, 5))),
                Network.of("dense-without-bias", flat, List.of(new Dense(12, 5, false))),
                Network.of("dense-over-time", sequence, List.of(new Dense(3, 2))),
                Network.of("convolution", image, List.of(new Convolution(2, 3, 4, 2, 1))),
                Network.of("convolution-unpadded", image, List.of(new Convolution(2, 3, 2, 2, 0))),
                Network.of("convolution-oblong", image, List.of(new Convolution(2, 3, new Size(3, 5), new Size(2, 1),
                        new Size(0, 2), false))),
                Network.of("transposed", image, List.of(new TransposedConvolution(2, 3, 4, 2, 1, 0))),
                Network.of("transposed-padded", image, List.of(new TransposedConvolution(2, 3, 3, 2, 1, 1))),
                Network.of("transposed-oblong", image, List.of(new TransposedConvolution(2, 3, new Size(4, 3),
                        new Size(3, 2), new Size(1, 0), new Size(2, 1), false))),
                Network.of("batch-norm", flat, List.of(new BatchNorm(12))),
                Network.of("batch-norm-of-images", image, List.of(new BatchNorm(2, 0.3, 1e-3, true))),
                Network.of("batch-norm-without-scale", image, List.of(new BatchNorm(2, 0.1, 1e-5, false))),
                Network.of("spectral-dense", flat, List.of(new SpectralNorm(new Dense(12, 5)))),
                Network.of("spectral-convolution", image, List.of(new SpectralNorm(new Convolution(2, 3, 4, 2, 1)))),
                Network.of("spectral-transposed", image,
                        List.of(new SpectralNorm(new TransposedConvolution(2, 3, 4, 2, 1, 0)))),
                Network.of("lstm", sequence, List.of(new Recurrent(Cell.LSTM, 3, 5, true))),
                Network.of("lstm-last", sequence, List.of(new Recurrent(Cell.LSTM, 3, 5, false))),
                Network.of("gru", sequence, List.of(new Recurrent(Cell.GRU, 3, 5, true))),
                Network.of("gru-last", sequence, List.of(new Recurrent(Cell.GRU, 3, 5, false))),
                Network.of("embedding", new int[] {4}, List.of(new Embedding(7, 3))),
                Network.of("coupling", new int[] {6}, List.of(new AffineCoupling(5, false,
                        List.of(new Dense(2, 4), new Activation(Function.TANH), new Dense(4, 6))))),
                Network.of("coupling-swapped", new int[] {6},
                        List.of(new AffineCoupling(5, true, List.of(new Dense(3, 4))))),
                Network.of("residual", flat, List.of(new Residual(List.of(new Dense(12, 12),
                        new Activation(Function.TANH))))),
                Network.of("dense-block", image, List.of(new Concatenation(norm), new BatchNorm(5))),
                Network.of("dropout", flat, List.of(new Dropout(0.4))),
                Network.of("flatten", image, List.of(new Flatten())),
                Network.of("reshape", flat, List.of(new Reshape(3, 2, 2))),
                Network.of("chain", image, List.of(new Convolution(2, 3, 3, 2, 1),
                        new Activation(Function.TANH), new Flatten(), new Dense(60, 12),
                        new Activation(Function.TANH), new Reshape(3, 2, 2),
                        new TransposedConvolution(3, 2, 4, 2, 1, 0))));
        return Stream.concat(kinds, Arrays.stream(Function.values())
                .map(function -> Network.of(function.name(), flat, List.of(new Activation(function)))));
    }

    /** PyTorch's initial weights, which also draw biases, and statistics that are not those of a fresh layer. */
    static List<float[]> values(Network network, RandomGenerator random) {
        List<float[]> values = new ArrayList<>(Initialiser.PYTORCH_DEFAULT.draw(network, random));
        for (int i = 0; i < values.size(); i++) {
            Weight weight = network.weights().get(i);
            if (weight.name().equals("running-mean") || weight.name().equals("running-variance")
                    || weight.name().equals("scale") || weight.name().equals("shift")) {
                values.set(i, Onnx.uniform(weight.count(), random));
            }
        }
        return values;
    }

    /** Both sides of zero, for the rectifiers; indices for embeddings. */
    static float[] input(Network network, int batch, RandomGenerator random) {
        float[] values = Onnx.uniform(batch * network.input().stream().reduce(1, Math::multiplyExact), random);
        boolean indices = network.layers().get(0) instanceof Embedding;
        for (int i = 0; i < values.length; i++) {
            values[i] = indices ? (int) (7 * values[i]) : 4 * values[i] - 2;
        }
        return values;
    }
}
