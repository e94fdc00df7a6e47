package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.distaff.core.progress.Progress;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.Planner;
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

/** Cells that are trained side by side are still cells: claimed, published and failed one by one. */
class SideBySideTest {

    /** Six cells for each number of latents; the fake model takes up to four together. */
    private static final String STUDY = """
            study: test
            datasets: [ data ]
            models: [ { id: fake, grid: { beta: [1, 4], latents: [2, 3] }, training: { steps: 10 } } ]
            seeds: 0..2
            metrics: [ mig ]
            """;
    private static final int CELLS = 12;

    @TempDir
    private Path folder;
    private final List<String> sentences = new ArrayList<>();

    @BeforeEach
    void reset() {
        Fakes.TRAININGS.set(0);
        Fakes.GROUPS.clear();
    }

    private static Study study(String text) {
        return StudyFile.read(text, Fakes.together()).study().orElseThrow();
    }

    private RunSummary run(Study study, int together, Progress progress) {
        RunOptions options = new RunOptions("cpu", 1, together, 1, 1, null);
        return StudyRunner.run(study, Store.open(folder), options, Fakes.together(), new RunListener() {
            @Override
            public void arranged(String sentence) {
                sentences.add(sentence);
            }
        }, progress, Fakes.MEASURER);
    }

    private static List<Integer> groups() {
        return Fakes.GROUPS.stream().sorted().toList();
    }

    @Test
    void cellsOfOneKeyAreTrainedTogetherUpToTheModelsLimit() throws IOException {
        assertEquals(CELLS, run(study(STUDY), 0, Progress.NONE).finished());
        assertEquals(List.of(2, 2, 4, 4), groups(), "six cells of either key, four at most");
        assertEquals(List.of("12 cells are trained side by side in 4 groups of up to 4."), sentences);
        Set<String> companies = new TreeSet<>();
        for (StoredCell cell : Store.open(folder).cells()) {
            String company = Files.readString(cell.folder().resolve("company.txt"));
            assertTrue((" " + company + " ").contains(" " + cell.cell().modelParameters().get("beta") + "/"
                    + cell.cell().seed() + " "), company);
            assertEquals((long) company.split(" ").length, cell.provenance().get("trainedTogether"));
            companies.add(cell.cell().modelParameters().get("latents") + ": " + company);
        }
        assertEquals(4, companies.size());
    }

    @Test
    void theUserMayWantMoreOrNone() {
        run(study(STUDY), 6, Progress.NONE);
        assertEquals(List.of(6, 6), groups());
        Fakes.GROUPS.clear();
        run(study(STUDY.replace("0..2", "5..6")), 1, Progress.NONE);
        assertEquals(List.of(), groups());
        assertEquals("Every cell is trained by itself.", sentences.get(1));
    }

    @Test
    void oneThatFailsLeavesTheOthersAlone() {
        RunSummary summary = run(study(STUDY.replace("beta: [1, 4]", "beta: [1, 14]")), 6, Progress.NONE);
        assertEquals(CELLS - 2, summary.finished(), "β 14 fails with seed 2, for either number of latents");
        assertEquals(Set.of("Seed 2 brings bad luck."), Set.copyOf(summary.failures().values()));
        assertEquals(Set.of(2L), Set.copyOf(summary.failures().keySet().stream().map(Cell::seed).toList()));
        assertEquals(2, Store.open(folder).failures().size());
    }

    @Test
    void whatAnotherRunWorksOnIsLeftOutOfTheGroup() throws IOException {
        List<Cell> cells = Planner.plan(study(STUDY), Fakes.together());
        try (Workplace held = Store.open(folder).claim(cells.get(0)).orElseThrow()) {
            RunSummary summary = run(study(STUDY), 6, Progress.NONE);
            assertEquals(CELLS - 1, summary.finished());
            assertFalse(summary.complete());
            assertEquals(List.of(5, 6), groups());
        }
        RunSummary rest = run(study(STUDY), 6, Progress.NONE);
        assertEquals(1, rest.finished());
        assertTrue(rest.complete());
    }

    @Test
    void aFinishedCellOfAGroupIsNotTrainedAgain() {
        run(study(STUDY.replace("seeds: 0..2", "seeds: [1]")), 6, Progress.NONE);
        assertEquals(4, Fakes.TRAININGS.get());
        run(study(STUDY), 6, Progress.NONE);
        assertEquals(CELLS, Fakes.TRAININGS.get());
        // further scores are added to finished cells one by one
        run(study(STUDY.replace("[ mig ]", "[ mig, dci ]")), 6, Progress.NONE);
        assertEquals(CELLS, Fakes.TRAININGS.get());
        assertTrue(Store.open(folder).cells().stream().allMatch(c -> c.scores().containsKey("dci.score")));
    }

    @Test
    void cancellingEndsTheGroupAndLeavesNoLock() {
        Progress cancelled = new Progress() {
            private int asked;

            @Override
            public void report(double fraction, String message) {
                // nobody looks
            }

            @Override
            public synchronized boolean cancelled() {
                return ++asked > 3;
            }
        };
        assertFalse(run(study(STUDY), 6, cancelled).complete());
        RunSummary again = run(study(STUDY), 6, Progress.NONE);
        assertTrue(again.complete());
        assertEquals(CELLS, Store.open(folder).cells().size());
    }
}
