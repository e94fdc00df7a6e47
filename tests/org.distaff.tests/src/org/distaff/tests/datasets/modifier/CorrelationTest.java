package org.distaff.tests.datasets.modifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.modifier.Correlation;
import org.distaff.datasets.sprites.SpritesProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws against the closed form of the joint distribution. */
class CorrelationTest {

    private static final int DRAWS = 200_000;

    private static Dataset correlated(String pairs, double sigma) {
        return Modified.modify(new Correlation(), new Modified(), Map.of("pairs", pairs, "sigma", sigma));
    }

    /** exp(−(c₁ − c₂)²/2σ²) for values scaled to [0, 1]. */
    private static double weight(double first, double second, double sigma) {
        return Math.exp(-(first - second) * (first - second) / (2 * sigma * sigma));
    }

    /**
     * Pearson's statistic Σ (n − e)²/e over the cells with e ≥ 5 (the rest pooled) has mean and variance close to its
     * degrees of freedom f and 2f; f + 5 √(2f) is passed by chance about once in a million.
     */
    private static void assertFollows(int[] counts, Dataset dataset, ToDoubleFunction<int[]> weight) {
        double[] weights = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            weights[i] = weight.applyAsDouble(dataset.factors().row(i));
        }
        double sum = Arrays.stream(weights).sum();
        int draws = Arrays.stream(counts).sum();
        double statistic = 0;
        double pooledExpected = 0;
        double pooled = 0;
        int cells = -1;
        for (int i = 0; i < counts.length; i++) {
            double expected = draws * weights[i] / sum;
            if (expected >= 5) {
                statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
                cells++;
            } else {
                pooledExpected += expected;
                pooled += counts[i];
            }
        }
        assertTrue(cells > 5, "a test of few cells shows nothing");
        assertTrue(statistic < cells + 5 * Math.sqrt(2.0 * cells), "χ² " + statistic + " of " + cells);
        assertEquals(pooledExpected, pooled, 5 * Math.sqrt(pooledExpected) + 5, "rare combinations");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.04, 0.1, 0.2, 0.4})
    void onePairFollowsItsWeights(double sigma) {
        Dataset dataset = correlated("a-c", sigma);
        assertFollows(Modified.counts(dataset, DRAWS), dataset, r -> weight(r[0] / 3.0, r[2] / 4.0, sigma));
    }

    @Test
    void pairsMultiplyAndConfoundersTakeEveryFactor() {
        Dataset chain = correlated("a-c, b-c", 0.4);
        assertFollows(Modified.counts(chain, DRAWS), chain,
                r -> weight(r[0] / 3.0, r[2] / 4.0, 0.4) * weight(r[1] / 2.0, r[2] / 4.0, 0.4));
        Dataset confounder = correlated("b-*", 0.2);
        assertFollows(Modified.counts(confounder, DRAWS), confounder, r -> weight(r[1] / 2.0, r[0] / 3.0, 0.2)
                * weight(r[1] / 2.0, r[2] / 4.0, 0.2) * weight(r[1] / 2.0, 0, 0.2));
        Dataset inverted = correlated("a-!c", 0.2);
        assertFollows(Modified.counts(inverted, DRAWS), inverted, r -> weight(r[0] / 3.0, 1 - r[2] / 4.0, 0.2));
    }

    @Test
    void testRowsStayUniformAndObservationsAsTheyAre() {
        Dataset dataset = correlated("a-c", 0.1);
        int[] rows = Dataset.sample(dataset, DRAWS, RandomStreams.derive(0, "test"));
        assertFollows(Modified.count(dataset, rows), dataset, r -> 1);
        assertArrayEquals(Modified.observe(new Modified(), 0, 2, 1, 0, 0), Modified.observe(dataset, 0, 2, 1, 0, 0));
    }

    @Test
    void listedRowsAreWeighted() {
        int[] listed = {0, 0, 0, 0, 3, 0, 0, 0, 3, 0, 4, 0, 3, 0, 4, 0, 1, 2, 1, 0, 0, 1, 4, 0};
        Dataset original = new Modified(new ObservationShape(1, 1, 1), Optional.of(listed));
        Dataset dataset = Modified.modify(new Correlation(), original, Map.of("pairs", "a-c", "sigma", 0.4));
        int[] counts = Modified.counts(dataset, DRAWS);
        double[] weights = {1, weight(1, 0, 0.4), 2, weight(1 / 3.0, 0.25, 0.4), weight(0, 1, 0.4)};
        long[] index = {0, original.factors().index(new int[] {3, 0, 0, 0}), original.factors().index(
                new int[] {3, 0, 4, 0}), original.factors().index(new int[] {1, 2, 1, 0}),
                original.factors().index(new int[] {0, 1, 4, 0})};
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            double expected = DRAWS * weights[i] / sum; // binomial: five standard deviations
            assertEquals(expected, counts[(int) index[i]], 5 * Math.sqrt(expected), "row " + i);
        }
    }

    @Test
    void partnersFollowTheWeightsAndDifferInOneFactor() {
        Dataset dataset = correlated("a-c", 0.04); // far from the diagonal e⁻³¹²: practically never
        int[] rows = dataset.training().draw(2000, RandomStreams.derive(1, "rows"));
        int[] partners = dataset.training().partners(rows, RandomStreams.derive(1, "partners"));
        for (int i = 0; i < rows.length; i += 4) {
            int differing = 0;
            for (int k = 0; k < 4; k++) {
                differing += rows[i + k] == partners[i + k] ? 0 : 1;
            }
            assertEquals(1, differing);
        }
    }

    /** The largest published setting: dSprites' shape with every other factor, 737,280 coupled combinations. */
    @Test
    void aConfounderOfSpritesHasTheRightMarginals() {
        SpritesProvider provider = new SpritesProvider();
        Dataset dataset = Modified.modify(new Correlation(), provider.open(Parameters.defaults(provider)),
                Map.of("pairs", "shape-*", "sigma", 0.2));
        int[] rows = dataset.training().draw(50_000, RandomStreams.derive(3, "rows"));
        double[] normal = new double[3];
        int[] sizes = {6, 40, 32, 32};
        for (int shape = 0; shape < 3; shape++) {
            normal[shape] = 1; // Π over the others of Σ of their weights
            for (int size : sizes) {
                double sum = 0;
                for (int v = 0; v < size; v++) {
                    sum += weight(shape / 2.0, v / (size - 1.0), 0.2);
                }
                normal[shape] *= sum;
            }
        }
        double total = Arrays.stream(normal).sum();
        int[] counts = new int[3];
        for (int i = 0; i < rows.length; i += 5) {
            counts[rows[i]]++;
        }
        for (int shape = 0; shape < 3; shape++) {
            double expected = 50_000 * normal[shape] / total;
            assertEquals(expected, counts[shape], 5 * Math.sqrt(expected));
        }
    }

    @Test
    void wrongPairsAreProblems() {
        assertEquals("The data set has no factor 'e', only a, b, c, d. Did you mean 'a'?",
                assertThrows(Problem.class, () -> correlated("a-e", 0.1)).getMessage());
        assertEquals("'a' is no pair of factors; write it as in 'shape-scale' or 'shape-*'.",
                assertThrows(Problem.class, () -> correlated("a", 0.1)).getMessage());
        assertEquals("The factor 'a' cannot be correlated with itself; name two factors.",
                assertThrows(Problem.class, () -> correlated("a-a", 0.1)).getMessage());
    }
}
