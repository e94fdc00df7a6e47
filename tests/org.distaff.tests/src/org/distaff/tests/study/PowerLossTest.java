package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Scores;
import org.distaff.core.random.RandomStreams;
import org.distaff.study.plan.Cell;
import org.distaff.study.store.Disk;
import org.distaff.study.store.MeasuredScores;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.Workplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

/** Publishing while the power may fail: bytes and names that were never brought to the disk are gone afterwards. */
class PowerLossTest {

    private static final byte[] ENCODER = "an encoder of some length".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    /** The power failed. */
    private static final class PowerLoss extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Does what it is asked until the power fails, and knows which files' bytes and which folders' names are safe. What a
     * model writes into its workplace passes it by and is safe only once its folder was synchronised.
     */
    private static final class Unsafe implements Disk {

        private final Set<Path> safe = new HashSet<>();
        private final RandomGenerator random;
        private int left;

        Unsafe(int left, RandomGenerator random) {
            this.left = left;
            this.random = random;
        }

        private void step() {
            if (left-- == 0) {
                throw new PowerLoss();
            }
        }

        @Override
        public void createFolders(Path path) throws IOException {
            step();
            Path missing = path;
            while (!Files.exists(missing)) {
                safe.add(missing);
                missing = missing.getParent();
            }
            REAL.createFolders(path);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            if (left == 0) {
                Files.write(file, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            }
            step();
            REAL.write(file, bytes);
            safe.add(file);
        }

        @Override
        public void sync(Path path) throws IOException {
            step();
            try (Stream<Path> below = Files.walk(path)) {
                below.forEach(safe::add);
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            REAL.move(from, to);
            for (Path path : List.copyOf(safe)) {
                if (path.startsWith(from)) {
                    safe.remove(path);
                    safe.add(to.resolve(from.relativize(path)));
                }
            }
        }

        @Override
        public void delete(Path path) throws IOException {
            step();
            REAL.delete(path);
        }

        /** What a machine finds that starts again: files never synchronised are cut, folders never synchronised are gone. */
        void lose(Path store) throws IOException {
            List<Path> found;
            try (Stream<Path> below = Files.walk(store)) {
                found = below.filter(p -> !p.equals(store) && !safe.contains(p)).toList();
            }
            for (Path path : found) {
                if (Files.isRegularFile(path) && !path.getFileName().toString().equals("lock")) {
                    byte[] bytes = Files.readAllBytes(path);
                    Files.write(path, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                } else if (path.startsWith(store.resolve("cells")) && Files.isDirectory(path)) {
                    REAL.delete(path);
                }
            }
        }
    }

    private static Cell cell(long seed) {
        return new Cell("data", Map.of(), "data/1", "fake", "1", Map.of("beta", 4.0), Map.of("steps", 10L), seed);
    }

    private static List<MeasuredScores> scores(String metric, double value) {
        Matrix matrix = new Matrix(List.of("z0", "z1"), List.of("a"), new double[][] {{value}, {2 * value}});
        return List.of(new MeasuredScores(metric, "1", Map.of("bins", 20L), 0,
                Scores.of("score", value).matrix("importance", matrix)));
    }

    private static StoredCell publish(Store store, long seed) throws IOException {
        try (Workplace workplace = store.claim(cell(seed)).orElseThrow()) {
            Files.write(workplace.folder().resolve("encoder.onnx"), ENCODER);
            return store.publish(cell(seed), workplace, Map.of("java", "21"), scores("mig", seed));
        }
    }

    @Test
    void whatWasAcknowledgedIsWholeAfterwards() throws IOException {
        RandomGenerator random = RandomStreams.derive(3, "power");
        int lostPower = 0;
        for (int round = 0; round < 200; round++) {
            Path place = folder.resolve("r" + round);
            Unsafe disk = new Unsafe(random.nextInt(60), random);
            Store store = Store.open(place, disk);
            Map<Long, Boolean> acknowledged = new HashMap<>();
            try {
                for (long seed = 0; seed < 4; seed++) {
                    StoredCell stored = publish(store, seed);
                    acknowledged.put(seed, false);
                    store.addScores(stored, scores("dci", 10 + seed));
                    acknowledged.put(seed, true);
                }
            } catch (PowerLoss e) {
                lostPower++;
            }
            disk.lose(place);
            check(place, acknowledged);
        }
        assertTrue(lostPower > 100, "most rounds must lose power: " + lostPower); // 60 limits, about 44 steps in a whole round
    }

    private static void check(Path place, Map<Long, Boolean> acknowledged) throws IOException {
        Store found = Store.open(place);
        Map<Long, StoredCell> cells = found.cells().stream().collect(Collectors.toMap(c -> c.cell().seed(), c -> c));
        assertEquals(List.of(), found.problems(), "a half-written cell became visible");
        assertTrue(cells.keySet().containsAll(acknowledged.keySet()), "a finished cell was lost");
        for (StoredCell cell : cells.values()) {
            long seed = cell.cell().seed();
            assertEquals(seed, cell.scores().get("mig.score"));
            assertEquals(ENCODER.length, Files.size(cell.folder().resolve("encoder.onnx")));
            if (acknowledged.getOrDefault(seed, false)) {
                assertEquals(10 + seed, cell.scores().get("dci.score"), "acknowledged scores were lost");
            }
            matricesAreWhole(cell.folder());
        }
        for (long seed = 0; seed < 4; seed++) {
            if (found.find(cell(seed)).isEmpty()) {
                publish(found, seed);
            }
        }
        assertEquals(Set.of(0L, 1L, 2L, 3L),
                found.cells().stream().map(c -> c.cell().seed()).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void matricesAreWhole(Path cell) throws IOException {
        for (var metric : JsonParser.parseString(Files.readString(cell.resolve("scores.json"))).getAsJsonObject()
                .entrySet()) {
            String file = metric.getValue().getAsJsonObject().getAsJsonObject("matrices").getAsJsonObject("importance")
                    .get("file").getAsString();
            // 2 × 1 doubles after a header of 128 bytes, as the NPY format aligns a header this short
            assertEquals(128 + 2 * Double.BYTES, Files.size(cell.resolve(file)), file);
        }
    }
}
