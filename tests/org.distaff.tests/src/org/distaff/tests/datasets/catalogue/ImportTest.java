package org.distaff.tests.datasets.catalogue;

import static org.distaff.core.data.ImportOptions.USUAL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.distaff.core.array.NpyHeader;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetFile;
import org.distaff.core.data.ImportOptions;
import org.distaff.core.data.ImportedFile;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.catalogue.Preparations;
import org.distaff.datasets.grid.Grid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the original formats go in, observations come out. */
class ImportTest {

    private static final RandomGenerator UNUSED = RandomStreams.derive(0, "unused");

    @TempDir
    private Path folder;
    private DataHome home;

    @BeforeEach
    void ownDataFolder() {
        home = new DataHome(folder.resolve("data"));
    }

    @AfterEach
    void restoreDataFolder() {
        home.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored", "deflated"})
    void arraysBecomeObservations(String name) throws IOException {
        TinyDataset tiny = TinyDataset.ofArray("tiny.npz", "");
        Path file = copy("numpy/" + name + ".npz");
        tiny.install(List.of(file), USUAL, Progress.NONE);
        assertRamp(tiny.open());
        // what stands uncompressed is read in place, what does not is unpacked once
        assertEquals(name.equals("deflated"), cached());
        Files.delete(file);
        if (name.equals("deflated")) {
            assertRamp(tiny.open());
        } else {
            assertProblem(tiny::open, file.toString(), "import tiny");
        }
    }

    @Test
    void copiesOutliveTheFile() throws IOException {
        TinyDataset tiny = TinyDataset.ofArray("tiny.npz", "");
        Path file = copy("numpy/stored.npz");
        tiny.install(List.of(file), new ImportOptions(true, false), Progress.NONE);
        Files.delete(file);
        assertRamp(tiny.open());
    }

    @Test
    void aChangedFileIsNoticed() throws IOException {
        TinyDataset tiny = TinyDataset.ofArray("tiny.npz", "");
        Path file = copy("numpy/stored.npz");
        tiny.install(List.of(file), USUAL, Progress.NONE);
        Files.write(file, new byte[1000]);
        assertProblem(tiny::open, file.toString(), "changed");
    }

    @Test
    void aDamagedRecordOrCacheIsNoticed() throws IOException {
        TinyDataset tiny = TinyDataset.ofArray("tiny.npz", "");
        tiny.install(List.of(copy("numpy/deflated.npz")), USUAL, Progress.NONE);
        Path record = folder.resolve("data/tiny/import.properties");
        String text = Files.readString(record);
        Files.writeString(record, text.replaceFirst("count=6", "count=six"));
        assertProblem(tiny::open, "import.properties", "damaged");
        Files.writeString(record, text.replaceFirst("count=6", "count=600"));
        assertProblem(tiny::open, "tiny", "damaged");
        Files.writeString(record, text);
        assertRamp(tiny.open());
    }

    @Test
    void beforeTheImportASentenceNamesTheCommand() {
        assertProblem(() -> TinyDataset.ofArray("tiny.npz", "").open(), "distaff dataset import tiny FILE");
    }

    @Test
    void aWrongDigestIsRefusedAndChangesNothing() throws IOException {
        TinyDataset.ofArray("tiny.npz", "").install(List.of(copy("numpy/deflated.npz")), USUAL, Progress.NONE);
        TinyDataset strict = TinyDataset.ofArray("tiny.npz", "00000000000000000000000000000000");
        Path other = copy("numpy/stored.npz");
        assertProblem(() -> strict.install(List.of(other), USUAL, Progress.NONE), "MD5", "download it again",
                "--unverified");
        assertRamp(strict.open());
    }

    /** What was taken over with another digest says so wherever the data set's digest goes, in results first of all. */
    @Test
    void aWrongDigestIsTakenWhereTheUserInsistsAndTold() throws IOException {
        TinyDataset any = TinyDataset.ofArray("tiny.npz", "");
        any.install(List.of(copy("numpy/deflated.npz")), USUAL, Progress.NONE);
        assertEquals(ImportedFile.Origin.UNKNOWN, any.imported().get(0).origin());
        String digest = any.open().digest();
        TinyDataset strict = TinyDataset.ofArray("tiny.npz", "00000000000000000000000000000000");
        strict.install(List.of(copy("numpy/deflated.npz")), new ImportOptions(false, true), Progress.NONE);
        assertEquals(ImportedFile.Origin.DIFFERENT, strict.imported().get(0).origin());
        assertEquals(digest.replace("tiny/1/", "tiny/1/unverified-"), strict.open().digest());
        assertRamp(strict.open());
        // the option changes nothing for the published file: its MD5 by md5sum
        TinyDataset right = TinyDataset.ofArray("tiny.npz", "1206e944582bf9f6b888df1ff8103f14");
        right.install(List.of(copy("numpy/deflated.npz")), new ImportOptions(false, true), Progress.NONE);
        assertEquals(ImportedFile.Origin.PUBLISHED, right.imported().get(0).origin());
        assertEquals(digest, right.open().digest());
    }

    @Test
    void otherImagesAreRefused() throws IOException {
        TinyDataset tiny = TinyDataset.ofArray("tiny.npz", "");
        Path floats = copy("numpy/floats.npz");
        assertProblem(() -> tiny.install(List.of(floats), USUAL, Progress.NONE), "bytes [N, H, W, C] are needed");
        TinyDataset larger = new TinyDataset(new ObservationShape(3, 8, 8), TinyDataset.space(7), Grid.of(7), 7, false,
                Preparations.array("images", true), new DatasetFile("*.npz", "", List.of()));
        Path six = copy("numpy/stored.npz");
        assertProblem(() -> larger.install(List.of(six), USUAL, Progress.NONE), "6 images", "has 7");
        assertProblem(() -> tiny.install(List.of(folder.resolve("gone.npz")), USUAL, Progress.NONE), "gone.npz");
        assertProblem(() -> tiny.install(List.of(), USUAL, Progress.NONE), "needs tiny.npz");
        assertTrue(tiny.imported().isEmpty());
    }

    @Test
    void aCancelledImportLeavesNothing() throws IOException {
        TinyDataset tiny = TinyDataset.ofArray("tiny.npz", "");
        Path file = copy("numpy/deflated.npz");
        Progress whole = new Progress() {
            private int checks;

            @Override
            public void report(double fraction, String message) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return ++checks == 2; // once while verifying, then while unpacking
            }
        };
        assertThrows(Cancelled.class, () -> tiny.install(List.of(file), USUAL, whole));
        assertFalse(cached());
        tiny.install(List.of(file), USUAL, Progress.NONE);
        assertRamp(tiny.open());
    }

