package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.correlation.MeanCorrelation;
import org.distaff.metrics.downstream.DownstreamTask;
import org.distaff.metrics.gaussian.LatentDependence;
import org.distaff.metrics.importance.DisentanglementCompletenessInformativeness;
import org.distaff.metrics.importance.MutualInformationDisentanglement;
import org.distaff.metrics.information.DciMutualInformationGap;
import org.distaff.metrics.information.EqualWidthBins;
import org.distaff.metrics.information.JointEntropyMutualInformationGap;
import org.distaff.metrics.information.MutualInformation;
import org.distaff.metrics.information.MutualInformationGap;
import org.distaff.metrics.information.MutualInformationGapSupplement;
import org.distaff.metrics.linear.InfoMec;
import org.distaff.metrics.linear.ModularityExplicitness;
import org.distaff.metrics.linear.SeparatedAttributePredictability;
import org.distaff.metrics.robustness.InterventionalRobustness;
import org.junit.jupiter.api.Test;

/** Nothing is computed twice for two metrics of one representation. */
class SharedWorkTest {

    /** Keeps what it is told. */
    private record Listener(List<String> messages) implements Progress {

        Listener() {
            this(Collections.synchronizedList(new ArrayList<>()));
        }

        @Override
        public void report(double fraction, String message) {
            messages.add(message);
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        long count(String beginning) {
            return messages.stream().filter(m -> m.startsWith(beginning)).count();
        }
    }

    private final PerfectSource source = new PerfectSource(3, 4, 2);
    private final Points points = new Points(source, 0);
    private final Listener listener = new Listener();

    private void measure(Metric metric, Map<String, ?> parameters) {
        metric.evaluate(new Evaluation(points, Parameters.of(metric, parameters), 2), listener);
    }

    @Test
    void pointsAreSampledAndEncodedOncePerPurpose() {
        for (Metric metric : List.of(new MutualInformationGap(), new ModularityExplicitness(),
                new SeparatedAttributePredictability(), new InterventionalRobustness(), new LatentDependence(),
                new MutualInformationDisentanglement(), new MeanCorrelation(), new MutualInformationGapSupplement(),
                new DciMutualInformationGap(), new JointEntropyMutualInformationGap(), new InfoMec())) {
            measure(metric, Map.of());
        }
        // the defaults of all of them: 10,000 points to learn from and 5,000 to test with
        assertEquals(List.of(5_000, 10_000), source.requests().stream().sorted().toList());
    }

    @Test
    void binsAndInformationAreOfOnePass() {
        measure(new MutualInformationGap(), Map.of());
        var train = points.train(10_000);
        EqualWidthBins bins = EqualWidthBins.of(train, 20);
        MutualInformation information = MutualInformation.of(train, 20);
        measure(new MutualInformationDisentanglement(), Map.of());
        measure(new JointEntropyMutualInformationGap(), Map.of());
        measure(new LatentDependence(), Map.of());
        assertSame(bins, EqualWidthBins.of(train, 20));
        assertSame(information, MutualInformation.of(train, 20));
    }

    @Test
    void linearProbesAreFittedOnce() {
        measure(new ModularityExplicitness(), Map.of());
        measure(new MutualInformationDisentanglement(), Map.of());
        measure(new MutualInformationDisentanglement(), Map.of("top", 2));
        // one message for each of the three factors
        assertEquals(3, listener.count("fitting linear probes"));
    }

    @Test
    void treesAreGrownOnce() {
        Map<String, Integer> few = Map.of("numTrain", 300, "numTest", 100);
        measure(new DisentanglementCompletenessInformativeness(), few);
        long grown = listener.count("boosting trees");
        measure(new DisentanglementCompletenessInformativeness(), few);
        measure(new DownstreamTask(), Map.of("sizes", "300", "numTest", 100, "predictor", "boosted-trees"));
        // a hundred stages for each of the three factors, and none later
        assertEquals(300, grown);
        assertEquals(grown, listener.count("boosting trees"));
    }
}
