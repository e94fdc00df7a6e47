package org.distaff.tests.core.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.distaff.core.array.Npy;
import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archives beside this class were written by NumPy 2.4 ({@code savez}, {@code savez_compressed}, {@code
 * write_array}).
 */
class NumpyFileTest {

    @TempDir
    Path folder;

    @Test
    void everyFloatOfNumpyIsRead() {
        Map<String, NpyArray> arrays = NumpyFile.archive(resource("kinds.npz"));
        double[] quarters = {0, 0.25, 0.5, 0.75, 1, 1.25}; // arange(6) / 4: exact in float16 already
        for (String name : List.of("f8", "f4", "f2", "big_f8", "big_f4", "big_f2")) {
            NpyArray array = arrays.get(name);
            assertArrayEquals(new int[] {2, 3}, array.shape(), name);
            assertArrayEquals(quarters, array.values(), name);
            assertFalse(array.integral(), name);
        }
        assertArrayEquals(new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0},
                arrays.get("special").values());
    }

    @Test
    void everyIntegerOfNumpyIsRead() {
        Map<String, NpyArray> arrays = NumpyFile.archive(resource("kinds.npz"));
        assertValues(arrays, "i8", 0, 1e15, 2e15, 3e15, 4e15, 5e15);
        for (String name : List.of("i4", "i2", "i1")) {
            assertValues(arrays, name, 0, -1, -2, -3, -4, -5);
        }
        // numpy's uint64 as float64: 2**63, 2**63 + 2**62 and 2**53 are powers and sums that a double holds
        assertValues(arrays, "u8", 0, 1, 0x1p63, 0x1p63 + 0x1p62, 0x1p53, 7);
        assertValues(arrays, "u4", 4294967290.0, 4294967291.0, 4294967292.0, 4294967293.0, 4294967294.0, 4294967295.0);
        assertValues(arrays, "big_u4", 4294967290.0, 4294967291.0, 4294967292.0, 4294967293.0, 4294967294.0,
                4294967295.0);
        assertValues(arrays, "u2", 65530, 65531, 65532, 65533, 65534, 65535);
        assertValues(arrays, "u1", 250, 251, 252, 253, 254, 255);
        assertValues(arrays, "b1", 0, 1, 0, 1, 0, 1);
        assertValues(arrays, "big_i2", -2500, -1500, -500, 500, 1500, 2500);
    }

    @Test
    void fortranOrderScalarsAndEmptyArraysAreRead() {
        Map<String, NpyArray> arrays = NumpyFile.archive(resource("kinds.npz"));
        NpyArray fortran = arrays.get("fortran"); // arange(24) in the shape (2, 3, 4), stored column by column
        assertArrayEquals(new int[] {2, 3, 4}, fortran.shape());
        for (int i = 0; i < 24; i++) {
            assertEquals(i, fortran.values()[i]);
        }
        assertEquals(0, arrays.get("scalar").shape().length);
        assertArrayEquals(new double[] {2.5}, arrays.get("scalar").values());
        assertArrayEquals(new int[] {0, 4}, arrays.get("empty").shape());
        assertEquals(0, arrays.get("empty").values().length);
    }

    @Test
    void allThreeVersionsOfTheFormatAreRead() {
        Map<String, NpyArray> arrays = NumpyFile.archive(resource("versions.npz"));
        assertEquals(List.of("v1", "v2", "v3"), List.copyOf(arrays.keySet()));
        arrays.keySet().forEach(name -> assertValues(arrays, name, 0, 1, 2, 3, 4, 5));
    }

    @Test
    void picklesAreLeftOutOfArchivesAndRefusedAlone() {
        assertEquals(List.of("numbers"), List.copyOf(NumpyFile.archive(resource("objects.npz")).keySet()));
        Path alone = resource("objects.npy");
        Problem problem = assertThrows(Problem.class, () -> NumpyFile.array(alone));
        assertEquals(ExitCode.INPUT, problem.exitCode());
        assertTrue(problem.getMessage().contains("never loaded"), problem.getMessage());
    }

    @Test
    void imagesThatCompressWellAreNoBomb() throws IOException {
        // 4,000 black images of 64 × 64: 16 MB in about 16 KB, a thousand to one, as much as DEFLATE can
        Path file = archive("black.npz", zip -> {
            zip.putNextEntry(new ZipEntry("images.npy"));
            zip.write(header("|u1", "(4000, 64, 64)"));
            zip.write(new byte[4000 * 64 * 64]);
        });
        assertTrue(Files.size(file) < 50_000);
        assertEquals(4000 * 64 * 64, NumpyFile.archive(file).get("images").values().length);
    }

    @Test
    void bombsAreRefused() throws IOException {
        int size = 80 << 20; // more than the 64 MiB that are free, and far more than 200 times the compressed 80 KB
        Path array = archive("array.npz", zip -> {
            zip.putNextEntry(new ZipEntry("codes.npy"));
            zip.write(header("|u1", "(" + size + ",)"));
            zip.write(new byte[size]);
        });
        assertBomb(array);
        Path other = archive("other.npz", zip -> { // what is not loaded still has to be unpacked
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(new byte[size]);
            zip.putNextEntry(new ZipEntry("codes.npy"));
            Npy.write(zip, new int[] {1}, 1);
        });
        assertBomb(other);
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Path file = archive("many.npz", zip -> {
            for (int i = 0; i <= 10_000; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
            }
        });
        Problem problem = assertThrows(Problem.class, () -> NumpyFile.archive(file));
        assertTrue(problem.getMessage().contains("entries"), problem.getMessage());
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.npz"), "x,y\n1,2\n");
        Path empty = Files.createFile(folder.resolve("empty.npz"));
        for (Path file : List.of(text, empty, folder.resolve("missing.npz"))) {
            Problem problem = assertThrows(Problem.class, () -> NumpyFile.archive(file));
            assertEquals(ExitCode.INPUT, problem.exitCode());
            assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
        }
    }

    @Test
    void damagedArchivesOnlyGiveProblems() throws IOException {
        byte[] whole = Files.readAllBytes(resource("kinds.npz"));
        SplittableRandom random = new SplittableRandom(7);
        Path file = folder.resolve("damaged.npz");
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = i % 4 == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int change = random.nextInt(6); change >= 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            try {
                NumpyFile.archive(file);
            } catch (Problem e) {
                refused++;
                assertEquals(ExitCode.INPUT, e.exitCode());
            }
        }
        assertTrue(refused > 300, refused + " of 1000 damaged archives refused"); // checksums see nearly every change
    }

    private interface Filling {
        void fill(ZipOutputStream zip) throws IOException;
    }

    private Path archive(String name, Filling filling) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            filling.fill(zip);
        }
        return file;
    }

    private static byte[] header(String type, String shape) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        out.writeBytes(header.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void assertBomb(Path file) {
        Problem problem = assertThrows(Problem.class, () -> NumpyFile.archive(file));
        assertEquals(ExitCode.INPUT, problem.exitCode());
        assertTrue(problem.getMessage().contains("200 times its size"), problem.getMessage());
    }

    private static void assertValues(Map<String, NpyArray> arrays, String name, double... expected) {
        assertArrayEquals(expected, arrays.get(name).values(), name);
        assertTrue(arrays.get(name).integral(), name);
    }

    private Path resource(String name) {
        Path file = folder.resolve(name);
        try (InputStream in = NumpyFileTest.class.getResourceAsStream(name)) {
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
