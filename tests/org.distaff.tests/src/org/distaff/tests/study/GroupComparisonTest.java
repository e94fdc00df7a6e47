package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.distaff.core.progress.Progress;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.file.StudyProblem;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.Planner;
import org.distaff.study.run.GroupMeasurer;
import org.distaff.study.run.RunListener;
import org.distaff.study.run.RunOptions;
import org.distaff.study.run.RunSummary;
import org.distaff.study.run.StudyRunner;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.Workplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons among the cells of one setting, from the study file to the table. */
class GroupComparisonTest {

    private static final String STUDY = """
            study: test
            datasets: [ data ]
            models: [ { id: fake, grid: { beta: [1, 4] }, training: { steps: 10 } } ]
            seeds: 0..3
            metrics: [ mig, spread ]
            """;
    private static final RunOptions ALONE = new RunOptions("cpu", 2, 1, 1, null);

    @TempDir
    private Path folder;

    @BeforeEach
    void reset() {
        Fakes.TRAININGS.set(0);
        Fakes.COMPARISONS.set(0);
    }

    private static Study study(String text) {
        return StudyFile.read(text, Fakes.comparing()).study().orElseThrow();
    }

    private static RunSummary run(String text, Store store, RunOptions options) {
        return StudyRunner.run(study(text), store, options, Fakes.comparing(), new RunListener() {
        }, Progress.NONE, Fakes.MEASURER, Fakes.GROUP_MEASURER);
    }

    private Store store() {
        return Store.open(folder);
    }

    /** The peers that were told with a cell's "spread", in order. */
    private static Object peers(Store store, StoredCell cell) {
        return store.facts(cell, "spread", "1", Map.of("points", 10L)).orElseThrow().get("peers");
    }

    @Test
    void everyCellGetsTheScoresOfItsGroup() {
        Store store = store();
        assertEquals(new RunSummary(8, 0, 8, Map.of(), true), run(STUDY, store, ALONE));
        assertEquals(2, Fakes.COMPARISONS.get(), "one for each beta");
        for (StoredCell cell : store.cells()) {
            assertEquals(4, cell.scores().get("spread.score"), "four seeds");
            assertEquals(3, cell.scores().get("mig.score"), "what was measured before stays");
            List<String> expected = store.cells().stream().map(StoredCell::cell)
                    .filter(c -> c.modelParameters().equals(cell.cell().modelParameters()))
                    .sorted((a, b) -> Long.compare(a.seed(), b.seed())).map(Cell::id).toList();
            assertEquals(expected, peers(store, cell));
        }
        List<StoredCell> shown = Planner.plan(study(STUDY), Fakes.comparing()).stream()
                .map(cell -> store.find(cell, study(STUDY)).orElseThrow()).toList();
        ResultTable table = ResultTable.of(shown, ResultTable.Grouping.SETTING);
        assertTrue(table.columns().stream().anyMatch(c -> c.label().equals("spread.score")),
                table.columns().toString());
    }

    @Test
    void runningAgainComparesNothing() {
        run(STUDY, store(), ALONE);
        assertEquals(new RunSummary(8, 8, 0, Map.of(), true), run(STUDY, store(), ALONE));
        assertEquals(2, Fakes.COMPARISONS.get());
    }

    @Test
    void onlyGroupsWithOtherPeersAreComparedAgain() {
        run(STUDY, store(), ALONE);
        run(STUDY.replace("[1, 4]", "[1, 4, 9]"), store(), ALONE);
        assertEquals(3, Fakes.COMPARISONS.get(), "the new setting alone");
        run(STUDY.replace("0..3", "0..4"), store(), ALONE);
        assertEquals(5, Fakes.COMPARISONS.get(), "both settings have a fifth cell");
        assertEquals(5, store().cells().stream().filter(c -> c.scores().get("spread.score") == 5
                && c.cell().modelParameters().get("beta").equals(1.0)).count());
    }

    @Test
    void otherParametersAreAnotherComparison() {
        run(STUDY, store(), ALONE);
        run(STUDY.replace("spread ]", "{ id: spread, parameters: { points: 20 } } ]"), store(), ALONE);
        assertEquals(4, Fakes.COMPARISONS.get());
        assertEquals(8, Fakes.TRAININGS.get(), "nothing is trained for it");
    }

    @Test
    void aCellAloneIsUndefinedAndNoFailure() {
        Store store = store();
        RunSummary summary = run(STUDY.replace("0..3", "[7]"), store, ALONE);
        assertEquals(List.of(), summary.comparisonFailures());
        assertTrue(summary.complete());
        assertEquals(0, Fakes.COMPARISONS.get(), "there is nothing to compare");
        for (StoredCell cell : store.cells()) {
            assertTrue(cell.scores().get("spread.score").isNaN());
            assertTrue(cell.warnings().get("spread").get(0).contains("only one finished cell"),
                    cell.warnings().toString());
            assertEquals(List.of(cell.cell().id()), peers(store, cell));
        }
        run(STUDY.replace("0..3", "[7, 8]"), store, ALONE);
        assertTrue(store.cells().stream().allMatch(c -> c.scores().get("spread.score") == 2));
    }

