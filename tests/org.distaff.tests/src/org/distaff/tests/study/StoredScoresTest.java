package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Scores;
import org.distaff.study.plan.Cell;
import org.distaff.study.store.MeasuredScores;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.StoredMatrix;
import org.distaff.study.store.StoredScores;
import org.distaff.study.store.Workplace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a metric left in a cell comes back as it was. */
class StoredScoresTest {

    private static final Matrix INFORMATION = new Matrix(List.of("z0", "z1"), List.of("shape", "scale", "x"),
            new double[][] {{0.1, Double.NaN, 1 / 3.0}, {-4, 5e-300, 6}});

    @TempDir
    private Path folder;

    private StoredCell publish(Scores... versions) throws IOException {
        Store store = Store.open(folder);
        Cell cell = new Cell("data", Map.of(), "data/1", "fake", "1", Map.of(), Map.of(), 0);
        try (Workplace workplace = store.claim(cell).orElseThrow()) {
            Files.writeString(workplace.folder().resolve("encoder.onnx"), "an encoder");
            StoredCell stored = store.publish(cell, workplace, Map.of(), List.of());
            for (int v = 0; v < versions.length; v++) {
                stored = store.addScores(stored, List.of(new MeasuredScores("mig", Integer.toString(v + 1),
                        Map.of("bins", 20L), 7, versions[v])));
            }
            return stored;
        }
    }

    @Test
    void matricesAndFactsComeBack() throws IOException {
        StoredCell cell = publish(Scores.of("score", 0.5).matrix("mutual-information", INFORMATION)
                .matrix("gaps", new Matrix(List.of("gap"), List.of("z0", "z1"), new double[][] {{1, 2}}))
                .fact("variant", "plug-in").fact("points", 1000));
        List<StoredScores> all = StoredScores.read(cell.folder());
        assertEquals(1, all.size());
        StoredScores mig = all.get(0);
        assertEquals("mig", mig.metricId());
        assertEquals("1", mig.version());
        assertEquals(7, mig.seed());
        assertEquals(Map.of("bins", 20L), mig.parameters());
        assertEquals(Map.of("variant", "plug-in", "points", 1000L), mig.facts());
        StoredMatrix information = mig.matrices().get(0);
        assertEquals("mutual-information", information.name());
        assertTrue(information.latentByFactor());
        assertFalse(mig.matrices().get(1).latentByFactor(), "its columns are the latents");
        Matrix back = information.read();
        assertEquals(INFORMATION.rows(), back.rows());
        assertEquals(INFORMATION.columns(), back.columns());
        assertArrayEquals(INFORMATION.values(), back.values()); // 64-bit numbers, bit for bit
    }

    @Test
    void ofTwoVersionsTheLaterOneCounts() throws IOException {
        StoredCell cell = publish(Scores.of("score", 0.5).fact("variant", "old"),
                Scores.of("score", 0.6).fact("variant", "new"));
        assertEquals(List.of(Map.of("variant", "new")),
                StoredScores.read(cell.folder()).stream().map(StoredScores::facts).toList());
    }

    @Test
    void aCellWithoutScoresHasNone() {
        assertEquals(List.of(), StoredScores.read(folder));
    }

    @Test
    void otherShapesThanTheNamesAreAProblem() throws IOException {
        StoredCell cell = publish(Scores.of("score", 0.5).matrix("mutual-information", INFORMATION)
                .matrix("gaps", new Matrix(List.of("gap"), List.of("z0", "z1"), new double[][] {{1, 2}})));
        List<StoredMatrix> matrices = StoredScores.read(cell.folder()).get(0).matrices();
        Files.copy(matrices.get(1).file(), matrices.get(0).file(),
                StandardCopyOption.REPLACE_EXISTING);
        Problem problem = assertThrows(Problem.class, matrices.get(0)::read);
        assertTrue(problem.getMessage().contains("has the shape [1, 2] instead of [2, 3]"), problem.getMessage());
        Files.delete(matrices.get(0).file());
        assertThrows(Problem.class, matrices.get(0)::read);
    }

    @Test
    void nothingIsReadOutsideOfTheCell() throws IOException {
        StoredCell cell = publish(Scores.of("score", 0.5).matrix("mutual-information", INFORMATION));
        Path file = cell.folder().resolve("scores.json");
        Files.writeString(file, Files.readString(file).replace("\"matrices/", "\"../../"));
        Problem problem = assertThrows(Problem.class, () -> StoredScores.read(cell.folder()));
        assertTrue(problem.getMessage().contains("lies outside of the cell"), problem.getMessage());
        Files.writeString(file, "{ \"mig@1\": { \"metric\": 3 } }");
        assertThrows(Problem.class, () -> StoredScores.read(cell.folder()));
    }
}
