package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.distaff.core.data.Dataset;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.datasets.modifier.Correlation;
import org.distaff.datasets.modifier.Labels;
import org.distaff.datasets.modifier.Noise;
import org.distaff.datasets.sprites.SpritesProvider;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.Planner;
import org.distaff.study.report.CsvTable;
import org.distaff.study.run.RunListener;
import org.distaff.study.run.RunOptions;
import org.distaff.study.run.StudyRunner;
import org.distaff.study.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modifiers on their way through a study: file, plan, run, store, tables. */
class ModifiedDatasetTest {

    private static final String STUDY = """
            study: test
            datasets:
              - sprites
              - { id: sprites, correlation: { pairs: shape-scale }, noise: { amount: 0.5 } }
              - { id: sprites, noise: { amount: 0.5 }, correlation: { pairs: shape-scale } }
            models: [ { id: fake, training: { steps: 10 } } ]
            seeds: [ 3 ]
            metrics: [ mig ]
            """;

    private static Contributions contributions() {
        Contributions fakes = Fakes.contributions();
        return new Contributions(List.of(new SpritesProvider()),
                List.of(new Correlation(), new Labels(), new Noise()), fakes.models(), fakes.metrics(), List.of(),
                List.of(), List.of());
    }

    @Test
    void modifiersApplyInTheOrderOfTheFile() {
        Study study = StudyFile.read(STUDY, contributions()).study().orElseThrow();
        assertEquals(List.of(), study.datasets().get(0).modifiers());
        assertEquals(List.of(new Study.ModifierEntry("correlation", Map.of("pairs", "shape-scale", "sigma", 0.1)),
                new Study.ModifierEntry("noise", Map.of("kind", "gaussian", "amount", 0.5))),
                study.datasets().get(1).modifiers(), "with their defaults");
        Dataset changed = study.datasets().get(1).open(contributions());
        assertEquals("sprites/1/64 + correlation/1{pairs=shape-scale, sigma=0.1} + noise/1{amount=0.5, kind=gaussian}",
                changed.digest());
    }

    @Test
    void modifiersArePartOfACellsIdentity() {
        List<Cell> cells = plan();
        assertEquals(3, cells.stream().map(Cell::id).distinct().count(), "the order counts too");
        assertEquals("fake beta=4.0 latents=10 on sprites resolution=64 variant=plain + correlation "
                + "pairs=shape-scale sigma=0.1 + noise amount=0.5 kind=gaussian, seed 3", cells.get(1).label());
        assertEquals("fake on sprites + correlation pairs=shape-scale + noise amount=0.5, seed 3",
                cells.get(1).label(contributions()));
    }

    /** SHA-256 of the canonical description, from Python's hashlib over json.dumps with sorted keys. */
    @Test
    void cellsWithoutModifiersKeepTheirOldIds() {
        Cell plain = new Cell("data", Map.of(), "data/1", "fake", "1", Map.of("beta", 4.0), Map.of("steps", 10L), 0);
        assertEquals("6bbd9c9a317cccf3b115eb7a41fe990c3f23751e9a7fda5fedf3b880dddfc2f6", plain.id());
        Cell changed = new Cell("data", Map.of(), List.of(new Study.ModifierEntry("correlation",
                Map.of("pairs", "a-b", "sigma", 0.1))), "data/1", "fake", "1", Map.of("beta", 4.0),
                Map.of("steps", 10L), 0);
        assertEquals("17b92978d31006ea5096de2a753a7de4d9fab46c645df2dd5ba37e44573b87de", changed.id());
    }

    @Test
    void storesAndTablesKeepModifiers(@TempDir Path folder) {
        Store store = Store.open(folder);
        Study study = StudyFile.read(STUDY, contributions()).study().orElseThrow();
        StudyRunner.run(study, store, new RunOptions("cpu", 1, 1, 1, null), contributions(), new RunListener() {
        }, Progress.NONE, Fakes.MEASURER);
        assertEquals(plan().stream().map(Cell::id).sorted().toList(),
                store.cells().stream().map(c -> c.cell().id()).sorted().toList());
        assertEquals(List.copyOf(plan()).stream().map(Cell::modifiers).map(List::size).sorted().toList(),
                store.cells().stream().map(c -> c.cell().modifiers().size()).sorted().toList());
        ResultTable table = ResultTable.of(store.cells(), ResultTable.Grouping.DATASET);
        assertEquals(List.of("dataset", "modifiers", "n"),
                table.columns().stream().filter(c -> !c.score()).map(ResultTable.Column::id).toList());
        assertEquals(3, table.rows().size(), "differently changed data sets are not averaged");
        String csv = CsvTable.of(store.cells());
        assertTrue(csv.lines().findFirst().orElseThrow().contains(
                "modifier.correlation,modifier.correlation.pairs,modifier.correlation.sigma,modifier.noise,"), csv);
        assertNotEquals(-1, csv.indexOf(",1,shape-scale,0.1,2,0.5,gaussian,"), csv);
    }

    @Test
    void wrongModifiersAreToldWhereTheyAre() {
        assertProblem(4, 20, "an entry has no 'corelation'. Did you mean 'correlation'?", "correlation: { pairs",
                "corelation: { pairs");
        assertProblem(4, 35, "'correlation' has no 'pears'. Did you mean 'pairs'?", "pairs: shape-scale }, n",
                "pears: shape-scale }, n");
        assertProblem(4, 33, "The data set has no factor 'scael', only shape, scale, orientation, x, y. "
                + "Did you mean 'scale'?", "shape-scale }, n", "shape-scael }, n");
        assertProblem(4, 33, "'correlation' needs 'pairs' (pairs of factors, as in 'shape-scale, x-y', 'shape-*' or "
                + "'shape-!scale').", "{ pairs: shape-scale }, n", "{ sigma: 0.2 }, n");
        assertProblem(5, 59, "'correlation' must stand before 'labels', which would be undone otherwise; change their "
                + "order.", "noise: { amount: 0.5 }, correlation", "labels: { number: 100 },  correlation");
    }

    private static List<Cell> plan() {
        return Planner.plan(StudyFile.read(STUDY, contributions()).study().orElseThrow(), contributions());
    }

    private static void assertProblem(int line, int column, String message, String right, String wrong) {
        StudyFile.Reading reading = StudyFile.read(STUDY.replace(right, wrong), contributions());
        assertTrue(reading.problems().stream()
                .anyMatch(p -> p.line() == line && p.column() == column && p.message().equals(message)),
                () -> reading.problems().toString());
    }
}
