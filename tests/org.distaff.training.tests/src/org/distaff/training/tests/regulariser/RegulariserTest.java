package org.distaff.training.tests.regulariser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.regulariser.FactorisedSupport;
import org.distaff.models.regulariser.FactorisedSupport.Matching;
import org.distaff.models.regulariser.MomentPenalty;
import org.distaff.models.regulariser.TotalCorrelation;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.tests.Differences;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Penalties against closed forms, fixtures and reference values, in float64. */
class RegulariserTest {

    /** Number of observations of dSprites, for which the reference values of the estimators were computed. */
    private static final double POPULATION = 737_280;

    @TempDir
    private static Path folder;

    private static Map<String, NpyArray> golden;

    @BeforeAll
    static void load() throws IOException {
        LibTorch.load(1);
        Path file = folder.resolve("misc.npz");
        try (InputStream in = RegulariserTest.class.getResourceAsStream("../golden/misc.npz")) {
            Files.copy(in, file);
        }
        golden = NumpyFile.archive(file);
    }

    private static Tensor golden(String name) {
        NpyArray array = golden.get(name);
        return Tensor.create(array.values(), array.shape()[0], array.shape()[1]);
    }

    /** The closed forms of the released formulas, evaluated in numpy 2.4.6 in float64; only rounding differs. */
    @Test
    void referencePenalties() {
        try (PointerScope scope = new PointerScope()) {
            Tensor means = golden("mu");
            Tensor logVariances = golden("logvar");
            assertEquals(-36.20781861270852, TotalCorrelation.DLIB.estimate(golden("z"), means, logVariances, POPULATION)
                    .item_double(), 1e-9);
            assertEquals(279.5915325708398, new MomentPenalty(5, 50).ofMeans(means, 1).item_double(), 1e-9);
            assertEquals(35.07175689882078, new MomentPenalty(5, 5).ofCodes(means, logVariances, 1).item_double(), 1e-9);
        }
    }

    /**
     * Ten independent latents, z ~ N(0, 1) in the aggregate, N = 737,280: means over repeated batches of an independent
     * implementation in NumPy. Their standard error over 20 batches of 64 is below 0.5; batches of 512 vary less.
     */
    @ParameterizedTest
    @CsvSource({
        "dlib, 64, 0.01, -19.8", "dlib, 64, 0.3, -35.5", "dlib, 512, 0.01, -39.6", "dlib, 512, 0.3, -55.2",
        "batch-mean, 64, 0.01, 17.6", "batch-mean, 64, 0.3, 2.1", "batch-mean, 512, 0.01, 16.6",
        "batch-mean, 512, 0.3, 0.95",
        "mws, 64, 0.01, 139.2", "mws, 64, 0.3, 123.6", "mws, 512, 0.01, 138.2", "mws, 512, 0.3, 122.5",
        "mss-released, 64, 0.01, 17.5", "mss-released, 64, 0.3, 2.0", "mss-released, 512, 0.01, 16.6",
        "mss-released, 512, 0.3, 0.95",
        "mss, 64, 0.01, 12.0", "mss, 64, 0.3, -1.9", "mss, 512, 0.01, 9.8", "mss, 512, 0.3, -0.7"})
    void estimatorsOfIndependentLatents(String estimator, int batch, double variance, double expected) {
        RandomGenerator random = RandomStreams.derive(1, "independent");
        int repetitions = batch == 64 ? 20 : 2;
        double sum = 0;
        for (int r = 0; r < repetitions; r++) {
            try (PointerScope scope = new PointerScope()) {
                Tensor means = gaussian(random, Math.sqrt(1 - variance), batch, 10);
                Tensor codes = means.add(gaussian(random, Math.sqrt(variance), batch, 10));
                Tensor logVariances = torch.full_like(means, new Scalar(Math.log(variance)));
                sum += TotalCorrelation.of(estimator).estimate(codes, means, logVariances, POPULATION).item_double();
            }
        }
        assertEquals(expected, sum / repetitions, 0.6);
    }

