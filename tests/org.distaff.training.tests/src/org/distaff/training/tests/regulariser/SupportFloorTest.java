package org.distaff.training.tests.regulariser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.regulariser.FactorisedSupport;
import org.distaff.models.regulariser.FactorisedSupport.Matching;
import org.distaff.training.engine.LibTorch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the penalty of factorised support is for normal codes, whose finite batches never fill a product. */
class SupportFloorTest {

    private static final int BATCH = 64;
    private static final int PAIRS = 200;

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    /** NumPy, 4000 pairs of independent columns, all 64³ distances: 3.11 ± 0.02; one pair deviates by 1.45. */
    @Test
    void independentCodesHaveTheFloorOfTheirBatch() {
        assertEquals(3.11, mean(false), 0.42); // four standard errors of 200 pairs: 4 · 1.45 / √200
    }

    /** The same with a column beside itself: 11.27 ± 0.05; one pair deviates by 3.01. */
    @Test
    void equalLatentsAreFarFromAnyProduct() {
        assertEquals(11.27, mean(true), 0.9); // four standard errors of 200 pairs: 4 · 3.01 / √200
    }

    private static double mean(boolean equal) {
        RandomGenerator random = RandomStreams.derive(1, "test/floor");
        double sum = 0;
        for (int p = 0; p < PAIRS; p++) {
            double[] codes = new double[2 * BATCH];
            for (int n = 0; n < BATCH; n++) {
                codes[2 * n] = random.nextGaussian();
                codes[2 * n + 1] = equal ? codes[2 * n] : random.nextGaussian();
            }
            try (PointerScope scope = new PointerScope()) {
                sum += new FactorisedSupport(Matching.HARD, 1, 1, 0)
                        .ofPairs(Tensor.create(codes, BATCH, 2), new long[] {0}, new long[] {1}).item_double();
            }
        }
        return sum / PAIRS;
    }
}
