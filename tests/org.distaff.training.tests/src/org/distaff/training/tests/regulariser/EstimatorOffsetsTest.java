package org.distaff.training.tests.regulariser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.regulariser.TotalCorrelation;
import org.distaff.training.engine.LibTorch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three estimators of the total correlation differ by constants only, which the logarithms of their weights give. */
class EstimatorOffsetsTest {

    private static final int BATCH = 16;
    private static final int LATENTS = 10;
    private static final double POPULATION = 737_280;

    private static final double[] CODES = normal("codes");
    private static final double[] MEANS = normal("means");
    private static final double[] LOG_VARIANCES = normal("variances");

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    /** Each of the D marginals and the joint gain ln of the weight: (1 − D) ln 1/(N B) against (1 − D) ln 1/B. */
    @Test
    void offsetsAreLogarithmsOfTheWeights() {
        double mean = value(TotalCorrelation.BATCH_MEAN);
        // sums of 16 × 16 × 10 terms below 1e4 in float64: rounding stays far below 1e-9
        assertEquals(mean + (LATENTS - 1) * Math.log(POPULATION), value(TotalCorrelation.MWS), 1e-9);
        assertEquals(mean - (LATENTS - 1) * Math.log(BATCH), value(TotalCorrelation.DLIB), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(names = {"MWS", "DLIB"})
    void gradientsAreEqual(TotalCorrelation estimator) {
        double[] expected = gradient(TotalCorrelation.BATCH_MEAN);
        assertTrue(Arrays.stream(expected).map(Math::abs).max().orElseThrow() > 0.01);
        assertArrayEquals(expected, gradient(estimator), 1e-12); // the same graph but for a constant
    }

    private static double value(TotalCorrelation estimator) {
        try (PointerScope scope = new PointerScope()) {
            return estimate(estimator, tensor(CODES)).item_double();
        }
    }

    private static double[] gradient(TotalCorrelation estimator) {
        try (PointerScope scope = new PointerScope()) {
            Tensor codes = tensor(CODES).set_requires_grad(true);
            Tensor gradient = torch.grad(new TensorVector(estimate(estimator, codes)), new TensorVector(codes)).get(0);
            double[] values = new double[CODES.length];
            new DoublePointer(gradient.contiguous().data_ptr()).get(values);
            return values;
        }
    }

    private static Tensor estimate(TotalCorrelation estimator, Tensor codes) {
        return estimator.estimate(codes, tensor(MEANS), tensor(LOG_VARIANCES), POPULATION);
    }

    private static Tensor tensor(double[] values) {
        return Tensor.create(values, BATCH, LATENTS);
    }

    private static double[] normal(String purpose) {
        RandomGenerator random = RandomStreams.derive(3, purpose);
        double[] values = new double[BATCH * LATENTS];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
