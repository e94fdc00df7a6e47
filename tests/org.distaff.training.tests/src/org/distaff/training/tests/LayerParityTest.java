package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.distaff.core.random.RandomStreams;
import org.distaff.onnx.build.OnnxGraph;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.export.NetworkExport;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Layer.Function;
import org.distaff.training.network.Network;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.onnxruntime.OrtException;

/** Every kind of layer gives the same numbers in libtorch and, exported, in ONNX Runtime. */
class LayerParityTest {

    private static final int BATCH = 3;

    /** The product's promise for whole networks; one layer of numbers near 1 stays far below (float32 keeps 1e-7). */
    private static final float TOLERANCE = 1e-5f;

    @TempDir
    private Path folder;

    static Stream<Network> networks() {
        int[] image = {2, 9, 8};
        int[] flat = {12};
        return Stream.of(
                Network.of("dense", flat, List.of(new Layer.Dense(12, 5))),
                Network.of("convolution", image, List.of(new Layer.Convolution(2, 3, 4, 2, 1))),
                Network.of("convolution-unpadded", image, List.of(new Layer.Convolution(2, 3, 2, 2, 0))),
                Network.of("transposed", image, List.of(new Layer.TransposedConvolution(2, 3, 4, 2, 1, 0))),
                Network.of("transposed-padded", image, List.of(new Layer.TransposedConvolution(2, 3, 3, 2, 1, 1))),
                Network.of("relu", flat, List.of(new Layer.Activation(Function.RELU))),
                Network.of("leaky-relu", flat, List.of(new Layer.Activation(Function.LEAKY_RELU))),
                Network.of("tanh", flat, List.of(new Layer.Activation(Function.TANH))),
                Network.of("sigmoid", flat, List.of(new Layer.Activation(Function.SIGMOID))),
                Network.of("flatten", image, List.of(new Layer.Flatten())),
                Network.of("reshape", flat, List.of(new Layer.Reshape(3, 2, 2))),
                Network.of("chain", image, List.of(new Layer.Convolution(2, 3, 3, 2, 1),
                        new Layer.Activation(Function.RELU), new Layer.Flatten(), new Layer.Dense(60, 12),
                        new Layer.Activation(Function.TANH), new Layer.Reshape(3, 2, 2),
                        new Layer.TransposedConvolution(3, 2, 4, 2, 1, 0))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void libtorchAndOnnxAgree(Network network) throws IOException, OrtException {
        LibTorch.load(1);
        RandomGenerator random = RandomStreams.derive(7, network.name());
        // PyTorch's initialiser also draws biases, so that a forgotten bias shows
        List<float[]> values = Initialiser.PYTORCH_DEFAULT.draw(network, random);
        int[] shape = network.input().stream().mapToInt(Integer::intValue).toArray();
        float[] input = centred(BATCH * Arrays.stream(shape).reduce(1, Math::multiplyExact), random);
        long[] batchShape = LongStream.concat(LongStream.of(BATCH), IntStream.of(shape).asLongStream()).toArray();

        OnnxGraph graph = new OnnxGraph("network", "1");
        String last = NetworkExport.append(graph, network, values, graph.input("x", shape));
        graph.output("y", last, network.output());
        Path file = folder.resolve("network.onnx");
        graph.write(file);
        float[] exported = Onnx.run(file, "x", input, batchShape, "y");

        try (TensorNetwork running = TensorNetwork.of(network, values); PointerScope scope = new PointerScope()) {
            Tensor output = running.forward(AbstractTensor.create(input, batchShape));
            assertArrayEquals(network.output(), Arrays.stream(output.shape()).skip(1).mapToInt(n -> (int) n).toArray());
            assertEquals(BATCH, output.size(0));
            assertArrayEquals(Onnx.values(output), exported, TOLERANCE);
        }
    }

    private static float[] centred(int count, RandomGenerator random) {
        float[] values = Onnx.uniform(count, random);
        for (int i = 0; i < count; i++) {
            values[i] = 4 * values[i] - 2; // both sides of zero, for the rectifiers
        }
        return values;
    }
}
