package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.gaussian.LatentDependence;
import org.distaff.metrics.gaussian.SymmetricEigenvalues;
import org.distaff.metrics.information.Contingency;
import org.distaff.metrics.information.EqualWidthBins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatentDependenceTest {

    static Stream<String> cases() {
        return Arrays.stream(Golden.CASES);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresAreTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new LatentDependence(), Map.of());
        double[] variances = golden.vector("f64", "unsupervised", "cov_diag");
        for (int d = 0; d < variances.length; d++) {
            // only the order of summation differs
            assertEquals(variances[d], scores.matrices().get("covariance").values()[d][d], 1e-9);
        }
        double total = golden.number("f64", "unsupervised", "gaussian_total_correlation");
        if (Double.isNaN(total)) {
            // constant latents: undefined there, the other latents' total correlation here
            assertTrue(Double.isFinite(scores.values().get("gaussian-total-correlation")));
            assertTrue(scores.warnings().get(0).contains("Constant"), scores.warnings().toString());
        } else if (Double.isInfinite(total)) {
            assertEquals(total, scores.values().get("gaussian-total-correlation"));
        } else {
            // nearly singular covariances lose digits in both, so the tolerance is relative
            assertEquals(total, scores.values().get("gaussian-total-correlation"), 1e-9 * Math.max(1, total));
        }
        // both in double, with different decompositions
        assertEquals(golden.number("f64", "unsupervised", "gaussian_wasserstein_correlation"),
                scores.values().get("gaussian-wasserstein-correlation"), 1e-7);
        assertEquals(golden.number("f64", "unsupervised", "gaussian_wasserstein_correlation_norm"),
                scores.values().get("gaussian-wasserstein-correlation-norm"), 1e-7);
        assertEquals(golden.number("f64", "unsupervised", "mutual_info_score"),
                scores.values().get("mutual-information"), 1e-9);
    }

    @Test
    void twoCorrelatedLatentsAgreeWithClosedForms() {
        // correlation r: total correlation −½ ln(1 − r²); eigenvalues of the product are 1 ± r
        double[][] covariance = {{1, 0.6}, {0.6, 1}};
        assertEquals(-0.5 * Math.log(1 - 0.36), LatentDependence.totalCorrelation(covariance), 1e-14);
        assertEquals(4 - 2 * (Math.sqrt(1.6) + Math.sqrt(0.4)), LatentDependence.wassersteinCorrelation(covariance),
                1e-14);
        assertEquals(Double.POSITIVE_INFINITY, LatentDependence.totalCorrelation(new double[][] {{1, 1}, {1, 1}}));
        // a constant third latent changes nothing
        assertEquals(-0.5 * Math.log(1 - 0.36),
                LatentDependence.totalCorrelation(new double[][] {{1, 0.6, 0}, {0.6, 1, 0}, {0, 0, 0}}), 1e-14);
    }

    @Test
    void eigenvaluesAgreeWithHandCalculation() {
        // (2 1; 1 2) has 1 and 3
        double[] values = SymmetricEigenvalues.of(new double[][] {{2, 1}, {1, 2}});
        Arrays.sort(values);
        assertArrayEquals(new double[] {1, 3}, values, 1e-14);
    }

    @Test
    void eigenvaluesOfManyShapesAreExact() {
        // −1, 2, −1 on three diagonals: 2 − 2 cos(jπ / (n + 1))
        int n = 40;
        double[][] second = new double[n][n];
        for (int i = 0; i < n; i++) {
            second[i][i] = 2;
            second[i][Math.max(0, i - 1)] += i > 0 ? -1 : 0;
            second[i][Math.min(n - 1, i + 1)] += i < n - 1 ? -1 : 0;
        }
        double[] values = SymmetricEigenvalues.of(second);
        Arrays.sort(values);
        for (int j = 1; j <= n; j++) {
            assertEquals(2 - 2 * Math.cos(j * Math.PI / (n + 1)), values[j - 1], 1e-13, "rounding of 40 steps");
        }
        // all entries 1: n once, and 0
        double[][] ones = new double[n][n];
        Arrays.stream(ones).forEach(row -> Arrays.fill(row, 1));
        values = SymmetricEigenvalues.of(ones);
        Arrays.sort(values);
        assertEquals(n, values[n - 1], 1e-12);
        assertArrayEquals(new double[n - 1], Arrays.copyOf(values, n - 1), 1e-12);
        // a matrix of many parts and sizes: the diagonal itself
        double[] diagonal = {0, 1e-9, 3, 3, -7e8};
        double[][] apart = new double[5][5];
        Arrays.setAll(apart, i -> {
            double[] row = new double[5];
            row[i] = diagonal[i];
            return row;
        });
        assertArrayEquals(diagonal, SymmetricEigenvalues.of(apart), 0);
        assertEquals(0, SymmetricEigenvalues.of(new double[0][0]).length);
    }

    @Test
    void manyLatentsAreSharedOutInBlocksOfSmallLabels() {
        // 100 latents: several blocks of rows, the last one not full
        int latents = 100;
        java.util.random.RandomGenerator random = org.distaff.core.random.RandomStreams.derive(0, "wide");
        Representation wide = new Representation(Golden.space(2), latents,
                random.doubles(200L * latents).toArray(), random.ints(200, 0, 2).toArray());
        List<String> messages = Collections.synchronizedList(new ArrayList<>());
        double[][] alone = information(wide, 1, Progress.NONE);
        double[][] together = information(wide.slice(0, 200), 3, new Progress() {
            @Override
            public void report(double fraction, String message) {
                messages.add(message);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertArrayEquals(alone, together);
        short[][] labels = EqualWidthBins.of(wide, 20).labels();
        // one pair apart from the blocks
        assertEquals(new Contingency(labels[99], 20, labels[37], 20).mutualInformation(), alone[99][37]);
        assertTrue(messages.contains("mutual information of latents: 100 of 100"), messages.toString());
    }

    private static double[][] information(Representation points, int threads, Progress progress) {
        return new LatentDependence().evaluate(new Evaluation(new Points(new CodeTable(points), null, 0),
                Parameters.defaults(new LatentDependence()), threads), progress).matrices().get("mutual-information")
                .values();
    }

    @Test
    void singlePointIsUndefinedWithASentence() {
        Representation point = new Representation(Golden.space(2), 2, new double[] {1, 2}, new int[] {0});
        Scores scores = Golden.score(new LatentDependence(), Map.of(), point, null);
        assertTrue(Double.isNaN(scores.values().get("gaussian-wasserstein-correlation")));
        assertTrue(scores.warnings().stream().anyMatch(w -> w.contains("single point")), scores.warnings().toString());
    }

    @Test
    void eigenvaluesKeepTraceAndSquares() {
        int n = 60;
        java.util.random.RandomGenerator random = org.distaff.core.random.RandomStreams.derive(1, "eigenvalues");
        double[][] a = new double[n][n];
        double trace = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextGaussian();
                a[j][i] = a[i][j];
                squares += (i == j ? 1 : 2) * a[i][j] * a[i][j];
            }
            trace += a[i][i];
        }
        double[] values = SymmetricEigenvalues.of(a);
        assertEquals(trace, Arrays.stream(values).sum(), 1e-11, "rounding of 60 values of about 10");
        assertEquals(squares, Arrays.stream(values).map(v -> v * v).sum(), 1e-10);
    }
}
