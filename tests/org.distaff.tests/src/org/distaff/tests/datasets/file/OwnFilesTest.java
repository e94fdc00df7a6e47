package org.distaff.tests.datasets.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.own.CountsFileProvider;
import org.distaff.datasets.own.ImageFolderProvider;
import org.distaff.datasets.own.TextFileProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own files with their tables of factors. */
class OwnFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copyPictures() throws IOException {
        Resources.copy("image/colour.png", folder);
        Resources.copy("image/grey.png", Files.createDirectory(folder.resolve("more")));
    }

    private static Dataset open(DatasetProvider provider, Map<String, Object> parameters) {
        return provider.open(Parameters.of(provider, parameters));
    }

    private static float[] observe(Dataset dataset, int... row) {
        FloatBuffer target = FloatBuffer.allocate(dataset.observation().values());
        dataset.observe(row, RandomStreams.derive(0, "unused"), target);
        return target.array();
    }

    private static String problem(DatasetProvider provider, Map<String, Object> parameters) {
        return assertThrows(Problem.class, () -> open(provider, parameters)).getMessage();
    }

    @Test
    void aFolderWithoutATableIsUnlabelled() {
        Dataset dataset = open(new ImageFolderProvider(), Map.of("folder", folder.toString(), "resolution", 16));
        assertEquals(new ObservationShape(3, 16, 16), dataset.observation());
        assertArrayEquals(new int[] {0, 1}, dataset.rows().orElseThrow());
        // make.py: 20 × 16 pixels, so that the middle square is 16 × 16 as it is; red is 2 x, x from 2 on; grey is x y
        float[] colour = observe(dataset, 0);
        float[] grey = observe(dataset, 1);
        for (int i = 0; i < 256; i++) {
            int x = 2 + i % 16;
            assertEquals(2 * x / 255f, colour[i], 1e-6, "red of pixel " + i);
            assertEquals(x * (i / 16) / 255f, grey[i], 1e-6, "grey pixel " + i);
            assertEquals(grey[i], grey[512 + i], 0, "blue of a grey picture");
        }
    }

    @Test
    void aTableNamesPicturesAndFactors() throws IOException {
        Path table = Files.writeString(folder.resolve("labels.csv"),
                "file,kind,size\nmore/grey.png,b,10\ncolour.png,a,2\n");
        Map<String, Object> parameters = Map.of("folder", folder.toString(), "table", table.toString(), "colours", "grey");
        Dataset dataset = open(new ImageFolderProvider(), parameters);
        assertEquals(List.of("kind", "size"), dataset.factors().factors().stream().map(f -> f.name()).toList());
        assertArrayEquals(new int[] {1, 1, 0, 0}, dataset.rows().orElseThrow());
        assertEquals(dataset.digest(), open(new ImageFolderProvider(), parameters).digest());
        Files.writeString(table, "file,kind,size\nmore/grey.png,b,10\ncolour.png,a,3\n");
        assertNotEquals(dataset.digest(), open(new ImageFolderProvider(), parameters).digest());
    }

    @Test
    void picturesOutsideTheFolderAreNotRead() throws IOException {
        Path inner = folder.resolve("more");
        Path table = Files.writeString(folder.resolve("labels.csv"), "file,kind\n../colour.png,a\n");
        Map<String, Object> parameters = Map.of("folder", inner.toString(), "table", table.toString());
        assertTrue(problem(new ImageFolderProvider(), parameters).contains("lies outside"));
        Files.createSymbolicLink(inner.resolve("link.png"), folder.resolve("colour.png"));
        Files.writeString(table, "file,kind\nlink.png,a\n");
        assertTrue(problem(new ImageFolderProvider(), parameters).contains("lies outside"));
    }

    @Test
    void countsHaveTheirOwnFactorsOrATable() throws IOException {
        Path cells = Resources.copy("table/csr.h5ad", folder);
        Dataset dataset = open(new CountsFileProvider(), Map.of("file", cells.toString(), "factors", "batch"));
        assertEquals(ObservationKind.COUNTS, dataset.kind());
        assertEquals(List.of("batch"), dataset.factors().factors().stream().map(f -> f.name()).toList());
        StringBuilder rows = new StringBuilder("cell\n");
        for (int n = 0; n < 12; n++) {
            rows.append(n).append('\n');
        }
        Path table = Files.writeString(folder.resolve("cells.csv"), rows);
        Path matrix = Resources.copy("table/counts.mtx.gz", folder);
        Dataset market = open(new CountsFileProvider(), Map.of("file", matrix.toString(), "table", table.toString()));
        for (int n = 0; n < 12; n++) {
            float[] counts = observe(market, n);
            for (int g = 0; g < 5; g++) {
                int i = n * 5 + g; // make.py
                assertEquals(i % 3 == 0 ? i % 7 : 0, counts[g], "cell " + n + ", gene " + g);
            }
        }
    }

    @Test
    void linesOfATextWithAParquetTable() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < 5000; n++) {
            lines.append("line number ").append(n % 10).append('\n');
        }
        Path text = Files.writeString(folder.resolve("lines.txt"), lines);
        Path table = Resources.copy("parquet/groups.parquet", folder);
        Dataset dataset = open(new TextFileProvider(), Map.of("file", text.toString(), "table", table.toString(),
                "factors", "c", "length", 8));
        List<String> words = ObservationPart.of(dataset).get(0).words();
        assertEquals("7", words.get((int) observe(dataset, 7)[2]), "rows of the table belong to lines of the text");
    }

    /** A missing number would turn a column of numbers into one of names; a missing name is a name. */
    @Test
    void aMissingValueOrPictureIsNamedWithItsRow() throws IOException {
        Path table = Files.writeString(folder.resolve("labels.csv"), "file,kind,size\ncolour.png,,10\nmore/grey.png,b,\n");
        Map<String, Object> parameters = Map.of("folder", folder.toString(), "table", table.toString());
        String message = problem(new ImageFolderProvider(), parameters);
        assertTrue(message.contains("labels.csv: column 'size'") && message.contains("row 2"), message);
        Dataset named = open(new ImageFolderProvider(), Map.of("folder", folder.toString(), "table", table.toString(),
                "factors", "kind"));
        assertEquals(List.of("", "b"), named.factors().factors().get(0).valueNames());
        Files.writeString(table, "file,kind\ncolour.png,a\nmore/gray.png,b\n");
        message = problem(new ImageFolderProvider(), parameters);
        assertTrue(message.contains("row 2") && message.contains("'more/gray.png'") && message.contains("'file'"), message);
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        assertTrue(problem(new TextFileProvider(), Map.of()).contains("parameter 'file'"));
        assertTrue(problem(new ImageFolderProvider(), Map.of("folder", "nowhere"))
                .startsWith("There is no " + Path.of("").toAbsolutePath().resolve("nowhere") + ";"));
        assertTrue(problem(new ImageFolderProvider(), Map.of("folder", Files.createDirectory(folder.resolve("empty"))
                .toString())).contains("holds no PNG"));
        Path text = Files.writeString(folder.resolve("lines.txt"), "one\ntwo\n");
        Path table = Files.writeString(folder.resolve("short.csv"), "kind\na\n");
        assertTrue(problem(new TextFileProvider(), Map.of("file", text.toString(), "table", table.toString()))
                .contains("1 rows for 2 observations"));
        assertTrue(problem(new TextFileProvider(), Map.of("file", text.toString(), "table", table.toString(), "factors",
                "knd")).contains("no column 'knd'"));
    }
}
