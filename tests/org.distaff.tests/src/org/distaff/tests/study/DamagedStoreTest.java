package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.plan.Cell;
import org.distaff.study.run.RunListener;
import org.distaff.study.run.RunOptions;
import org.distaff.study.run.RunSummary;
import org.distaff.study.run.StudyRunner;
import org.distaff.study.store.MeasuredScores;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.Workplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Stores that others wrote to, damaged, or filled with what was never theirs. */
class DamagedStoreTest {

    private static final String STUDY = """
            study: test
            datasets: [ data ]
            models: [ { id: fake, training: { steps: 10 } } ]
            seeds: [ 3 ]
            metrics: [ mig, dci ]
            """;

    private static final String SPICE = "0123456789-.eE{}[]\",:ntf\\\0\u00ff";

    @TempDir
    private Path folder;

    private static Study study(String text) {
        return StudyFile.read(text, Fakes.contributions()).study().orElseThrow();
    }

    private RunSummary run(String text) {
        return StudyRunner.run(study(text), Store.open(folder), new RunOptions("cpu", 1, 1, 1, null),
                Fakes.contributions(), new RunListener() {
                }, Progress.NONE, Fakes.MEASURER);
    }

    private StoredCell only() {
        List<StoredCell> cells = Store.open(folder).cells();
        assertEquals(1, cells.size());
        return cells.get(0);
    }

    private static MeasuredScores measured(Scores scores) {
        return new MeasuredScores("mig", "1", Map.of("bins", 20L), 0, scores);
    }

    @Test
    void runningAgainRepairsADamagedCellAndKeepsItsRemains() throws IOException {
        run(STUDY);
        StoredCell cell = only();
        for (String name : List.of("cell.json", "scores.json")) {
            Files.writeString(cell.folder().resolve(name), "{ torn");
            Files.writeString(cell.folder().resolve("mine.txt"), name);
            assertEquals(new RunSummary(1, 0, 1, Map.of(), true), run(STUDY), name);
            assertEquals(cell.scores().keySet(), only().scores().keySet());
            assertFalse(Files.exists(cell.folder().resolve("mine.txt")));
        }
        assertEquals("cell.json", Files.readString(folder.resolve("damaged").resolve(cell.cell().id() + "/mine.txt")));
        assertEquals("scores.json",
                Files.readString(folder.resolve("damaged").resolve(cell.cell().id() + "-2/mine.txt")));
    }

    /** Locks may be missing on a network's file system: then two runs finish the same cell. */
    @Test
    void theFirstOfTwoPublishersStays() throws IOException {
        Store store = Store.open(folder);
        Cell cell = new Cell("data", Map.of(), "data/1", "fake", "1", Map.of(), Map.of(), 0);
        for (int publisher = 1; publisher <= 2; publisher++) {
            try (Workplace workplace = store.claim(cell).orElseThrow()) {
                Files.writeString(workplace.folder().resolve("encoder.onnx"), "of publisher " + publisher);
                StoredCell stored = store.publish(cell, workplace, Map.of(),
                        List.of(measured(Scores.of("score", publisher))));
                assertEquals(1, stored.scores().get("mig.score"), "publisher " + publisher);
                assertFalse(Files.exists(workplace.folder()), "nothing is left at the place of work");
            }
        }
        assertEquals("of publisher 1", Files.readString(only().folder().resolve("encoder.onnx")));
    }

    @Test
    void scoresOfAnInterruptedAttemptAreNotPublished() throws IOException {
        Store store = Store.open(folder);
        Cell cell = new Cell("data", Map.of(), "data/1", "fake", "1", Map.of(), Map.of(), 0);
        try (Workplace workplace = store.claim(cell).orElseThrow()) {
            Files.writeString(workplace.folder().resolve("encoder.onnx"), "now");
            Files.writeString(workplace.folder().resolve("scores.json"), "{ torn by a full disk");
            Files.createDirectories(workplace.folder().resolve("matrices"));
            Files.writeString(workplace.folder().resolve("matrices/old.npy"), "old");
            store.publish(cell, workplace, Map.of(), List.of(measured(Scores.of("score", 0.5))));
        }
        assertEquals(Map.of("mig.score", 0.5), only().scores());
        assertFalse(Files.exists(only().folder().resolve("matrices")));
    }

    @Test
    void scoresMeasuredOtherwiseDoNotStandInAStudysTable() {
        run(STUDY);
        Store store = Store.open(folder);
        Study ten = study(STUDY.replace("[ mig, dci ]", "[ { id: mig, parameters: { bins: 10 } } ]"));
        assertEquals(Map.of(), store.find(only().cell(), ten).orElseThrow().scores(), "mig was measured with 20 bins");
        assertEquals(4, store.find(only().cell(), study(STUDY)).orElseThrow().scores().size(), "a score and NaN each");
        Study one = study(STUDY.replace("[ mig, dci ]", "[ dci ]"));
        assertEquals(List.of("dci.score", "dci.undefined"),
                List.copyOf(store.find(only().cell(), one).orElseThrow().scores().keySet()));
    }

    @Test
    void factsWithoutANumberAreNull() throws IOException {
        run(STUDY);
        Store store = Store.open(folder);
        store.addScores(only(), List.of(measured(Scores.of("score", Double.POSITIVE_INFINITY).fact("gap", Double.NaN)
                .fact("points", 100))));
        JsonObject entry = JsonParser.parseString(Files.readString(only().folder().resolve("scores.json")))
                .getAsJsonObject().getAsJsonObject("mig@1");
        assertTrue(entry.getAsJsonObject("facts").get("gap").isJsonNull());
        assertEquals(100, entry.getAsJsonObject("facts").get("points").getAsInt());
        assertTrue(only().scores().get("mig.score").isNaN());
    }

    @Test
    void whateverBytesLieInACellReadingGoesOn() throws IOException {
        run(STUDY);
        Path cell = only().folder();
        RandomGenerator random = RandomStreams.derive(5, "bytes");
        for (String name : List.of("cell.json", "scores.json")) {
            Path file = cell.resolve(name);
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < 1000; i++) {
                byte[] bytes = sound.clone();
                for (int edits = random.nextInt(4); edits >= 0; edits--) {
                    bytes[random.nextInt(bytes.length)] = (byte) SPICE.charAt(random.nextInt(SPICE.length()));
                }
                Files.write(file, bytes);
                Store store = Store.open(folder);
                assertEquals(1, store.cells().size() + store.problems().size());
            }
            Files.writeString(file, "[".repeat(100_000));
            assertEquals(List.of(), Store.open(folder).cells(), "deep nesting is damage, not a crash");
            Files.write(file, sound);
        }
        assertEquals(4, only().scores().size());
    }

    @Test
    void failuresAreReadAndForeignFilesAreLeftOut() throws IOException {
        run(STUDY);
        Path failures = Files.createDirectories(folder.resolve("failures"));
        String id = only().cell().id();
        String other = id.replace(id.charAt(0), id.charAt(0) == '0' ? '1' : '0');
        Files.writeString(failures.resolve("a.json"), "{}");
        Files.writeString(failures.resolve(id + ".json"), "{ \"problem\": \"Not measured.\" }");
        Files.writeString(failures.resolve(other + ".json"), "{ \"problem\": \"Not trained.\" }");
        assertEquals(Map.of(id, "Not measured.", other, "Not trained."), Store.open(folder).failures());
    }
}
