package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.metric.Scores;
import org.distaff.metrics.gaussian.LatentDependence;
import org.distaff.metrics.gaussian.SymmetricEigenvalues;
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
}
