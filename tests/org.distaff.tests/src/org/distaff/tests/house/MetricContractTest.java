package org.distaff.tests.house;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.ExtensionContributions;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every contributed metric owes its users, whatever table it is given. */
class MetricContractTest {

    static Stream<Metric> metrics() {
        return ExtensionContributions.read(RegistryFactory.getRegistry()).contributions().metrics().stream();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void everyScoreHasAMeaningAndLiesInItsRange(Metric metric) {
        Optional<Scores> scores = measured(metric, MetricTables.ordinary());
        assertFalse(metric.describe().scores().isEmpty(), metric.describe().id());
        scores.ifPresent(found -> found.values().forEach((name, value) -> {
            String score = metric.describe().id() + "." + name;
            ScoreMeaning meaning = metric.describe().meaning(name).orElseThrow(() -> new AssertionError(score));
            assertFalse(meaning.meaning().isBlank() || meaning.meaning().endsWith("."), score);
            // a rounding error beyond a bound is none of the range's business
            assertTrue(Double.isNaN(value) || value >= meaning.minimum() - 1e-9 && value <= meaning.maximum() + 1e-9,
                    score + " = " + value + " outside " + meaning.range());
        }));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void factsTellVariantEstimatorAndSampleSizes(Metric metric) {
        measured(metric, MetricTables.ordinary()).filter(MetricContractTest::defined).ifPresent(scores -> {
            Map<String, Object> facts = scores.facts();
            assertTrue(facts.containsKey("variant") && facts.containsKey("estimator"), facts.toString());
            assertTrue(facts.keySet().stream().anyMatch(key -> key.matches("(.*-)?(points|votes|examples)|sizes")),
                    facts.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void strangeTablesGiveScoresOrOneSentence(Metric metric) {
        assertAll(MetricTables.strange().entrySet().stream().map(table -> (Executable) () -> {
            String what = metric.describe().id() + " of " + table.getKey();
            try {
                measured(metric, table.getValue()).ifPresent(scores -> scores.values().forEach((name, value) ->
                        assertTrue(Double.isFinite(value) || !scores.warnings().isEmpty(),
                                what + ": " + name + " is " + value + " without a warning")));
            } catch (RuntimeException e) {
                throw new AssertionError(what, e);
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void codesThatAreNoNumbersAreRefused(Metric metric) {
        // what is undefined without a trained model does not look at codes
        assumeTrue(measured(metric, MetricTables.ordinary()).filter(MetricContractTest::defined).isPresent());
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            Representation table = MetricTables.ordinary();
            double[] codes = table.codes().clone();
            codes[7] = bad;
            Problem problem = assertThrows(Problem.class, () -> MetricTables.measure(metric,
                    new Representation(table.space(), table.latents(), codes, table.factors())));
            assertEquals(ExitCode.INPUT, problem.exitCode(), problem.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void progressGoesForwardsFromNothingToAll(Metric metric) {
        List<Double> told = new ArrayList<>(); // by one thread, which alone keeps an order
        try {
            MetricTables.measure(metric, MetricTables.ordinary(), 1, new Progress() {
                @Override
                public void report(double fraction, String message) {
                    told.add(fraction);
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            });
        } catch (Problem problem) {
            assumeTrue(false, problem.getMessage()); // refuses the table, which strangeTables… looks at
        }
        for (int i = 0; i < told.size(); i++) {
            // sums of shares may lack their last bit
            assertTrue(told.get(i) >= (i == 0 ? 0 : told.get(i - 1)) - 1e-12 && told.get(i) <= 1 + 1e-12,
                    metric.describe().id() + " told " + told);
        }
    }

    /** Whether there is any number, which some metrics have for trained models only. */
    private static boolean defined(Scores scores) {
        return scores.values().values().stream().anyMatch(Double::isFinite);
    }

    /** The scores, or nothing when the metric refuses the table in one sentence. */
    private static Optional<Scores> measured(Metric metric, Representation table) {
        try {
            return Optional.of(MetricTables.measure(metric, table));
        } catch (Problem problem) {
            assertEquals(ExitCode.INPUT, problem.exitCode(), problem.getMessage());
            assertTrue(problem.getMessage().endsWith("."), problem.getMessage());
            return Optional.empty();
        }
    }
}
