package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.correlation.MeanCorrelation;
import org.distaff.metrics.downstream.DownstreamTask;
import org.distaff.metrics.downstream.ReducedDownstreamTask;
import org.distaff.metrics.downstream.StrongDownstreamTask;
import org.distaff.metrics.factorvae.BetaVaeScore;
import org.distaff.metrics.factorvae.FactorVaeScore;
import org.distaff.metrics.fairness.Fairness;
import org.distaff.metrics.gaussian.LatentDependence;
import org.distaff.metrics.image.EvidenceLowerBound;
import org.distaff.metrics.image.FrechetInceptionDistance;
import org.distaff.metrics.importance.DisentanglementCompletenessInformativeness;
import org.distaff.metrics.importance.ExtendedDci;
import org.distaff.metrics.importance.MutualInformationDisentanglement;
import org.distaff.metrics.importance.UnifiedScores;
import org.distaff.metrics.information.DciMutualInformationGap;
import org.distaff.metrics.information.JointEntropyMutualInformationGap;
import org.distaff.metrics.information.MutualInformationGap;
import org.distaff.metrics.information.MutualInformationGapSupplement;
import org.distaff.metrics.linear.InfoMec;
import org.distaff.metrics.linear.ModularityExplicitness;
import org.distaff.metrics.linear.SeparatedAttributePredictability;
import org.distaff.metrics.posterior.ActiveUnits;
import org.distaff.metrics.posterior.RobustMutualInformationGap;
import org.distaff.metrics.posterior.Separability;
import org.distaff.metrics.robustness.InterventionalRobustness;
import org.distaff.metrics.support.FactorisedSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all shipped metrics have in common. */
class MetricDescriptionsTest {

    static Stream<Metric> metrics() {
        return Stream.of(new MutualInformationGap(), new FactorVaeScore(), new BetaVaeScore(),
                new ModularityExplicitness(), new DisentanglementCompletenessInformativeness(),
                new SeparatedAttributePredictability(), new InterventionalRobustness(), new LatentDependence(),
                new MutualInformationDisentanglement(), new MeanCorrelation(), new MutualInformationGapSupplement(),
                new DciMutualInformationGap(), new JointEntropyMutualInformationGap(), new InfoMec(),
                new DownstreamTask(), new UnifiedScores(), new Fairness(), new ReducedDownstreamTask(),
                new StrongDownstreamTask(), new ExtendedDci(), new RobustMutualInformationGap(), new Separability(),
                new ActiveUnits(), new EvidenceLowerBound(), new FrechetInceptionDistance(), new FactorisedSupport());
    }

    @Test
    void idsAreTheOnesStoredResultsName() {
        assertEquals(List.of("mig", "factor-vae-score", "beta-vae-score", "modularity-explicitness", "dci", "sap",
                "irs", "unsupervised", "med", "mcc", "mig-sup", "dcimig", "jemmig", "info-mec",
                "downstream", "unified", "fairness", "reduced-downstream", "strong-downstream", "dci-es", "rmig",
                "sepin", "active-units", "elbo", "fid", "fos"),
                metrics().map(m -> m.describe().id()).toList());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void describesItselfInFull(Metric metric) {
        Description description = metric.describe();
        assertFalse(description.summary().isEmpty() || description.summary().endsWith("."), description.summary());
        assertTrue(description.help().contains("\n\n"), "several paragraphs");
        assertTrue(description.help().contains("igher is better") || description.help().contains("ower means")
                || description.help().contains("ower is better"),
                "direction");
        assertFalse(description.references().isEmpty(), "paper");
        assertTrue(description.help().contains(", D]") || description.help().contains(", F]"), "shapes");
        assertTrue(description.help().contains("Cost"), "cost");
        assertTrue(description.help().matches("(?is).*(bias|overfit|overestimat|give about).*"), "estimator's bias");
        for (Parameter parameter : description.parameters()) {
            assertFalse(parameter.meaning().isEmpty(), parameter.name());
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void scoresNameVariantAndEstimator(Metric metric) {
        Scores scores = quick(metric, 1, "s_noisyperm");
        assertTrue(scores.facts().keySet().containsAll(List.of("variant", "estimator")), scores.facts().toString());
        assertTrue(scores.values().values().stream().allMatch(Double::isFinite), scores.values().toString());
        Description description = metric.describe();
        assertTrue(description.scores().isEmpty()
                || scores.values().keySet().stream().allMatch(score -> description.meaning(score).isPresent()),
                "a description that explains scores explains all: " + scores.values().keySet());
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void deadLatentsLeaveNoScoreUndefined(Metric metric) {
        // three latents are exactly zero
        assertTrue(quick(metric, 2, "s_collapsed").values().values().stream().allMatch(Double::isFinite));
    }

    /** Few votes, examples and training points where a metric takes any, so that the test is quick. */
    private static Scores quick(Metric metric, int threads, String name) {
        Map<String, ?> few = metric.describe().parameter("numEval").isPresent()
                ? Map.of("numTrain", 200, "numEval", 100)
                : metric.describe().parameter("experiments").isPresent() ? Map.of("numTrain", 50, "experiments", 1)
                : metric.describe().parameter("sizes").isPresent() ? Map.of("sizes", "50,100")
                : metric.describe().parameter("samples").isPresent() ? Map.of("samples", 50) : Map.of();
        Golden golden = Golden.load(name);
        Posterior posterior = new Posterior(golden.train(), new double[golden.train().codes().length]);
        Points points = new Points(new CodeTable(golden.train(), posterior), golden.test(), 0)
                .with(new PixelAutoencoder(golden.train().latents()));
        return metric.evaluate(new Evaluation(points, Parameters.of(metric, few), threads), Progress.NONE);
    }
}
