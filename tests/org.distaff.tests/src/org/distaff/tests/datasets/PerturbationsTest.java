package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.perturbations.PerturbationsProvider;
import org.junit.jupiter.api.Test;

/**
 * Moments of the simulated counts: in closed form where there is one, else as an independent NumPy computation of the
 * published simulator found them over several seeds.
 */
class PerturbationsTest {

    private static final int GENES = 100;
    private static final int FACTORS = 16;
    private static final Cells PUBLISHED = Cells.of(Map.of());

    /** All cells of a data set. */
    private record Cells(int[] rows, float[] counts) {

        static Cells of(Map<String, Object> parameters) {
            Dataset dataset = open(parameters);
            int[] rows = dataset.rows().orElseThrow();
            FloatBuffer target = FloatBuffer.allocate(rows.length / dataset.factors().count() * GENES);
            dataset.observe(rows, RandomStreams.derive(0, "unused"), target);
            return new Cells(rows, target.array());
        }

        int number() {
            return counts.length / GENES;
        }

        double[] libraries() {
            return IntStream.range(0, number()).mapToDouble(cell -> IntStream.range(0, GENES)
                    .mapToDouble(g -> counts[cell * GENES + g]).sum()).toArray();
        }

        double gene(int g) {
            return IntStream.range(0, number()).mapToDouble(cell -> counts[cell * GENES + g]).sum();
        }
    }

    private static Dataset open(Map<String, Object> parameters) {
        PerturbationsProvider provider = new PerturbationsProvider();
        return provider.open(Parameters.of(provider, parameters));
    }

    /** A gene's total is Poisson(10⁶): five standard deviations of 1,000. */
    @Test
    void everyGeneHasAMillionCounts() {
        assertEquals(25_000, PUBLISHED.number());
        for (int g = 0; g < GENES; g++) {
            assertEquals(1e6, PUBLISHED.gene(g), 5e3, "gene " + g);
        }
    }

    /** 10⁶ / 25,000 cells = 40 a count, times 100 genes = 4,000 a cell; the mean of 2.5 million has a deviation of 0.004. */
    @Test
    void countsAreFortyOnAverageAndHardlyEverZero() {
        assertEquals(4000, Arrays.stream(PUBLISHED.libraries()).average().orElseThrow(), 2);
        // NumPy: 0.6 to 1.5 zeros in 1,000 counts
        long zeros = IntStream.range(0, PUBLISHED.counts.length).filter(i -> PUBLISHED.counts[i] == 0).count();
        assertTrue(zeros < 0.002 * PUBLISHED.counts.length, zeros + " zeros");
    }

    /**
     * Library sizes' deviation over their mean. NumPy over 200 seeds, 40 cells each: 0.1894 with a deviation of 0.0312
     * between seeds, since the decoder makes the difference; four deviations of a mean over 20 seeds.
     */
    @Test
    void librariesVaryAsPublished() {
        double variation = IntStream.range(0, 20).mapToDouble(seed -> {
            double[] libraries = Cells.of(Map.of("cells", 40, "geneDepth", 160_000, "seed", seed)).libraries();
            double mean = Arrays.stream(libraries).average().orElseThrow();
            return deviation(libraries, mean) / mean;
        }).average().orElseThrow();
        assertEquals(0.1894, variation, 0.028);
    }

    /**
     * With 15 latents 1, 2 or 3 draws with replacement hit 1, 2 − 1/15 and 3 − 3/15 + 1/15² of them, 1.9126 on average;
     * their number has a deviation of 0.8, and its mean over 5,000 perturbations one of 0.011: four of them.
     */
    @Test
    void perturbationsTargetOneToThreeLatents() {
        int[] rows = open(Map.of("perturbations", 5000, "cells", 1, "genes", 1, "factors", "targets")).rows().orElseThrow();
        int[] targets = IntStream.range(0, 5000).map(a -> Arrays.stream(rows, a * FACTORS + 1, (a + 1) * FACTORS).sum())
                .toArray();
        assertEquals((1 + (2 - 1 / 15.0) + (3 - 3 / 15.0 + 1 / 225.0)) / 3, Arrays.stream(targets).average().orElseThrow(),
                0.045);
        assertEquals(1, Arrays.stream(targets).min().orElseThrow());
        assertEquals(3, Arrays.stream(targets).max().orElseThrow());
    }

