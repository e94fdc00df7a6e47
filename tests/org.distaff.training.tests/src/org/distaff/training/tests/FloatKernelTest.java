package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;
import org.distaff.training.network.TransposedConvolution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions train in float32 with the values and gradients of float64, whatever kernels the processor is given. */
class FloatKernelTest {

    private static final int BATCH = 6;

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    /** Few and many channels both ways, even and odd kernels: kernels are chosen by these. */
    static Stream<Network> convolutions() {
        List<Network> networks = new ArrayList<>();
        for (int in : new int[] {1, 3, 4, 32}) {
            for (int out : new int[] {1, 3, 8, 32}) {
                for (int kernel : new int[] {2, 3, 4}) {
                    networks.add(network(in, new Convolution(in, out, kernel, 2, 1)));
                    networks.add(network(in, new TransposedConvolution(in, out, kernel, 2, 1, 0)));
                }
            }
        }
        return networks.stream();
    }

    private static Network network(int channels, Layer layer) {
        return Network.of(layer.toString(), new int[] {channels, 8, 8}, List.of(layer));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void oneModel(Network network) {
        agrees(network, 1);
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void threeModelsSideBySide(Network network) {
        agrees(network, 3);
    }

    private static void agrees(Network network, int models) {
        RandomGenerator random = RandomStreams.derive(9, network.name());
        List<List<float[]>> values = Stream.generate(() -> LayerKinds.values(network, random)).limit(models).toList();
        float[] input = LayerKinds.input(network, models * BATCH, random);
        try (PointerScope scope = new PointerScope()) {
            List<Tensor> narrow = derivatives(network, values, input, torch.ScalarType.Float);
            List<Tensor> wide = derivatives(network, values, input, torch.ScalarType.Double);
            for (int i = 0; i < wide.size(); i++) {
                double difference = narrow.get(i).to(torch.ScalarType.Double).sub(wide.get(i)).norm().item_double();
                // sums of at most 6 · 81 · 32 products with a rounding of 6e-8 each: some 1e-6 of the length
                assertTrue(difference <= 1e-5 * wide.get(i).norm().item_double(), "tensor " + i + ": " + difference);
            }
        }
    }

    /** The output, and a sum's derivatives by input, weight and bias. */
    private static List<Tensor> derivatives(Network network, List<List<float[]>> values, float[] input,
            torch.ScalarType type) {
        try (TensorNetwork running = values.size() == 1 ? TensorNetwork.of(network, values.get(0), type)
                : TensorNetwork.together(network, values, type)) {
            long side = network.input().get(1);
            long[] shape = values.size() == 1 ? new long[] {BATCH, network.input().get(0), side, side}
                    : new long[] {values.size(), BATCH, network.input().get(0), side, side};
            Tensor x = AbstractTensor.create(input, shape).to(type).set_requires_grad(true);
            List<Tensor> moved = new ArrayList<>(running.parameters());
            moved.add(x);
            Tensor output = running.forward(x);
            TensorVector gradients = torch.grad(new TensorVector(output.square().sum()),
                    new TensorVector(moved.toArray(Tensor[]::new)));
            List<Tensor> found = new ArrayList<>(List.of(output.detach()));
            for (int p = 0; p < moved.size(); p++) {
                found.add(gradients.get(p));
            }
            return found;
        }
    }
}
