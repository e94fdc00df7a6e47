package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.distaff.core.array.NpzWriter;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.failure.Problem;
import org.distaff.plot.image.Bitmap;
import org.distaff.study.report.TrainingPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that a training left in a cell, as sheets. */
class TrainingPicturesTest {

    private static final byte WHITE = (byte) 255;

    @TempDir
    private Path folder;

    /** One observation of 1×1×1, and a traversal of two latents and three values. */
    private void write(String name, byte observation, byte reconstruction, byte... traversal) throws IOException {
        Files.createDirectories(folder.resolve("pictures"));
        try (OutputStream file = Files.newOutputStream(folder.resolve("pictures").resolve(name));
                NpzWriter out = new NpzWriter(file)) {
            out.add("observations", new byte[] {observation}, 1, 1, 1, 1);
            out.add("reconstructions", new byte[] {reconstruction}, 1, 1, 1, 1);
            out.add("traversal", traversal, 2, 3, 1, 1, 1);
            out.add("values", new float[] {-1, 0, 1}, 3);
        }
    }

    @Test
    void observationsStandAboveTheirReconstructionsStepByStep() throws IOException {
        write("step-000100.npz", WHITE, (byte) 100, (byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4, WHITE);
        write("step-1000000.npz", WHITE, (byte) 200, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
        Files.writeString(folder.resolve("pictures/notes.txt"), "somebody's own file is left alone");
        TrainingPictures pictures = TrainingPictures.of(folder).orElseThrow();
        assertEquals(List.of(100L, 1_000_000L), pictures.steps());
        // tiles of one pixel are enlarged to 64, with 2 between: 2 + 66 a tile
        Bitmap sheet = pictures.reconstructions();
        assertEquals(68, sheet.width());
        assertEquals(2 + 3 * 66, sheet.height());
        assertArrayEquals(new int[] {0xFFFFFF, 0x646464, 0xC8C8C8}, new int[] {at(sheet, 0, 0), at(sheet, 1, 0),
            at(sheet, 2, 0)});
        Bitmap traversal = pictures.traversals().get(0);
        assertEquals(2 + 3 * 66, traversal.width());
        assertArrayEquals(new int[] {0x020202, 0x030303, 0xFFFFFF}, new int[] {at(traversal, 0, 2), at(traversal, 1, 0),
            at(traversal, 1, 2)});
    }

    private static int at(Bitmap sheet, int row, int column) {
        return sheet.rgb()[(2 + 66 * row) * sheet.width() + 2 + 66 * column];
    }

    @Test
    void aCellWithoutPicturesHasNone() throws IOException {
        assertEquals(Optional.empty(), TrainingPictures.of(folder));
    }

    @Test
    void whatIsNoPictureIsTold() throws IOException {
        Path file = Files.createDirectories(folder.resolve("pictures")).resolve("step-000010.npz");
        try (NpzWriter out = new NpzWriter(Files.newOutputStream(file))) {
            out.add("observations", new byte[] {0}, 1);
        }
        Problem problem = assertThrows(Problem.class, () -> TrainingPictures.of(folder));
        assertTrue(problem.getMessage().contains("step-000010.npz has no images named 'observations'"),
                problem.getMessage());
    }

    @Test
    void archivesOfEqualArraysAreEqualAndReadBack() throws IOException {
        write("step-000001.npz", (byte) 7, WHITE, new byte[6]);
        byte[] first = Files.readAllBytes(folder.resolve("pictures/step-000001.npz"));
        write("step-000001.npz", (byte) 7, WHITE, new byte[6]);
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("pictures/step-000001.npz")));
        var arrays = NumpyFile.archive(folder.resolve("pictures/step-000001.npz"));
        assertArrayEquals(new double[] {255}, arrays.get("reconstructions").values());
        assertArrayEquals(new double[] {-1, 0, 1}, arrays.get("values").values());
    }
}
