package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.Mode;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.network.BatchNorm;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Dropout;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Network;
import org.distaff.training.network.SpectralNorm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Layers that behave differently while learning, by hand. */
class LayerModeTest {

    /** A few float32 operations on numbers near 1. */
    private static final float TOLERANCE = 1e-6f;

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    @Test
    void batchNormMovesItsStatisticsOnlyInTraining() {
        Network network = Network.of("n", new int[] {1}, List.of(new BatchNorm(1, 0.25, 0, true)));
        try (TensorNetwork running = TensorNetwork.of(network, List.of(new float[] {1}, new float[] {2},
                new float[] {3}, new float[] {-1})); PointerScope scope = new PointerScope()) {
            Tensor batch = AbstractTensor.create(new float[] {0, 2, 4, 6}, 4, 1); // mean 3, variance 5, unbiased 20/3
            float deviation = (float) Math.sqrt(5);
            float[] normalised = {-9 / deviation - 1, -3 / deviation - 1, 3 / deviation - 1, 9 / deviation - 1};
            assertArrayEquals(normalised, Onnx.values(running.forward(batch, Mode.FROZEN)), TOLERANCE);
            assertEquals(1f, running.values().get(0)[0]);
            assertEquals(2f, running.values().get(1)[0]);
            float root = (float) Math.sqrt(2);
            assertArrayEquals(new float[] {-3 / root - 1, 3 / root - 1, 9 / root - 1, 15 / root - 1},
                    Onnx.values(running.forward(batch, Mode.EVALUATE)), 2e-6f); // numbers near 10
            assertArrayEquals(normalised, Onnx.values(running.forward(batch, Mode.TRAIN)), TOLERANCE);
            assertEquals(0.75f * 1 + 0.25f * 3, running.values().get(0)[0], TOLERANCE);
            assertEquals(0.75f * 2 + 0.25f * 20 / 3, running.values().get(1)[0], TOLERANCE);
        }
    }

    @Test
    void theLargestSingularValueBecomesOne() {
        Network network = Network.of("n", new int[] {2}, List.of(new SpectralNorm(new Dense(2, 2, false))));
        List<float[]> values = Initialiser.PYTORCH_DEFAULT.draw(network, RandomStreams.derive(0, "weights"));
        // [[3, 4], [0, 5]]: WᵀW = [[9, 12], [12, 41]] has the eigenvalues 45 and 5
        List<float[]> given = List.of(new float[] {3, 4, 0, 5}, values.get(1), values.get(2));
        try (TensorNetwork running = TensorNetwork.of(network, given); PointerScope scope = new PointerScope()) {
            Tensor identity = AbstractTensor.create(new float[] {1, 0, 0, 1}, 2, 2);
            for (int i = 0; i < 20; i++) { // each iteration shrinks the error by 5/45
                running.forward(identity, Mode.TRAIN);
            }
            float sigma = (float) Math.sqrt(45);
            float[] rows = {3 / sigma, 0, 4 / sigma, 5 / sigma}; // the images of (1, 0) and (0, 1)
            assertArrayEquals(rows, Onnx.values(running.forward(identity, Mode.EVALUATE)), TOLERANCE);
        }
    }

    @Test
    void dropoutKeepsTheMean() {
        int count = 10_000;
        Network network = Network.of("n", new int[] {count}, List.of(new Dropout(0.25)));
        try (TensorNetwork running = TensorNetwork.of(network, List.of()); PointerScope scope = new PointerScope()) {
            float[] ones = new float[count];
            Arrays.fill(ones, 1);
            float[] dropped = Onnx.values(running.forward(AbstractTensor.create(ones, 1, count)));
            int kept = 0;
            for (float value : dropped) {
                assertEquals(value == 0 ? 0 : 4 / 3f, value, TOLERANCE);
                kept += value == 0 ? 0 : 1;
            }
            // a binomial count of mean 7500 and deviation √(10000 · ¾ · ¼) = 43: five deviations
            assertEquals(7500, kept, 217);
            assertArrayEquals(ones, Onnx.values(running.forward(AbstractTensor.create(ones, 1, count), Mode.EVALUATE)));
        }
    }
}
