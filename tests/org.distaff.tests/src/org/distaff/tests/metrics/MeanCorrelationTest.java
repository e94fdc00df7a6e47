package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.correlation.Assignment;
import org.distaff.metrics.correlation.MeanCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeanCorrelationTest {

    static Stream<String> cases() {
        return Golden.casesWith("mcc", "pearson", "score");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoreIsTheReferences(String name) {
        Golden golden = Golden.load(name);
        for (String correlation : new String[] {"pearson", "spearman"}) {
            Scores scores = golden.score(new MeanCorrelation(), Map.of("correlation", correlation));
            // both in double; only the order of summation differs
            assertEquals(golden.number("mcc", correlation, "score"), scores.values().get("score"), 1e-9, correlation);
            double[] kept = golden.vector("mcc", "kept_nonconstant_dims");
            double[][] expected = golden.matrix("mcc", correlation, "abs_cc");
            double[][] found = scores.matrices().get("correlation").values();
            for (int i = 0; i < expected.length; i++) {
                for (int j = 0; j < expected[i].length; j++) {
                    // the reference puts factors first
                    assertEquals(expected[i][j], found[(int) kept[j]][i], 1e-9, correlation);
                }
            }
        }
    }

    @Test
    void assignmentIsTheBestOfAll() {
        RandomGenerator random = RandomStreams.derive(5, "test");
        for (int trial = 0; trial < 50; trial++) {
            double[][] gains = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
            for (double[] row : gains) {
                Arrays.setAll(row, j -> random.nextInt(10));
            }
            int[] columns = Assignment.maximise(gains);
            double sum = 0;
            for (int i = 0; i < gains.length; i++) {
                sum += columns[i] < 0 ? 0 : gains[i][columns[i]];
            }
            // small integers add up exactly
            assertEquals(best(gains, 0, new boolean[gains[0].length]), sum);
            assertEquals(Math.min(gains.length, gains[0].length),
                    Arrays.stream(columns).filter(j -> j >= 0).distinct().count());
        }
    }

    /** Tries every matching. */
    private static double best(double[][] gains, int row, boolean[] taken) {
        if (row == gains.length) {
            return 0;
        }
        double best = gains.length > taken.length ? best(gains, row + 1, taken) : Double.NEGATIVE_INFINITY;
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.max(best, gains[row][j] + best(gains, row + 1, taken));
                taken[j] = false;
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : best;
    }

    @Test
    void surplusLatentsAndConstantsCostNothing() {
        // latent 0 is the factor, latent 1 constant, latent 2 its opposite: one factor, one match of 1
        Representation points = new Representation(Golden.space(3), 3, new double[] {0, 5, 0, 1, 5, -1, 2, 5, -2},
                new int[] {0, 1, 2});
        Scores scores = Golden.score(new MeanCorrelation(), Map.of(), points, null);
        assertEquals(1.0, scores.values().get("score"), 1e-15);
        assertTrue(scores.warnings().get(0).contains("latents: 1, factors: 0"), scores.warnings().toString());
        // nothing to match the latent with
        Scores none = Golden.score(new MeanCorrelation(), Map.of(), new Representation(Golden.space(2), 1,
                new double[] {1, 2}, new int[] {0, 0}), null);
        assertTrue(Double.isNaN(none.values().get("score")));
        assertTrue(none.warnings().get(0).contains("latents: 0, factors: 1"), none.warnings().toString());
    }

    @Test
    void ranksForgiveMonotoneMaps() {
        // e^(3y) is a monotone map of y: ranks correlate perfectly, values do not
        Representation points = new Representation(Golden.space(4), 1,
                new double[] {1, Math.exp(3), Math.exp(6), Math.exp(9)}, new int[] {0, 1, 2, 3});
        assertEquals(1.0, Golden.score(new MeanCorrelation(), Map.of("correlation", "spearman"), points, null)
                .values().get("score"), 1e-15);
        assertArrayEquals(new double[] {0.8}, new double[] {Golden.score(new MeanCorrelation(), Map.of(), points, null)
                .values().get("score")}, 0.05);
    }

    @Test
    void randomFunctionsFindWhatIsNotMonotone() {
        // the code runs evenly from −3 to 3 and the factor is its size: uncorrelated, but the square of the one is a
        // function of the other, so the largest correlation is 1; sines give squares to about 1e-8, see there
        double[] codes = new double[7];
        int[] factor = new int[7];
        for (int n = 0; n < 7; n++) {
            codes[n] = n - 3;
            factor[n] = Math.abs(n - 3);
        }
        Representation points = new Representation(Golden.space(4), 1, codes, factor);
        assertEquals(0, Golden.score(new MeanCorrelation(), Map.of(), points, null).values().get("score"), 1e-15);
        assertEquals(1, Golden.score(new MeanCorrelation(), Map.of("correlation", "rdc"), points, null).values()
                .get("score"), 1e-6);
    }

    @Test
    void randomFunctionsSeeRanksOnlyAndNothingInNoise() {
        RandomGenerator random = RandomStreams.derive(3, "test");
        int[] factor = Golden.space(5).sample(2000, random);
        double[] noise = new double[factor.length];
        Arrays.setAll(noise, n -> random.nextGaussian());
        Scores scores = Golden.score(new MeanCorrelation(), Map.of("correlation", "rdc"),
                new Representation(Golden.space(5), 1, noise, factor), null);
        // about ten functions in all, each correlated by chance with a deviation of 1/√2000: √(10 / 2000) = 0.07
        assertTrue(scores.values().get("score") < 0.15, scores.values().toString());
        Scores mapped = Golden.score(new MeanCorrelation(), Map.of("correlation", "rdc"), new Representation(
                Golden.space(5), 1, Arrays.stream(noise).map(Math::exp).toArray(), factor), null);
        assertEquals(scores.values(), mapped.values());
    }

    @Test
    void aMatchingOfTrainingPointsIsScoredOnTestPoints() {
        // among the training points latent 0 is the factor and latent 1 is not; among the test points it is the other
        // way round: latent 0 takes −1, 1, 1, −1 for 0, 1, 2, 3, which is uncorrelated
        Representation train = new Representation(Golden.space(4), 2, new double[] {0, -1, 1, 1, 2, 1, 3, -1},
                new int[] {0, 1, 2, 3});
        Representation test = new Representation(Golden.space(4), 2, new double[] {-1, 0, 1, 1, 1, 2, -1, 3},
                new int[] {0, 1, 2, 3});
        Scores scores = Golden.score(new MeanCorrelation(), Map.of("assignment", "train-points"), train, test);
        assertEquals(0, scores.values().get("score"), 1e-15);
        assertEquals(0, scores.matrices().get("matching").values()[0][0]);
        assertEquals(1, scores.matrices().get("test-correlation").values()[1][0], 1e-15);
        assertEquals(1, Golden.score(new MeanCorrelation(), Map.of(), train, test).values().get("score"), 1e-15);
    }
}
