package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.Mode;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.network.Dropout;
import org.distaff.training.network.Embedding;
import org.distaff.training.network.Network;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of layer, in float64: its gradients against differences, and models side by side against each alone. */
class LayerGradientTest {

    private static final int BATCH = 3;

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    /** Those that give the same output twice in training mode. */
    static Stream<Network> kinds() {
        return LayerKinds.all().filter(network -> !(network.layers().get(0) instanceof Dropout));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gradientsAreDifferences(Network network) {
        RandomGenerator random = RandomStreams.derive(7, network.name());
        List<float[]> values = LayerKinds.values(network, random);
        try (TensorNetwork running = TensorNetwork.of(network, values, torch.ScalarType.Double);
                PointerScope scope = new PointerScope()) {
            Tensor input = doubles(LayerKinds.input(network, BATCH, random), shape(network, BATCH));
            List<Tensor> moved = new ArrayList<>(running.parameters());
            if (!(network.layers().get(0) instanceof Embedding)) {
                moved.add(input.set_requires_grad(true));
            }
            // sums of some dozen numbers near 1: rounding 1e-15 / 1e-5 = 1e-10, and third derivatives below 1e3
            Differences.check(moved, () -> loss(running, input), 40, 1e-7);
            assertTrue(!moved.isEmpty());
        }
    }

    /** A sum whose derivatives differ from output to output. FROZEN: what a pass changes would be no derivative. */
    private static Tensor loss(TensorNetwork network, Tensor input) {
        Tensor output = network.forward(input, Mode.FROZEN);
        double[] weights = new double[(int) output.numel()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.sin(i + 1);
        }
        return output.mul(AbstractTensor.create(weights, output.shape())).sum();
    }

    @ParameterizedTest
    @MethodSource("org.distaff.training.tests.LayerKinds#all")
    void modelsSideBySideAreEachAlone(Network network) {
        RandomGenerator random = RandomStreams.derive(8, network.name());
        List<List<float[]>> values = List.of(LayerKinds.values(network, random), LayerKinds.values(network, random),
                LayerKinds.values(network, random));
        List<float[]> inputs = Stream.generate(() -> LayerKinds.input(network, BATCH, random)).limit(3).toList();
        try (TensorNetwork together = TensorNetwork.together(network, values, torch.ScalarType.Double);
                PointerScope scope = new PointerScope()) {
            Tensor all = torch.stack(new TensorVector(
                    inputs.stream().map(x -> doubles(x, shape(network, BATCH))).toArray(Tensor[]::new)));
            boolean dropout = network.layers().get(0) instanceof Dropout;
            // training moves the statistics, so it comes last
            for (Mode mode : dropout ? List.of(Mode.EVALUATE) : List.of(Mode.EVALUATE, Mode.FROZEN, Mode.TRAIN)) {
                Tensor output = together.forward(all, mode);
                for (int m = 0; m < 3; m++) {
                    try (TensorNetwork alone = TensorNetwork.of(network, values.get(m), torch.ScalarType.Double)) {
                        Tensor own = alone.forward(doubles(inputs.get(m), shape(network, BATCH)), mode);
                        // float64: sums of some dozen numbers near 1 in another order
                        assertArrayEquals(doubles(own), doubles(output.select(0, m)), 1e-12, mode + ", model " + m);
                        for (int w = 0; w < alone.weights().size() && mode == Mode.TRAIN; w++) {
                            assertArrayEquals(doubles(alone.weights().get(w)),
                                    doubles(together.weights().get(w).select(0, m)), 1e-12, "statistics " + w);
                        }
                    }
                }
            }
        }
    }

    private static long[] shape(Network network, int batch) {
        return LongStream.concat(LongStream.of(batch), network.input().stream().mapToLong(n -> n)).toArray();
    }

    private static Tensor doubles(float[] values, long[] shape) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return AbstractTensor.create(wide, shape);
    }

    private static double[] doubles(Tensor tensor) {
        double[] values = new double[(int) tensor.numel()];
        new DoublePointer(tensor.contiguous().data_ptr()).get(values);
        return values;
    }
}
