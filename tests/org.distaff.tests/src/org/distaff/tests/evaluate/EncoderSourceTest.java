package org.distaff.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Representation;
import org.distaff.core.random.RandomStreams;
import org.distaff.study.evaluate.BatchEncoder;
import org.distaff.study.evaluate.EncoderSource;
import org.junit.jupiter.api.Test;

/** Codes of an encoder whose means are the pixels, so that every code can be told from its factors. */
class EncoderSourceTest {

    /** Means are (first pixel, second pixel · 10); ln σ² is the same everywhere. */
    private record PixelEncoder(ObservationShape observation, boolean hasLogVariance, float logVariance)
            implements BatchEncoder {

        @Override
        public int latents() {
            return 2;
        }

        @Override
        public void encode(FloatBuffer observations, int count, float[] mean, float[] variance) {
            assertTrue(observations.isDirect(), "engines take direct buffers without a copy");
            assertEquals(count * 2, observations.remaining());
            assertTrue(count <= 512, "chunks bound the memory, not " + count);
            for (int i = 0; i < count; i++) {
                mean[2 * i] = observations.get();
                mean[2 * i + 1] = observations.get() * 10;
            }
            if (variance != null) {
                Arrays.fill(variance, logVariance);
            }
        }
    }

    private static EncoderSource source(boolean sampled, float logVariance) {
        return new EncoderSource(new CountingDataset(), new PixelEncoder(CountingDataset.SHAPE, true, logVariance),
                sampled);
    }

    @Test
    void meansBelongToTheirFactorsAcrossChunks() {
        // 1300 points are two full chunks of 512 and a rest
        Representation points = source(false, 0).sample(1300, RandomStreams.derive(1, "test"));
        assertEquals(1300, points.points());
        for (int i = 0; i < 1300; i++) {
            assertEquals(points.factors()[2 * i], points.codes()[2 * i]);
            assertEquals(points.factors()[2 * i + 1] * 10, points.codes()[2 * i + 1]);
        }
        assertEquals(12, IntStream.range(0, 1300).map(i -> points.factors()[2 * i] * 4 + points.factors()[2 * i + 1])
                .distinct().count(), "1300 uniform points miss none of 12 combinations");
    }

    @Test
    void heldFactorsAreHeldAndTheOthersVary() {
        int[] factor = new int[200];
        int[] value = new int[200];
        for (int i = 0; i < 200; i++) {
            factor[i] = i % 2;
            value[i] = i % 3;
        }
        Representation points = source(false, 0).sampleHolding(factor, value, RandomStreams.derive(2, "test"));
        for (int i = 0; i < 200; i++) {
            assertEquals(value[i], points.factors()[2 * i + factor[i]]);
        }
        // factor b of the points that hold factor a takes all of its four values
        assertEquals(4, IntStream.range(0, 200).filter(i -> factor[i] == 0).map(i -> points.factors()[2 * i + 1])
                .distinct().count());
    }

    @Test
    void samplesSpreadAroundTheMeanAsTheVarianceSays() {
        int n = 20_000;
        Representation points = source(true, (float) Math.log(0.25)).sample(n, RandomStreams.derive(3, "test"));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double residual = points.codes()[2 * i] - points.factors()[2 * i];
            sum += residual;
            squares += residual * residual;
        }
        // σ = 0.5; the standard error of the mean is 0.0035, that of the variance 0.25 · √(2/n) = 0.0025; five of each
        assertEquals(0, sum / n, 0.018);
        assertEquals(0.25, squares / n, 0.0125);
    }

    @Test
    void equalSeedsGiveEqualCodesWhateverElseRuns() {
        double[] alone = source(true, 0).sample(700, RandomStreams.derive(4, "test")).codes();
        EncoderSource shared = source(true, 0);
        // callers of one source take turns with its buffer; none may see another's observations
        CompletableFuture<?>[] runs = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.runAsync(() ->
                assertArrayEquals(alone, shared.sample(700, RandomStreams.derive(4, "test")).codes())))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(runs).join();
    }

    @Test
    void encodersThatDoNotFitAreRefusedAtOnce() {
        Problem deterministic = assertThrows(Problem.class, () -> new EncoderSource(new CountingDataset(),
                new PixelEncoder(CountingDataset.SHAPE, false, 0), true));
        assertEquals(ExitCode.INPUT, deterministic.exitCode());
        assertTrue(deterministic.getMessage().contains("'mean'"), deterministic.getMessage());
        Problem shape = assertThrows(Problem.class, () -> new EncoderSource(new CountingDataset(),
                new PixelEncoder(new ObservationShape(1, 64, 64), true, 0), false));
        assertTrue(shape.getMessage().contains("64×64×1") && shape.getMessage().contains("1×2×1"), shape.getMessage());
    }

    @Test
    void codesThatAreNoNumbersAreNamed() {
        Problem problem = assertThrows(Problem.class, () -> source(true, Float.NaN).sample(5,
                RandomStreams.derive(5, "test")));
        assertTrue(problem.getMessage().startsWith("The encoder gives NaN as ln σ² of latent z0 for observation 0"),
                problem.getMessage());
    }
}
