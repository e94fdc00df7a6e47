package org.distaff.tests.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.study.evaluate.Assignments;
import org.distaff.study.evaluate.Evaluator;
import org.distaff.study.evaluate.MetricRequest;
import org.distaff.study.evaluate.MetricSelection;
import org.junit.jupiter.api.Test;

/** Metrics over shared points, chosen and parameterised in words. */
class EvaluatorTest {

    private record Measure(String id, Function<Evaluation, Scores> verb) implements Metric {

        @Override
        public Description describe() {
            return Description.of(id, id).parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("bins"));
        }

        @Override
        public Scores evaluate(Evaluation evaluation, Progress progress) {
            return verb.apply(evaluation);
        }
    }

    private static Points points() {
        FactorSpace space = new FactorSpace(List.of(new Factor("a", 2, FactorKind.NOMINAL)));
        return new Points(new CodeTable(new Representation(space, 1, new double[] {1, 2, 3}, new int[] {0, 1, 0})),
                null, 0);
    }

    private static Map<String, Scores> evaluate(Metric... metrics) {
        Map<String, Scores> results = new java.util.LinkedHashMap<>();
        Evaluator.evaluate(Stream.of(metrics).map(m -> new MetricRequest(m, Parameters.defaults(m))).toList(),
                points(), 1, Progress.NONE, results::put);
        return results;
    }

    @Test
    void metricsRunInOrderOverTheSamePoints() {
        List<Representation> seen = new ArrayList<>();
        Function<Evaluation, Scores> looks = evaluation -> {
            seen.add(evaluation.points().train(10));
            return Scores.of("score", 1);
        };
        Map<String, Scores> results = evaluate(new Measure("b", looks), new Measure("a", looks));
        assertEquals(List.of("b", "a"), List.copyOf(results.keySet()));
        assertSame(seen.get(0), seen.get(1));
    }

    @Test
    void undefinedValuesAreKeptAndGetAWarningIfTheyHaveNone() {
        Map<String, Scores> results = evaluate(new Measure("silent", e -> Scores.of("score", Double.NaN)),
                new Measure("telling", e -> Scores.of("score", Double.NaN).warning("a dead latent")));
        assertEquals(Double.NaN, results.get("silent").values().get("score"));
        assertEquals(List.of("silent.score is undefined for these points."), results.get("silent").warnings());
        assertEquals(List.of("a dead latent"), results.get("telling").warnings());
    }

    @Test
    void theCaveatIsToldOnceByTheFirstMetricItConcerns() {
        Map<String, Scores> results = evaluate(
                new Measure("whole", e -> Scores.of("n", e.points().all(9).points())),
                new Measure("first", e -> Scores.of("n", e.points().train(9).points())),
                new Measure("second", e -> Scores.of("n", e.points().test(9).points())));
        assertEquals(3.0, results.get("whole").values().get("n"));
        assertEquals(2.0, results.get("first").values().get("n")); // ⌈3 · 2/3⌉
        assertEquals(1.0, results.get("second").values().get("n"));
        assertTrue(results.get("whole").warnings().isEmpty(), "all points were used, nothing was split");
        assertEquals(1, results.get("first").warnings().size());
        assertTrue(results.get("second").warnings().isEmpty(), "once is enough");
    }

    @Test
    void problemsNameTheMetricAndKeepTheirExitCode() {
        for (Problem problem : List.of(Problem.input("Too few points."), Problem.never("Too few points."),
                Problem.failed("Too few points.", null))) {
            Problem told = assertThrows(Problem.class, () -> evaluate(new Measure("sap", e -> {
                throw problem;
            })));
            assertEquals("Metric 'sap': Too few points.", told.getMessage());
            assertEquals(problem.exitCode(), told.exitCode());
        }
    }

    @Test
    void aSentenceThatNamesTheMetricStays() {
        for (String sentence : List.of("sap: 'bins' is 1; take more.", "The metric 'sap' needs two points.")) {
            assertEquals(sentence, assertThrows(Problem.class, () -> evaluate(new Measure("sap", e -> {
                throw Problem.input(sentence);
            }))).getMessage());
        }
    }

    @Test
    void aMetricThatFailsCostsOnlyItself() {
        Map<String, Scores> results = new java.util.LinkedHashMap<>();
        List<MetricRequest> requests = Stream.of(new Measure("sap", e -> {
            throw Problem.input("Too few points.");
        }), new Measure("mig", e -> Scores.of("score", 1)), new Measure("irs", e -> {
            throw Problem.failed("No room.", null);
        })).map(m -> new MetricRequest(m, Parameters.defaults(m))).toList();
        Problem told = assertThrows(Problem.class,
                () -> Evaluator.evaluate(requests, points(), 1, Progress.NONE, results::put));
        assertEquals("Metric 'sap': Too few points. Metric 'irs': No room.", told.getMessage());
        assertEquals(ExitCode.INPUT, told.exitCode());
        assertEquals(java.util.Set.of("mig"), results.keySet());
    }

    @Test
    void crashesNameTheMetricAndCancellingIsNoCrash() {
        Problem told = assertThrows(Problem.class, () -> evaluate(new Measure("sap", e -> {
            throw new ArithmeticException("/ by zero");
        })));
        assertEquals(ExitCode.FAILED, told.exitCode());
        assertTrue(told.getMessage().contains("'sap'") && told.getMessage().contains("/ by zero"), told.getMessage());
        assertThrows(Cancelled.class, () -> evaluate(new Measure("sap", e -> {
            throw new Cancelled();
        })));
    }

    private static Contributions installed(String... ids) {
        List<Metric> metrics = new ArrayList<>();
        for (String id : ids) {
            metrics.add(new Measure(id, e -> Scores.of("score", 0)));
        }
        return new Contributions(List.of(), List.of(), metrics, List.of(), List.of());
    }

    private static List<String> ids(String selection, Contributions contributions) {
        return MetricSelection.parse(selection, Assignments.NONE, contributions).stream()
                .map(r -> r.metric().describe().id()).toList();
    }

    @Test
    void selectionsInWords() {
        Contributions five = installed("dci", "factor-vae-score", "mig", "modularity-explicitness", "sap");
        assertEquals(List.of("mig", "dci"), ids("mig, dci", five));
        assertEquals(List.of("mig"), ids("mig,mig", five));
        assertEquals(List.of("mig", "dci", "factor-vae-score", "modularity-explicitness"), ids("default", five));
        assertEquals(5, ids("all", five).size());
        assertEquals(List.of("sap", "mig", "dci", "factor-vae-score", "modularity-explicitness"),
                ids("sap,default", five));
        assertEquals(List.of("mig"), ids("default", installed("mig")));
        assertEquals("There is no metric 'mgi'. Did you mean 'mig'?",
                assertThrows(Problem.class, () -> ids("mgi", five)).getMessage());
        assertThrows(Problem.class, () -> ids("all", installed()));
    }

    @Test
    void assignmentsReachTheirMetric() {
        Contributions two = installed("dci", "mig");
        Assignments assignments = Assignments.parse(List.of("mig.bins=7", "dci.bins=9,sprites.resolution=32"));
        List<MetricRequest> requests = MetricSelection.parse("mig,dci", assignments, two);
        assertEquals(7, requests.get(0).parameters().integer("bins"));
        assertEquals(9, requests.get(1).parameters().integer("bins"));
        assertEquals(Map.of("resolution", "32"), assignments.of("sprites"));
        assertEquals("metric 'mig' has no parameter 'bin'. Did you mean 'bins'?", assertThrows(Problem.class,
                () -> MetricSelection.parse("mig", Assignments.parse(List.of("mig.bin=7")), two)).getMessage());
    }

    @Test
    void assignmentsKeepCommasInsideAValue() {
        assertEquals("1,2", Assignments.parse(List.of("a.list=1,2,b.x=3")).of("a").get("list"));
        assertEquals("3", Assignments.parse(List.of("a.list=1,2,b.x=3")).of("b").get("x"));
    }

    @Test
    void textsThatAreNoAssignmentAreRefused() {
        assertEquals("--parameters: 'bins=20' is no assignment; write ID.PARAMETER=VALUE, as in mig.bins=20.",
                assertThrows(Problem.class, () -> Assignments.parse(List.of("bins=20"))).getMessage());
        assertEquals("--parameters gives 'mig.bins' twice, '1' and '2'; give it once.",
                assertThrows(Problem.class, () -> Assignments.parse(List.of("mig.bins=1", "mig.bins=2"))).getMessage());
        Problem stray = assertThrows(Problem.class,
                () -> Assignments.parse(List.of("mgi.bins=1")).requireOnly(List.of("mig")));
        assertFalse(stray.getMessage().isEmpty());
        assertTrue(stray.getMessage().endsWith("Did you mean 'mig'?"), stray.getMessage());
    }
}