    /** B = 5, N = 100: as released the row before the last sums to more than one, corrected every row sums to one. */
    @Test
    void rowsOfTheStratifiedWeights() {
        double[] released = TotalCorrelation.weights(5, 100, false);
        double[] corrected = TotalCorrelation.weights(5, 100, true);
        for (int row = 0; row < 5; row++) {
            double sumReleased = 0;
            double sumCorrected = 0;
            for (int i = 0; i < 5; i++) {
                sumReleased += released[row * 5 + i];
                sumCorrected += corrected[row * 5 + i];
            }
            // own 1/N + other (N−M)/(N M) + (M−1)/M = 1; released: 1/N of row 3 is overwritten by a second (N−M)/(N M)
            assertEquals(row == 3 ? 1 + 0.24 - 0.01 : 1, sumReleased, 1e-12, "released row " + row);
            assertEquals(1, sumCorrected, 1e-12, "corrected row " + row);
            assertEquals(0.01, corrected[row * 5 + row], 1e-15, "own weight of row " + row);
        }
    }

    /** Fixtures worked out by hand: the recombination farthest from every code is a corner of the square. */
    @Test
    void hausdorffFixtures() {
        assertEquals(1, support(Matching.HARD, 0, 0, 1, 1), 1e-12);
        assertEquals(2, support(Matching.HARD, 0, 0, 1, 1, 2, 2), 1e-12);
        assertEquals(0, support(Matching.HARD, 0, 0, 0, 1, 1, 0, 1, 1), 1e-12);
        // (0,1) and (1,0) are both 1 away from the nearest code, (0,0) and (1,1) are codes and do not count
        assertEquals(1, support(Matching.HARD_MEAN, 0, 0, 1, 1), 1e-12);
    }

    /** All codes doubled: distances are squared, so the penalty is fourfold. */
    @Test
    void hausdorffGrowsWithTheSquareOfTheScale() {
        double once = support(Matching.HARD, 0.2, -1, 1.5, 0.3, -0.7, 2);
        assertEquals(4 * once, support(Matching.HARD, 0.4, -2, 3, 0.6, -1.4, 4), 1e-12);
    }

    /** Soft variants at a low temperature weigh nothing but the nearest code and the farthest recombination. */
    @Test
    void softVariantsApproachTheHardOne() {
        double[] codes = {0.2, -1, 1.5, 0.3, -0.7, 2, 0.1, 0.9};
        double hard = support(Matching.HARD, codes);
        try (PointerScope scope = new PointerScope()) {
            Tensor means = Tensor.create(codes, 4, 2);
            for (Matching soft : new Matching[] {Matching.SOFT_FULL_MIN, Matching.SOFT_SINGLE_MIN}) {
                double value = new FactorisedSupport(soft, 1e-3, 1e-3, 0).ofPairs(means, new long[] {0}, new long[] {1})
                        .item_double();
                assertEquals(hard, value, 1e-6, soft.toString()); // e^(−gap / 1e-3) with gaps above 0.02
            }
        }
    }

    /** Drawing every recombination is the same as making all of them. */
    @Test
    void recombinationsAgreeWithPairs() {
        try (PointerScope scope = new PointerScope()) {
            Tensor means = gaussian(RandomStreams.derive(4, "codes"), 1, 5, 3);
            long[] rows = new long[25 * 2];
            for (int i = 0; i < 25; i++) {
                rows[2 * i] = i / 5;
                rows[2 * i + 1] = i % 5;
            }
            FactorisedSupport hard = new FactorisedSupport(Matching.HARD, 1, 1, 0);
            double all = hard.ofPairs(means, new long[] {0}, new long[] {2}).item_double();
            double drawn = hard.ofRecombinations(means, Tensor.create(rows, 25, 1, 2), Tensor.create(new long[] {0, 2}, 1, 2))
                    .item_double();
            assertEquals(all, drawn, 1e-12);
        }
    }

