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

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.distaff.core.random.RandomStreams;
import org.distaff.onnx.build.OnnxGraph;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.Mode;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.export.NetworkExport;
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

    @ParameterizedTest
    @MethodSource("org.distaff.training.tests.LayerKinds#all")
    void libtorchAndOnnxAgree(Network network) throws IOException, OrtException {
        LibTorch.load(1);
        RandomGenerator random = RandomStreams.derive(7, network.name());
        List<float[]> values = LayerKinds.values(network, random);
        int[] shape = network.input().stream().mapToInt(Integer::intValue).toArray();
        float[] input = LayerKinds.input(network, BATCH, random);
        long[] batchShape = LongStream.concat(LongStream.of(BATCH), IntStream.of(shape).asLongStream()).toArray();

        OnnxGraph graph = new OnnxGraph("network", "1");
        String last = NetworkExport.append(graph, network, values, graph.input("x", shape));
        graph.output("y", last, network.output());
        Path file = folder.resolve("network.onnx");
        graph.write(file);
        float[] exported = Onnx.run(file, "x", input, batchShape, "y");

        try (TensorNetwork running = TensorNetwork.of(network, values); PointerScope scope = new PointerScope()) {
            Tensor output = running.forward(AbstractTensor.create(input, batchShape), Mode.EVALUATE);
            assertArrayEquals(network.output(), Arrays.stream(output.shape()).skip(1).mapToInt(n -> (int) n).toArray());
            assertEquals(BATCH, output.size(0));
            assertArrayEquals(Onnx.values(output), exported, TOLERANCE);
        }
    }
}