    /** Least squares from log(1 + counts) to the latents; NumPy over 12 seeds: a mean R² from 0.828 to 0.856. */
    @Test
    void latentsAreAlmostLinearInTheLogarithmsOfCounts() {
        double[][] inputs = new double[PUBLISHED.number()][GENES + 1];
        double[][] outputs = new double[PUBLISHED.number()][FACTORS - 1];
        for (int n = 0; n < inputs.length; n++) {
            inputs[n][GENES] = 1;
            for (int g = 0; g < GENES; g++) {
                inputs[n][g] = Math.log1p(PUBLISHED.counts[n * GENES + g]);
            }
            for (int j = 0; j < FACTORS - 1; j++) {
                outputs[n][j] = PUBLISHED.rows[n * FACTORS + 1 + j];
            }
        }
        assertEquals(0.84, LeastSquares.determination(inputs, outputs), 0.03);
    }

    @Test
    void cellsNormalisedOverTheirGenesHaveOneDepth() {
        double[] even = small(Map.of()).libraries();
        double mean = Arrays.stream(even).average().orElseThrow();
        assertEquals(4000, mean, 5, "Poisson: five deviations of 63 / √4,000");
        assertEquals(Math.sqrt(4000), deviation(even, mean), 3.6, "five deviations of 63 / √8,000");
        double[] spread = small(Map.of("librarySpread", 0.4)).libraries();
        double[] logs = Arrays.stream(spread).map(Math::log).toArray();
        assertEquals(0.4, deviation(logs, Arrays.stream(logs).average().orElseThrow()), 0.023,
                "log-normal: five deviations of 0.4 / √8,000; Poisson noise adds 0.0003");
        assertEquals(4000, Arrays.stream(spread).average().orElseThrow(), 132, "five deviations of 4,000 · 0.417 / √4,000");
    }

    /** Nothing but the average cell's transcripts: every cell has the same mean m, Poisson or of variance m + m²/θ. */
    @Test
    void ambientCountsAndOverdispersion() {
        Cells poisson = small(Map.of("ambient", 1.0));
        double mean = poisson.gene(0) / poisson.number();
        double variance = Math.pow(deviation(gene(poisson), mean), 2);
        assertEquals(mean, variance, 0.112 * mean, "five deviations, √(2 / 4,000) of it each");
        Cells spread = small(Map.of("ambient", 1.0, "dispersion", 5.0));
        double theirs = spread.gene(0) / spread.number();
        assertEquals(mean, theirs, 0.05 * mean, "five deviations of √(mean + mean² / 5) / √4,000, 1 % at a mean of 10");
        double wide = Math.pow(deviation(gene(spread), theirs), 2);
        assertEquals(mean + mean * mean / 5, wide, 0.15 * wide, "five deviations, √((2 + 6 / 5) / 4,000) of it each");
    }

    private static Cells small(Map<String, Object> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("cells", 40);
        parameters.put("normalisation", "per-cell");
        return Cells.of(parameters);
    }

    private static double[] gene(Cells cells) {
        return IntStream.range(0, cells.number()).mapToDouble(n -> cells.counts[n * GENES]).toArray();
    }

    @Test
    void aPathwaySharesItsTargets() {
        int[] rows = open(Map.of("pathway", 20, "cells", 1, "factors", "targets")).rows().orElseThrow();
        for (int a = 0; a < 100; a++) {
            int first = a - a % 20;
            assertEquals(0, Arrays.compare(rows, a * FACTORS + 1, (a + 1) * FACTORS, rows, first * FACTORS + 1,
                    (first + 1) * FACTORS), "perturbation " + a);
        }
        // two pathways with equal targets would be a chance of less than 1 in 15 each, ten pairs of them all equal never
        assertTrue(IntStream.range(1, 5).anyMatch(g -> Arrays.compare(rows, 1, FACTORS, rows, 20 * g * FACTORS + 1,
                (20 * g + 1) * FACTORS) != 0));
    }

    @Test
    void heldOutPerturbationsAreTheLastOnesWithTheSameCells() {
        Cells train = Cells.of(Map.of("split", "train"));
        Cells held = Cells.of(Map.of("split", "held-out"));
        assertEquals(20_000, train.number());
        assertEquals(5000, held.number());
        assertEquals(80, held.rows[0]);
        assertArrayEquals(PUBLISHED.counts, joined(train.counts, held.counts));
        assertThrows(Problem.class, () -> open(Map.of("split", "train", "perturbations", 20)));
    }

    @Test
    void cellsComeFromTheSeed() {
        assertEquals(ObservationKind.COUNTS, open(Map.of()).kind());
        assertArrayEquals(PUBLISHED.counts, Cells.of(Map.of()).counts);
        assertFalse(Arrays.equals(PUBLISHED.counts, Cells.of(Map.of("seed", 1)).counts));
        assertFalse(open(Map.of()).digest().equals(open(Map.of("seed", 1)).digest()));
    }

    private static double deviation(double[] values, double mean) {
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
