package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.study.file.Study;
import org.distaff.study.file.StudyFile;
import org.distaff.study.plan.Cell;
import org.distaff.study.run.RunListener;
import org.distaff.study.run.RunOptions;
import org.distaff.study.run.RunSummary;
import org.distaff.study.run.StudyRunner;
import org.distaff.study.store.Disk;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

/** Running and publishing, with faults wherever a fault can be. */
class StoreTest {

    private static final String STUDY = """
            study: test
            datasets: [ data ]
            models: [ { id: fake, grid: { beta: [1, 4] }, training: { steps: 10 } } ]
            seeds: 0..3
            metrics: [ mig ]
            """;
    private static final int CELLS = 8;

    @TempDir
    private Path folder;

    @BeforeEach
    void reset() {
        Fakes.TRAININGS.set(0);
    }

    private static Study study(String text) {
        return StudyFile.read(text, Fakes.contributions()).study().orElseThrow();
    }

    private static RunSummary run(Study study, Store store, RunOptions options, Progress progress) {
        return StudyRunner.run(study, store, options, Fakes.contributions(), new RunListener() {
        }, progress, Fakes.MEASURER);
    }

    private static RunSummary run(Study study, Store store) {
        return run(study, store, new RunOptions("cpu", 2, 1, 1, null), Progress.NONE);
    }

    @Test
    void runningAgainReusesEverything() throws IOException {
        Store store = Store.open(folder);
        RunSummary first = run(study(STUDY), store);
        assertEquals(new RunSummary(CELLS, 0, CELLS, Map.of(), true), first);
        assertEquals(new RunSummary(CELLS, CELLS, 0, Map.of(), true), run(study(STUDY), store));
        assertEquals(CELLS, Fakes.TRAININGS.get());
        StoredCell cell = store.cells().get(0);
        assertEquals(3, cell.scores().get("mig.score"), "the fake scores the length of its id");
        assertTrue(cell.scores().get("mig.undefined").isNaN());
        assertEquals(List.of("undefined has no value"), cell.warnings().get("mig"));
        var json = JsonParser.parseString(Files.readString(cell.folder().resolve("scores.json"))).getAsJsonObject();
        assertTrue(json.getAsJsonObject("mig@1").getAsJsonObject("values").get("undefined").isJsonNull());
        assertTrue(left(folder.resolve("work")).isEmpty(), "nothing is left at the place of work");
    }

    @Test
    void metricsAddedLaterAreMeasuredWithoutTraining() {
        Store store = Store.open(folder);
        run(study(STUDY), store);
        RunSummary more = run(study(STUDY.replace("[ mig ]", "[ mig, { id: dci, parameters: { bins: 7 } } ]")), store);
        assertEquals(CELLS, more.finished());
        assertEquals(CELLS, Fakes.TRAININGS.get());
        assertTrue(store.cells().stream().allMatch(c -> c.scores().containsKey("dci.score")
                && c.scores().containsKey("mig.score")));
        // other parameters are another measurement
        assertEquals(CELLS, run(study(STUDY.replace("[ mig ]", "[ { id: mig, parameters: { bins: 7 } } ]")), store)
                .finished());
    }

    @Test
    void aFailingCellStopsNoOtherAndIsTriedAgain() {
        Store store = Store.open(folder);
        Study unlucky = study(STUDY.replace("[1, 4]", "[1, 13]"));
        RunSummary summary = run(unlucky, store);
        assertEquals(4, summary.finished());
        assertEquals(Set.of("Thirteen brings bad luck."), Set.copyOf(summary.failures().values()));
        assertTrue(summary.complete());
        assertEquals(4, store.failures().size());
        assertEquals(4, run(unlucky, store).failures().size(), "failed cells are tried again");
    }

    @Test
    void aMetricThatFailsCostsNeitherTrainingNorOtherScores() {
        Store store = Store.open(folder);
        var contributions = Fakes.ill(new AtomicInteger(2));
        Study study = StudyFile.read(STUDY.replace("[ mig ]", "[ ill, mig ]"), contributions).study().orElseThrow();
        RunOptions options = new RunOptions("cpu", 1, 1, 1, null);
        RunSummary first = StudyRunner.run(study, store, options, contributions, new RunListener() {
        }, Progress.NONE, Fakes.MEASURER);
        assertEquals(CELLS - 2, first.finished());
        assertEquals(Set.of("Metric 'ill': It is ill."), Set.copyOf(first.failures().values()));
        assertEquals(first.failures().keySet().stream().map(Cell::id).collect(Collectors.toSet()),
                store.failures().keySet());
        assertTrue(store.cells().stream().allMatch(c -> c.scores().containsKey("mig.score")));
        RunSummary second = StudyRunner.run(study, store, options, contributions, new RunListener() {
        }, Progress.NONE, Fakes.MEASURER);
        assertEquals(new RunSummary(CELLS, CELLS - 2, 2, Map.of(), true), second);
        assertEquals(CELLS, Fakes.TRAININGS.get(), "no cell was trained twice");
        assertTrue(store.cells().stream().allMatch(c -> c.scores().containsKey("ill.score")));
        assertEquals(Map.of(), store.failures());
    }