    @Test
    void equalImagesHaveEqualDigestsWhateverTheyCameFrom() throws IOException {
        TinyDataset packed = binary();
        packed.install(List.of(copy("numpy/binary.npy")), USUAL, Progress.NONE);
        String first = packed.open().digest();
        assertBinary(packed.open());
        Path again = folder.resolve("binary.npz");
        try (OutputStream out = Files.newOutputStream(again);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("images.npy"));
            zip.write(NpyHeader.of("|u1", 5, 8, 8).bytes());
            for (int i = 0; i < 320; i++) {
                zip.write(i * 7 % 251 > 100 ? 1 : 0);
            }
        }
        packed.install(List.of(again), USUAL, Progress.NONE);
        assertBinary(packed.open());
        assertEquals(first, packed.open().digest());
        TinyDataset.ofArray("tiny.npz", "").install(List.of(copy("numpy/deflated.npz")), USUAL, Progress.NONE);
        assertNotEquals(first, TinyDataset.ofArray("tiny.npz", "").open().digest());
    }

    private static TinyDataset binary() {
        return new TinyDataset(new ObservationShape(1, 8, 8), TinyDataset.space(5), Grid.of(5), 5, true,
                Preparations.array("images", false), new DatasetFile("*.np[yz]", "", List.of()));
    }

    /** make.py's binary images: on where the ramp is above 100. */
    private static void assertBinary(Dataset dataset) {
        FloatBuffer target = FloatBuffer.allocate(320);
        dataset.observe(new int[] {0, 1, 2, 3, 4}, UNUSED, target);
        for (int i = 0; i < 320; i++) {
            assertEquals(i * 7 % 251 > 100 ? 1 : 0, target.get(i));
        }
    }

    @Test
    void greyValuesInBinaryImagesAreRefused() throws IOException {
        Path file = folder.resolve("grey.npy");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(NpyHeader.of("|u1", 5, 8, 8).bytes());
            byte[] values = new byte[320];
            values[130] = 2;
            out.write(values);
        }
        assertProblem(() -> binary().install(List.of(file), USUAL, Progress.NONE), "value 2 in image 2");
    }

    /** Six images of make.py's ramp, the last factor fastest. */
    private static void assertRamp(Dataset dataset) {
        int[] rows = {1, 2, 0, 0, 1, 0};
        float[] expected = new float[3 * 192];
        int at = 0;
        for (int image : new int[] {5, 0, 3}) {
            for (int c = 0; c < 3; c++) {
                for (int pixel = 0; pixel < 64; pixel++) {
                    expected[at++] = (image * 192 + pixel * 3 + c) * 7 % 251 / 255f;
                }
            }
        }
        FloatBuffer target = FloatBuffer.allocate(expected.length);
        dataset.observe(rows, UNUSED, target);
        assertArrayEquals(expected, target.array());
    }

    private boolean cached() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.anyMatch(f -> f.getFileName().toString().startsWith("images-"));
        }
    }

    private Path copy(String resource) throws IOException {
        Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream in = ImportTest.class.getResourceAsStream("../file/" + resource)) {
            return Files.write(file, in.readAllBytes());
        }
    }

    static void assertProblem(Executable executable, String... parts) {
        String message = assertThrows(Problem.class, executable).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
        assertTrue(message.endsWith("."), message);
    }
}