    @Test
    void aFailedCellIsNobodysPeer() {
        Store store = store();
        String unlucky = STUDY.replace("[1, 4]", "[14]");
        RunSummary summary = run(unlucky, store, ALONE);
        assertEquals(1, summary.failures().size());
        assertEquals(List.of(3.0, 3.0, 3.0), store.cells().stream().map(c -> c.scores().get("spread.score")).toList());
        run(unlucky, store, ALONE);
        assertEquals(1, Fakes.COMPARISONS.get(), "the cell failed again, its group is the same");
        assertEquals(0, run(STUDY.replace("[1, 4]", "[13]"), store, ALONE).comparisonFailures().size());
        assertEquals(1, Fakes.COMPARISONS.get(), "a group without cells");
    }

    @Test
    void aFailingComparisonFailsNoCellAndIsTold() {
        Store store = store();
        List<String> heard = new ArrayList<>();
        Study study = study(STUDY.replace("spread ]", "broken, spread ]"));
        for (int attempt = 1; attempt <= 2; attempt++) {
            heard.clear();
            RunSummary summary = StudyRunner.run(study, store, ALONE, Fakes.comparing(), new RunListener() {
                @Override
                public void comparisonFailed(String sentence) {
                    heard.add(sentence);
                }
            }, Progress.NONE, Fakes.MEASURER, Fakes.GROUP_MEASURER);
            assertEquals(Map.of(), summary.failures());
            assertEquals(2, summary.comparisonFailures().size(), "both groups, and again in the second run");
            assertEquals(heard, summary.comparisonFailures());
            assertTrue(heard.get(0).contains("broken") && heard.get(0).endsWith("It is broken."), heard.get(0));
            assertTrue(store.cells().stream().allMatch(c -> c.scores().get("spread.score") == 4));
            assertTrue(store.failures().isEmpty());
        }
    }

    @Test
    void modelsThatCannotBeOpenedAreToldWithTheirFile() {
        RunSummary summary = StudyRunner.run(study(STUDY), store(), ALONE, Fakes.comparing(), new RunListener() {
        }, Progress.NONE, Fakes.MEASURER, GroupMeasurer.ONNX);
        assertEquals(8, summary.finished());
        assertEquals(2, summary.comparisonFailures().size());
        assertTrue(summary.comparisonFailures().get(0).contains("encoder.onnx"),
                summary.comparisonFailures().toString());
    }

    @Test
    void shardsOfOneStoreCompareWhatIsFinished() {
        for (int shard = 1; shard <= 3; shard++) {
            Store store = store();
            RunSummary summary = run(STUDY, store, new RunOptions("cpu", 1, shard, 3, null));
            assertTrue(summary.complete());
            Map<Object, List<StoredCell>> groups = store.cells().stream()
                    .collect(Collectors.groupingBy(c -> c.cell().modelParameters()));
            groups.values().forEach(group -> assertTrue(group.stream()
                    .allMatch(c -> c.scores().containsKey("spread.score") == (group.size() == 4)), group.toString()));
        }
        assertEquals(2, Fakes.COMPARISONS.get());
        assertEquals(8, store().cells().size());
        run(STUDY, store(), ALONE);
        assertEquals(2, Fakes.COMPARISONS.get(), "nothing is left for the run that completes them");
    }

    @Test
    void aSpentTimeBudgetLeavesComparisonsToTheNextRun() {
        run(STUDY.replace(", spread", ""), store(), ALONE);
        RunSummary late = run(STUDY, store(), new RunOptions("cpu", 1, 1, 1, Duration.ZERO));
        assertFalse(late.complete());
        assertEquals(8, late.reused());
        assertEquals(0, Fakes.COMPARISONS.get());
        assertTrue(run(STUDY, store(), ALONE).complete());
        assertEquals(2, Fakes.COMPARISONS.get());
    }

    @Test
    void cellsThatAnotherRunWorksOnAreLeftToIt() {
        Store store = store();
        run(STUDY.replace(", spread", ""), store, ALONE);
        Cell busy = store.cells().get(0).cell();
        Optional<Workplace> held = Store.open(folder).claim(busy);
        try (Workplace workplace = held.orElseThrow()) {
            assertFalse(run(STUDY, store, ALONE).complete(), "come back later");
            assertEquals(1, Fakes.COMPARISONS.get(), "the other setting alone");
            assertTrue(run(STUDY, store, new RunOptions("cpu", 1, 1, 2, null)).complete(), "other shards are expected");
        }
        assertTrue(run(STUDY, store, ALONE).complete());
        assertEquals(2, Fakes.COMPARISONS.get());
        assertTrue(store.cells().stream().allMatch(c -> c.scores().get("spread.score") == 4));
    }

    @Test
    void aComparisonStandsAmongTheMetrics() {
        Study study = study(STUDY.replace("[ mig, spread ]", "[ { id: spread, parameters: { points: 7 } }, all ]"));
        assertEquals(List.of("spread", "mig", "dci", "broken"), study.metrics().stream().map(m -> m.id()).toList());
        assertEquals(Map.of("points", 7L), study.metrics().get(0).parameters());
        assertEquals(List.of("mig", "dci"), study(STUDY.replace("[ mig, spread ]", "[ default ]")).metrics().stream()
                .map(m -> m.id()).toList(), "the default measures single models");
        assertTrue(problem("spraed").contains("'spread'"), problem("spraed"));
        assertTrue(problem("{ id: spread, parameters: { pionts: 7 } }").contains("'points'"));
        assertTrue(problem("{ id: spread, parameters: { points: 0 } }").contains("1 to 1000"));
    }

    private static String problem(String metric) {
        List<StudyProblem> problems = StudyFile.read(STUDY.replace("spread", metric), Fakes.comparing()).problems();
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0).message();
    }
}
