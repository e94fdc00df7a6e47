package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.correlation.MeanCorrelation;
import org.distaff.metrics.importance.DisentanglementCompletenessInformativeness;
import org.distaff.metrics.information.MutualInformationGap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scores without a published reference value, against numbers recomputed for this test: random forests by scikit-learn
 * 1.2.1, gaps and dependence coefficients by formulas in numpy. The files {@code golden/x_forest.json},
 * {@code golden/x_gaps.json} and {@code golden/x_rdc.json} say how.
 */
class RecomputedGoldenTest {

    @ParameterizedTest
    @ValueSource(strings = {"s_tanhmix", "s_noisyperm"})
    void forestsImportancesLieWithinTheSpreadOfTheirSeeds(String name) {
        Golden expected = Golden.load("x_forest");
        Scores scores = Golden.load(name).score(new DisentanglementCompletenessInformativeness(),
                Map.of("estimator", "random-forest", "trees", 100));
        double[][] importance = scores.matrices().get("importance").values();
        double[][] means = expected.matrix(name, "importance_mean");
        double[][] deviations = expected.matrix(name, "importance_sd");
        for (int d = 0; d < means.length; d++) {
            for (int k = 0; k < means[d].length; k++) {
                // one more seed of the same estimator: 5 deviations, 0.005 more because 20 seeds know them to ±16 %
                assertEquals(means[d][k], importance[d][k], 5 * deviations[d][k] + 0.005,
                        "latent " + d + ", factor " + k);
            }
        }
        double accuracy = Arrays.stream(expected.vector(name, "accuracy_mean")).average().orElseThrow();
        assertEquals(accuracy, scores.values().get("informativeness-test"), 0.01,
                "a mean over four factors, each with a deviation below 0.01 over seeds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s_tanhmix", "s_noisyperm", "s_rot"})
    void dependenceCoefficientsLieWithinTheSpreadOfTheirSeeds(String name) {
        Golden expected = Golden.load("x_rdc");
        // the correlations of all 1,000 training points
        Scores scores = Golden.score(new MeanCorrelation(), Map.of("correlation", "rdc"), Golden.load(name).train(),
                null);
        double[][] means = expected.matrix(name, "mean");
        double[][] deviations = expected.matrix(name, "sd");
        for (int d = 0; d < means.length; d++) {
            for (int k = 0; k < means[d].length; k++) {
                // one more seed: 5 deviations; 0.003 for the functions that one basis keeps and the other leaves out
                assertEquals(means[d][k], scores.matrices().get("correlation").values()[d][k],
                        5 * deviations[d][k] + 0.003, "latent " + d + ", factor " + k);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s_tanhmix", "s_noisyperm", "d_vaelike"})
    void dentsGapIsTheRecomputedOne(String name) {
        Golden expected = Golden.load("x_gaps");
        Scores scores = Golden.load(name).score(new MutualInformationGap(), Map.of("variant", "dent"));
        // both compute in double, only the order of summation differs
        assertEquals(expected.number("dent", name, "score"), scores.values().get("score"), 1e-9);
        assertArrayEquals(expected.vector("dent", name, "gaps"), scores.matrices().get("factors").values()[1], 1e-9);
    }

    @Test
    void chensInformationIsThatOfTheMixtures() {
        Golden expected = Golden.load("x_gaps");
        Golden posteriors = Golden.load("x_jemmig_sampling");
        double[] logVariances = Arrays.stream(posteriors.arrays().get("z_stddev").values()).map(s -> 2 * Math.log(s))
                .toArray();
        Representation means = new Representation(Golden.space(4, 3, 5, 2), 6,
                posteriors.arrays().get("z_mean").values(),
                Arrays.stream(posteriors.arrays().get("y").values()).mapToInt(y -> (int) y).toArray());
        int samples = 20_000;
        MutualInformationGap metric = new MutualInformationGap();
        Scores scores = metric.evaluate(new Evaluation(
                new Points(new CodeTable(means, new Posterior(means, logVariances)), null, 0),
                Parameters.of(metric, Map.of("variant", "chen", "samples", samples)), 1), Progress.NONE);
        double[][] information = scores.matrices().get("mutual-information").values();
        double[][] integrals = expected.matrix("chen", "information");
        double[][] deviations = expected.matrix("chen", "deviation_of_one_sample");
        for (int d = 0; d < integrals.length; d++) {
            for (int k = 0; k < integrals[d].length; k++) {
                // the mean of so many independent samples: 5 standard errors
                assertEquals(integrals[d][k], information[d][k], 5 * deviations[d][k] / Math.sqrt(samples),
                        "latent " + d + ", factor " + k);
            }
        }
        // two informations of at most 0.78 / √20,000 each, divided by at least ln 2
        assertArrayEquals(expected.vector("chen", "gaps"), scores.matrices().get("factors").values()[1], 0.03);
    }
}