    @Test
    void shardsDivideTheCells() {
        Set<String> all = new TreeSet<>();
        for (int shard = 1; shard <= 3; shard++) {
            Store store = Store.open(folder.resolve("shard" + shard));
            run(study(STUDY), store, new RunOptions("cpu", 1, shard, 3, null), Progress.NONE);
            Set<String> ids = store.cells().stream().map(c -> c.cell().id()).collect(Collectors.toSet());
            assertTrue(ids.stream().noneMatch(all::contains));
            all.addAll(ids);
        }
        assertEquals(CELLS, all.size());
    }

    @Test
    void cancellingKeepsWhatIsFinished() {
        Store store = Store.open(folder);
        Progress afterTwo = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // only the store's content counts here
            }

            @Override
            public boolean cancelled() {
                return store.cells().size() >= 2;
            }
        };
        RunSummary summary = run(study(STUDY), store, new RunOptions("cpu", 1, 1, 1, null), afterTwo);
        assertFalse(summary.complete());
        assertEquals(2, store.cells().size());
        assertTrue(run(study(STUDY), store).complete());
        assertEquals(CELLS, store.cells().size());
    }

    @Test
    void aSpentTimeBudgetStartsNothing() {
        Store store = Store.open(folder);
        RunSummary summary = run(study(STUDY), store, new RunOptions("cpu", 1, 1, 1, java.time.Duration.ZERO),
                Progress.NONE);
        assertFalse(summary.complete());
        assertEquals(0, summary.finished());
    }

    /** Fails at the n-th operation and at all later ones, as a killed process or a full disk does; torn writes included. */
    private static final class Faulty implements Disk {

        private int left;

        Faulty(int left) {
            this.left = left;
        }

        private void step() throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void createFolders(Path path) throws IOException {
            step();
            REAL.createFolders(path);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            if (left <= 0) {
                Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            }
            step();
            REAL.write(file, bytes);
        }

        @Override
        public void sync(Path path) throws IOException {
            step();
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            REAL.move(from, to);
        }

        @Override
        public void delete(Path path) throws IOException {
            step();
            REAL.delete(path);
        }
    }

    @Test
    void twoHundredCrashesLoseNothing() {
        RandomGenerator random = RandomStreams.derive(1, "crashes");
        Study study = study(STUDY);
        Set<String> published = new TreeSet<>();
        for (int crash = 0; crash < 200; crash++) {
            Path place = folder.resolve("s" + crash / 10);
            if (crash % 10 == 0) {
                published.clear();
            }
            Store faulty = Store.open(place, new Faulty(random.nextInt(30)));
            RunSummary summary = run(study, faulty, new RunOptions("cpu", 1, 1, 1, null), Progress.NONE);
            summary.failures().values().forEach(sentence -> assertTrue(
                    sentence.contains("No space left on device") && sentence.contains("nothing finished is lost"),
                    sentence));
            Store sound = Store.open(place);
            Set<String> now = sound.cells().stream().map(c -> c.cell().id()).collect(Collectors.toSet());
            assertTrue(now.containsAll(published), "a finished cell was lost");
            assertEquals(List.of(), sound.problems(), "a half-written cell became visible");
            sound.cells().forEach(c -> assertEquals(3, c.scores().get("mig.score")));
            published.addAll(now);
            if (crash % 10 == 9) {
                assertTrue(run(study, sound).complete());
                assertEquals(CELLS, sound.cells().size());
            }
        }
    }

    @Test
    void twoRunsShareOneStore() throws InterruptedException {
        Thread[] runs = new Thread[3];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = new Thread(() -> run(study(STUDY), Store.open(folder)));
            runs[i].start();
        }
        for (Thread thread : runs) {
            thread.join();
        }
        Store store = Store.open(folder);
        run(study(STUDY), store);
        assertEquals(CELLS, store.cells().size());
        assertEquals(List.of(), store.problems());
    }

    @Test
    void damagedCellsAreNamedAndLeftOut() throws IOException {
        Store store = Store.open(folder);
        run(study(STUDY), store);
        Path victim = store.cells().get(0).folder();
        Files.writeString(victim.resolve("cell.json"), "{\"id\": ");
        Store again = Store.open(folder);
        assertEquals(CELLS - 1, again.cells().size());
        assertTrue(again.problems().get(0).contains(victim.toString()), again.problems().toString());
    }

    @Test
    void aFileIsNoStore() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertTrue(assertThrows(Problem.class, () -> Store.open(file)).getMessage().contains("is a file"));
    }

    private static List<Path> left(Path place) throws IOException {
        try (var files = Files.list(place)) {
            return files.toList();
        }
    }
}
