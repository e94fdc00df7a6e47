package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.downstream.StrongDownstreamTask;
import org.junit.jupiter.api.Test;

class StrongDownstreamTaskTest {

    @Test
    void accuraciesAreNearTheReferences() {
        // disentanglement_lib's strong_downstream_task with boosted trees, 300 + 200 points (Golden's versions)
        Golden golden = Golden.load("x_tasks");
        String block = "strong_downstream_(protocol RNG; indicative)";
        Scores scores = golden.score(new StrongDownstreamTask(),
                Map.of("numTrain", 300, "numTest", 200, "experiments", 8));
        // ties between splits: four of 200 test points
        assertEquals(golden.number(block, "300:mean_test_accuracy"), scores.values().get("accuracy"), 0.02);
        // the reference draws other factors and values to hold, which single accuracies depend on by about 0.2
        assertEquals(golden.number(block, "300:mean_strong_test_accuracy"), scores.values().get("strong-accuracy"),
                0.15);
        assertEquals(1 - scores.values().get("strong-accuracy") / scores.values().get("accuracy"),
                scores.values().get("gap"), 1e-15);
    }

    @Test
    void aPerfectCodeLosesNothing() {
        Scores scores = evaluate(new PerfectSource(3, 4, 2), 1);
        assertEquals(1.0, scores.values().get("strong-accuracy"));
        assertEquals(0.0, scores.values().get("gap"));
    }

    @Test
    void heldFactorsFollowFromTheSeed() {
        Golden golden = Golden.load("s_rot");
        Map<String, ?> few = Map.of("numTrain", 100, "numTest", 100, "experiments", 2);
        double first = golden.score(new StrongDownstreamTask(), few).values().get("strong-accuracy");
        assertEquals(first, golden.score(new StrongDownstreamTask(), few).values().get("strong-accuracy"));
        StrongDownstreamTask task = new StrongDownstreamTask();
        Scores other = task.evaluate(new Evaluation(new Points(new org.distaff.core.metric.CodeTable(golden.train()),
                golden.test(), 1), Parameters.of(task, few), 1), Progress.NONE);
        assertNotEquals(first, other.values().get("strong-accuracy"));
    }

    @Test
    void aSingleFactorLeavesNothingToHold() {
        Representation one = new Representation(Golden.space(2), 1, new double[] {0, 1, 0, 1},
                new int[] {0, 1, 0, 1});
        Scores scores = Golden.score(new StrongDownstreamTask(), Map.of(), one, one);
        assertTrue(Double.isNaN(scores.values().get("strong-accuracy")));
        assertEquals(1, scores.warnings().size());
    }

    private static Scores evaluate(PerfectSource source, long seed) {
        StrongDownstreamTask task = new StrongDownstreamTask();
        return task.evaluate(new Evaluation(new Points(source, seed),
                Parameters.of(task, Map.of("numTrain", 200, "numTest", 200)), 1), Progress.NONE);
    }
}
