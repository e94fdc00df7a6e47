package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Parameters;
import org.distaff.datasets.darcy.DarcyFlow;
import org.distaff.datasets.darcy.DarcyProvider;
import org.distaff.datasets.darcy.KarhunenLoeve;
import org.junit.jupiter.api.Test;

/**
 * Modes and flows against an independent NumPy computation of the same equations (dense eigensolver, least squares),
 * whose values were noted with the digits that the tolerances have.
 */
class DarcyTest {

    private static final int NODES = 65;
    private static final KarhunenLoeve MODES = KarhunenLoeve.of(NODES, 0.1, 10);

    @Test
    void theLargestEigenvalues() {
        assertArrayEquals(new double[] {214.543, 167.974, 167.974, 134.915, 118.820, 118.609, 98.543, 98.543, 79.984, 79.984},
                MODES.values(), 5e-4);
    }

    /**
     * Lanczos' method can miss one of a close pair when it stops early. The 50th and the 100th are of a dense solver
     * (NumPy 2.4, eigvalsh in each class of symmetry), which differs by up to 4e-12 relatively.
     */
    @Test
    void everyNumberOfModesFindsTheLargest() {
        double[] all = KarhunenLoeve.of(NODES, 0.1, 100).values();
        assertEquals(14.8980926861, all[49], 1e-9);
        assertEquals(5.72112292264, all[99], 1e-9);
        for (int modes = 1; modes <= 55; modes += 1 + modes / 4) {
            assertArrayEquals(Arrays.copyOf(all, modes), KarhunenLoeve.of(NODES, 0.1, modes).values(), 1e-9);
        }
    }

    /** Shares of the trace, 4225. */
    @Test
    void energyOfTheFirstModes() {
        double[] values = MODES.values();
        assertEquals(0.0905, (values[0] + values[1]) / 4225, 5e-5);
        assertEquals(0.130, (values[0] + values[1] + values[2]) / 4225, 5e-4);
        assertEquals(0.303, Arrays.stream(values).sum() / 4225, 5e-4);
    }

    /** The solver stops at 1e-11 of the largest eigenvalue; gaps of 0.2 leave vectors good to about 1e-8. */
    @Test
    void modesAreOrthonormalAndOfOneSign() {
        for (int a = 0; a < 10; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int i = 0; i < NODES * NODES; i++) {
                    product += MODES.vectors()[a][i] * MODES.vectors()[b][i];
                }
                assertEquals(a == b ? 1 : 0, product, 1e-7, a + "·" + b);
            }
        }
        assertTrue(Arrays.stream(MODES.vectors()[0]).sum() > 0);
        double[] second = MODES.vectors()[1];
        for (int x = 0; x < NODES; x++) {
            for (int y = 0; y < NODES; y++) {
                double value = second[x * NODES + y];
                assertEquals(-value, second[(NODES - 1 - x) * NODES + y], 1e-9, "antisymmetric in x");
                assertEquals(value, MODES.vectors()[2][y * NODES + x], 1e-12, "the third is the second transposed");
            }
        }
    }

    @Test
    void uniformGround() {
        double[] ones = new double[NODES * NODES];
        Arrays.fill(ones, 1);
        DarcyFlow flow = new DarcyFlow(NODES, false);
        double[] pressure = flow.pressure(ones);
        assertEquals(0.2379, Arrays.stream(pressure).max().orElseThrow(), 5e-5);
        assertEquals(-0.2379, Arrays.stream(pressure).min().orElseThrow(), 5e-5);
        assertEquals(0.0735, deviation(pressure), 5e-5);
        assertEquals(0.1184, deviation(flow.velocity(ones, pressure, true)), 5e-5);
        assertEquals(0.1184, deviation(flow.velocity(ones, pressure, false)), 5e-5);
    }

    @Test
    void groundOfTheFirstMode() {
        double[] ground = Arrays.stream(MODES.field(new double[] {1, 0})).map(Math::exp).toArray();
        assertEquals(1.038, Arrays.stream(ground).min().orElseThrow(), 5e-4);
        assertEquals(1.451, Arrays.stream(ground).max().orElseThrow(), 5e-4);
        double[] pressure = new DarcyFlow(NODES, false).pressure(ground);
        assertEquals(0.2023, Arrays.stream(pressure).max().orElseThrow(), 5e-5);
        assertEquals(-0.2023, Arrays.stream(pressure).min().orElseThrow(), 5e-5);
        assertEquals(0.0593, deviation(pressure), 5e-5);
        // finite volumes differ from the published scheme by 3 to 5 in 10,000 on such grounds; twice that is allowed
        double[] volumes = new DarcyFlow(NODES, true).pressure(ground);
        double error = 0;
        double norm = 0;
        for (int i = 0; i < volumes.length; i++) {
            error += (volumes[i] - pressure[i]) * (volumes[i] - pressure[i]);
            norm += pressure[i] * pressure[i];
        }
        assertTrue(error > 0 && Math.sqrt(error / norm) < 1e-3, "relative difference " + Math.sqrt(error / norm));
    }

    /**
     * The published equations at every node that is on no wall, on ground whose permeability spans orders of magnitude:
     * they hold but for the bordered system's multiplier, the same at all of them. Terms are up to 4e5, so that rounding
     * leaves some 1e-10.
     */
    @Test
    void roughGroundSolvesTheEquations() {
        double[] weights = new double[100];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 3 == 0 ? -4 : i % 2 == 0 ? 3 : 2;
        }
        double[] k = Arrays.stream(KarhunenLoeve.of(NODES, 0.1, 100).field(weights)).map(Math::exp).toArray();
        assertTrue(Arrays.stream(k).max().orElseThrow() / Arrays.stream(k).min().orElseThrow() > 1e4, "rough");
        double[] p = new DarcyFlow(NODES, false).pressure(k);
        double remaining = rest(k, p, 32 * NODES + 32); // no source there
        for (int x = 1; x < NODES - 1; x++) {
            for (int y = 1; y < NODES - 1; y++) {
                double source = x <= 8 && y <= 8 ? 10 : x >= 56 && y >= 56 ? -10 : 0;
                assertEquals(source + remaining, rest(k, p, x * NODES + y), 1e-8, x + ", " + y);
            }
        }
    }

    /** Equal parameters give equal bytes, another seed other fields. */
    @Test
    void fieldsComeFromTheSeed() {
        assertArrayEquals(first(3), first(3));
        assertTrue(!Arrays.equals(first(3), first(4)));
    }

    private static float[] first(int seed) {
        DarcyProvider provider = new DarcyProvider();
        Dataset dataset = provider.open(Parameters.of(provider, Map.of("fields", 2, "seed", seed)));
        FloatBuffer target = FloatBuffer.allocate(3 * NODES * NODES);
        dataset.observe(Arrays.copyOf(dataset.rows().orElseThrow(), 2), null, target);
        return target.array();
    }

    /** −K ∇²p − ∇K·∇p by central differences. */
    private static double rest(double[] k, double[] p, int node) {
        double laplacian = p[node + 1] + p[node - 1] + p[node + NODES] + p[node - NODES] - 4 * p[node];
        double slopes = (k[node + 1] - k[node - 1]) * (p[node + 1] - p[node - 1])
                + (k[node + NODES] - k[node - NODES]) * (p[node + NODES] - p[node - NODES]);
        return -(k[node] * laplacian + slopes / 4) * (NODES - 1) * (NODES - 1);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }
}
