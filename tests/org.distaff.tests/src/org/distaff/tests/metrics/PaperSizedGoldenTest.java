package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.gaussian.LatentDependence;
import org.distaff.metrics.importance.MutualInformationDisentanglement;
import org.distaff.metrics.information.MutualInformationGap;
import org.distaff.metrics.linear.ModularityExplicitness;
import org.distaff.metrics.linear.SeparatedAttributePredictability;
import org.distaff.metrics.robustness.InterventionalRobustness;
import org.junit.jupiter.api.Test;

/**
 * The usual metrics at their defaults on 10,000 and 5,000 points of dSprites' factor space, ten latents: one run of
 * disentanglement_lib 86a644d under scikit-learn 1.9.1, in {@code golden/bench10.json}.
 */
class PaperSizedGoldenTest {

    private static final Golden GOLDEN = Golden.load("bench10");

    @Test
    void informationIsTheReferences() {
        // both compute in double, only the order of summation differs
        assertScores(new MutualInformationGap(), Map.of(), 1e-9, "mig", Map.of("score", "discrete_mig"));
        assertScores(new ModularityExplicitness(), Map.of(), 1e-9, "modularity_explicitness",
                Map.of("modularity", "modularity_score"));
        assertScores(new MutualInformationDisentanglement(), Map.of(), 1e-9, "med",
                Map.of("disentanglement", "disentanglement", "completeness", "completeness"));
        assertScores(new MutualInformationDisentanglement(), Map.of("top", 2), 1e-9, "med",
                Map.of("disentanglement", "top2_disentanglement", "completeness", "top2_completeness"));
    }

    @Test
    void momentsAreTheReferences() {
        // the reference takes float32 codes' moments in double after a mean in single precision
        assertScores(new LatentDependence(), Map.of(), 1e-7, "unsupervised",
                Map.of("gaussian-total-correlation", "gaussian_total_correlation",
                        "gaussian-wasserstein-correlation", "gaussian_wasserstein_correlation",
                        "gaussian-wasserstein-correlation-norm", "gaussian_wasserstein_correlation_norm",
                        "mutual-information", "mutual_info_score"));
        // quantiles of deviations in single precision there
        assertScores(new InterventionalRobustness(), Map.of(), 1e-6, "irs", Map.of("score", "IRS"));
    }

    @Test
    void linearProbesAreNearTheReferences() {
        // the reference stops after 100 steps, we at a small gradient: areas are then within 1e-4 of the optimum's
        assertScores(new ModularityExplicitness(), Map.of(), 1e-4, "modularity_explicitness", Map.of(
                "explicitness-train", "explicitness_score_train", "explicitness-test", "explicitness_score_test"));
        // the same regressions: ten points of a thousand lie near a boundary
        assertScores(new MutualInformationDisentanglement(), Map.of(), 0.002, "med",
                Map.of("informativeness-train", "informativeness_train",
                        "informativeness-test", "informativeness_test"));
        // a gap between accuracies of solvers with different tolerances: one or two of 5,000 points
        assertScores(new SeparatedAttributePredictability(), Map.of(), 0.0005, "sap_discrete",
                Map.of("score", "SAP_score"));
    }

    private static void assertScores(Metric metric, Map<String, Object> parameters, double tolerance, String group,
            Map<String, String> names) {
        Scores scores = GOLDEN.score(metric, parameters);
        names.forEach((ours, theirs) -> assertEquals(GOLDEN.number("scores", group, theirs),
                scores.values().get(ours), tolerance, ours));
    }
}
