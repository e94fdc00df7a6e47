package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.downstream.DownstreamTask;
import org.distaff.metrics.linear.CrossValidatedRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DownstreamTaskTest {

    static Stream<String> cases() {
        return Golden.casesWith("downstream", "gbt_n100");
    }

    static Stream<String> regressions() {
        return Golden.casesWith("downstream", "lr_cv_n1000");
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void regressionsAreTheReferencesForEveryFactor(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new DownstreamTask(), Map.of("sizes", "1000", "predictor", "logistic-regression"));
        // solvers that stop after 100 steps: 0.02 is ten of 500 test points
        assertArrayEquals(golden.vector("downstream", "lr_cv_n1000", "test_per_factor"),
                scores.matrices().get("test-accuracy").values()[0], 0.02);
        assertArrayEquals(golden.vector("downstream", "lr_cv_n1000", "train_per_factor"),
                scores.matrices().get("train-accuracy").values()[0], 0.02);
        double[] summary = {golden.number("downstream", "lr_cv_n1000", "mean_train"),
            golden.number("downstream", "lr_cv_n1000", "mean_test"),
            golden.number("downstream", "lr_cv_n1000", "min_test")};
        assertArrayEquals(summary, scores.matrices().get("summary").values()[0], 0.02);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void accuraciesAreTheReferences(String name) {
        Golden golden = Golden.load(name);
        Scores scores = golden.score(new DownstreamTask(), Map.of("sizes", "100,1000"));
        for (int size : new int[] {100, 1000}) {
            // solvers that stop after 100 steps, and folds that lack classes, make a choice of penalty uncertain; 0.02
            // is ten of 500 test points
            assertEquals(golden.number("downstream", "lr_cv_n" + size, "mean_test"),
                    scores.values().get("logistic-regression-" + size), 0.02, size + " points, regression");
            // ties between splits, which are many among 100 points
            assertEquals(golden.number("downstream", "gbt_n" + size, "mean_test"),
                    scores.values().get("boosted-trees-" + size), 0.03, size + " points, trees");
            int row = size == 100 ? 2 : 3;
            assertEquals(golden.number("downstream", "gbt_n" + size, "mean_train"),
                    scores.matrices().get("summary").values()[row][0], 0.01, "trees learn nearly all points by heart");
        }
        assertEquals(scores.values().get("boosted-trees-100") / scores.values().get("boosted-trees-1000"),
                scores.values().get("boosted-trees-efficiency-100"), 1e-15);
    }

    @Test
    void sizesBeyondTheTableAreLeftOutWithASentence() {
        Scores scores = Golden.load("s_identity").score(new DownstreamTask(),
                Map.of("sizes", "10,5000", "predictor", "logistic-regression"));
        assertEquals(java.util.Set.of("logistic-regression-10"), scores.values().keySet());
        assertTrue(scores.warnings().stream().anyMatch(w -> w.contains("5000")), scores.warnings().toString());
    }

    @Test
    void foldsThatLackValuesAreSaid() {
        // by hand: with two points in each of five folds, the value of points 0 and 1 is missing from the first fit
        int[] truth = {1, 1, 0, 2, 0, 2, 0, 2, 0, 2};
        assertTrue(CrossValidatedRegression.foldsLackClasses(truth));
        assertFalse(CrossValidatedRegression.foldsLackClasses(new int[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1}));
        Representation points = new Representation(Golden.space(3), 1,
                Arrays.stream(truth).asDoubleStream().toArray(), truth);
        Scores scores = Golden.score(new DownstreamTask(), Map.of("sizes", "10"), points, points);
        assertTrue(scores.warnings().get(0).contains("values of factor0"), scores.warnings().toString());
    }

    @Test
    void sizesMustAscend() {
        Problem problem = assertThrows(Problem.class,
                () -> Golden.load("s_identity").score(new DownstreamTask(), Map.of("sizes", "100,10")));
        assertTrue(problem.getMessage().contains("ascending"), problem.getMessage());
    }
}
