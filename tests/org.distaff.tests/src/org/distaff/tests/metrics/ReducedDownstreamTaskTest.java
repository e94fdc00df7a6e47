package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.downstream.ReducedDownstreamTask;
import org.junit.jupiter.api.Test;

class ReducedDownstreamTaskTest {

    @Test
    void accuraciesAreTheReferences() {
        // disentanglement_lib's reduced_downstream_task with boosted trees (Golden's versions), 300 + 200 points
        Golden golden = Golden.load("x_tasks");
        Scores scores = golden.score(new ReducedDownstreamTask(), Map.of("remove", 1));
        // ties between splits are broken by lot: 0.02 is four of 200 test points
        assertEquals(golden.number("reduced_downstream", "300:mean_test_accuracy_reduced_factor"),
                scores.values().get("reduced-factor"), 0.02);
        assertEquals(golden.number("reduced_downstream", "300:mean_test_accuracy_other_factors"),
                scores.values().get("other-factors"), 0.02);
        for (int gone = 0; gone < 4; gone++) {
            for (int k = 0; k < 4; k++) {
                assertEquals(golden.number("reduced_downstream", "300:reduced_factor_" + gone
                        + ":mean_test_accuracy_factor_" + k),
                        scores.matrices().get("test-accuracy").values()[gone][k], 0.02, gone + " " + k);
            }
        }
    }

    @Test
    void aPerfectCodeForgetsExactlyTheFactorThatWent() {
        Scores scores = Golden.load("s_identity").score(new ReducedDownstreamTask(), Map.of("remove", 1));
        double[][] accuracies = scores.matrices().get("test-accuracy").values();
        for (int k = 0; k < 4; k++) {
            for (int other = 0; other < 4; other++) {
                // the other factors are independent: chance is 1/4, 1/3, 1/5, 1/2, within three deviations of
                // √(1/4 / 500)
                assertEquals(k == other ? new double[] {1 / 4.0, 1 / 3.0, 1 / 5.0, 1 / 2.0}[k] : 1,
                        accuracies[k][other], 0.07, k + " " + other);
            }
        }
        assertEquals(scores.values().get("other-factors") - scores.values().get("reduced-factor"),
                scores.values().get("gap"));
    }

    @Test
    void ofATableTheFirstRowsTrain() {
        Golden golden = Golden.load("x_tasks");
        Map<String, Integer> few = Map.of("numTrain", 60);
        Scores scores = golden.score(new ReducedDownstreamTask(), few);
        assertEquals(60, ((Number) scores.facts().get("train-points")).intValue());
        assertEquals(Golden.score(new ReducedDownstreamTask(), few, golden.train().slice(0, 60), golden.test())
                .values(), scores.values());
    }

    @Test
    void latentsGoOneAfterAnother() {
        Scores scores = Golden.load("s_identity").score(new ReducedDownstreamTask(), Map.of("remove", 2));
        double[][] accuracies = scores.matrices().get("test-accuracy").values();
        for (int k = 0; k < 4; k++) {
            // without its own latent a factor of a perfect code has none that matters, so one of the others goes too
            int factor = k;
            long lost = java.util.stream.IntStream.range(0, 4).filter(other -> accuracies[factor][other] < 0.9).count();
            assertEquals(2, lost, "factor " + k);
            assertTrue(accuracies[k][k] < 0.6, "factor " + k); // chance is at most 1/2, three deviations 0.07
        }
    }

    @Test
    void someLatentMustBeLeft() {
        Problem problem = assertThrows(Problem.class,
                () -> Golden.load("s_identity").score(new ReducedDownstreamTask(), Map.of("remove", 4)));
        assertTrue(problem.getMessage().contains("'remove' is 4"), problem.getMessage());
    }
}