    /** Equal seeds draw equally; the mean of what is drawn lies between the smallest and the largest distance. */
    @Test
    void sampledVariantHasItsOwnStream() {
        try (PointerScope scope = new PointerScope()) {
            Tensor means = gaussian(RandomStreams.derive(6, "codes"), 1, 8, 2);
            double[] values = new double[3];
            long[] seeds = {11, 11, 12};
            for (int i = 0; i < 3; i++) {
                values[i] = new FactorisedSupport(Matching.SAMPLED, 1, 1, seeds[i])
                        .ofPairs(means, new long[] {0}, new long[] {1}).item_double();
            }
            assertEquals(values[0], values[1]);
            assertTrue(values[0] != values[2], "another seed draws otherwise");
            assertTrue(values[0] >= 0 && values[0] <= 100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientsOfTotalCorrelation(TotalCorrelation estimator) {
        Tensor variances = Tensor.create(new double[] {-1, -0.5, 0, -2, -1, 0.2}, 3, 2);
        checkGradient(codes -> estimator.estimate(codes, codes.mul(new Scalar(0.7)), variances, 50));
    }

    @ParameterizedTest
    @EnumSource(names = "SAMPLED", mode = EnumSource.Mode.EXCLUDE)
    void gradientsOfFactorisedSupport(Matching matching) {
        checkGradient(codes -> new FactorisedSupport(matching, 1, 1, 0).ofPairs(codes, new long[] {0}, new long[] {1}));
    }

    @Test
    void gradientsOfMoments() {
        checkGradient(codes -> new MomentPenalty(2, 3).ofMeans(codes, 1));
        checkGradient(codes -> new MomentPenalty(2, 3).ofCodes(codes, codes.mul(codes), 1));
    }

    /** Models stacked in front of the batch give each its own penalty. */
    @Test
    void modelsInFront() {
        try (PointerScope scope = new PointerScope()) {
            RandomGenerator random = RandomStreams.derive(5, "stack");
            Tensor stacked = gaussian(random, 1, 6, 3).reshape(2, 3, 3);
            Tensor variances = gaussian(random, 0.3, 6, 3).reshape(2, 3, 3);
            for (TotalCorrelation estimator : TotalCorrelation.values()) {
                Tensor both = estimator.estimate(stacked, stacked, variances, 30);
                for (int m = 0; m < 2; m++) {
                    double alone = estimator.estimate(stacked.select(0, m), stacked.select(0, m), variances.select(0, m), 30)
                            .item_double();
                    assertEquals(alone, both.select(0, m).item_double(), 1e-12);
                }
            }
            Tensor moments = new MomentPenalty(2, 3).ofCodes(stacked, variances, 1);
            assertEquals(new MomentPenalty(2, 3).ofCodes(stacked.select(0, 1), variances.select(0, 1), 1)
                    .item_double(), moments.select(0, 1).item_double(), 1e-12);
        }
    }

    private static void checkGradient(UnaryOperator<Tensor> penalty) {
        try (PointerScope scope = new PointerScope()) {
            Tensor codes = Tensor.create(new double[] {0.3, -1.1, 0.8, 0.4, -0.6, 1.7}, 3, 2).set_requires_grad(true);
            // penalties below 100: rounding 1e-14 / 1e-5 = 1e-9, and third derivatives below 1e4
            int found = Differences.check(List.of(codes), () -> penalty.apply(codes), 6, 1e-6);
            assertTrue(found >= 2, "the penalty depends on too little");
        }
    }

    private static double support(Matching matching, double... codes) {
        try (PointerScope scope = new PointerScope()) {
            return new FactorisedSupport(matching, 1, 1, 0).ofPairs(Tensor.create(codes, codes.length / 2, 2), new long[] {0},
                    new long[] {1}).item_double();
        }
    }

    private static Tensor gaussian(RandomGenerator random, double deviation, int rows, int columns) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        return Tensor.create(values, rows, columns);
    }
}
