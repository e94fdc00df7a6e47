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
        assertTrue(scores.warnings().get(0).contains("1 constant latents"), scores.warnings().toString());
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
}
