package org.distaff.tests.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.distaff.core.array.Npy;
import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, new float[] {1.5f, -2, 3, 4, 5, 6}, 2, 3);
        NpyArray array = read(out.toByteArray());
        assertArrayEquals(new int[] {2, 3}, array.shape());
        assertArrayEquals(new double[] {1.5, -2, 3, 4, 5, 6}, array.values());
        assertEquals(0, out.size() % 2, "data begins on a 64-byte boundary, and 24 bytes follow");
        ByteArrayOutputStream doubles = new ByteArrayOutputStream();
        double[] many = RandomStreams.derive(1, "npy").doubles(200_000).toArray(); // more than one chunk
        Npy.write(doubles, many, many.length);
        assertArrayEquals(many, read(doubles.toByteArray()).values());
    }

    /** Bytes as NumPy writes them: format 1.0, header padded with spaces, closed with a line feed. */
    private static byte[] npy(String description, boolean fortran, String shape, byte... data) {
        String header = "{'descr': '" + description + "', 'fortran_order': " + (fortran ? "True" : "False")
                + ", 'shape': " + shape + ", }";
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        ByteBuffer buffer = ByteBuffer.allocate(10 + padded.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) padded.length());
        buffer.put(padded.getBytes(StandardCharsets.ISO_8859_1)).put(data);
        return buffer.array();
    }

    @Test
    void everyPlainTypeAndOrderIsUnderstood() throws IOException {
        assertArrayEquals(new double[] {258}, read(npy(">i2", false, "(1,)", (byte) 1, (byte) 2)).values());
        assertArrayEquals(new double[] {513}, read(npy("<u2", false, "(1,)", (byte) 1, (byte) 2)).values());
        assertArrayEquals(new double[] {1, 0, 255}, read(npy("|u1", false, "(3,)", (byte) 1, (byte) 0, (byte) -1)).values());
        assertArrayEquals(new double[] {1, 0}, read(npy("|b1", false, "(2,)", (byte) 1, (byte) 0)).values());
        // 0x3C00 is 1.0 in half precision (IEEE 754)
        assertArrayEquals(new double[] {1}, read(npy("<f2", false, "(1,)", (byte) 0, (byte) 0x3C)).values());
        assertArrayEquals(new double[] {7}, read(npy("|i1", false, "()", (byte) 7)).values());
        // 2 × 3 stored column by column
        assertArrayEquals(new double[] {1, 3, 5, 2, 4, 6},
                read(npy("|i1", true, "(2, 3)", (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6)).values());
    }

    @Test
    void wrongFilesAreRefusedInASentence() {
        assertRefused("does not begin with", "hello, world".getBytes(StandardCharsets.US_ASCII));
        assertRefused("cut short", npy("<f4", false, "(2,)", (byte) 0));
        assertRefused("no plain numbers", npy("|O", false, "(2,)"));
        assertRefused("at most", npy("<f4", false, "(999999, 999999)"));
        // promises a gigabyte and holds nothing: fails without allocating it
        assertRefused("cut short", npy("<f4", false, "(268435456,)"));
    }

    @Test
    void mutatedFilesOnlyEverGiveProblems() throws IOException {
        byte[] good = npy("<f4", false, "(2, 2)", new byte[16]);
        RandomGenerator random = RandomStreams.derive(7, "mutations");
        for (int i = 0; i < 2000; i++) {
            byte[] mutant = good.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            try {
                read(mutant);
            } catch (Problem expected) {
                assertTrue(expected.getMessage().startsWith("test"), expected.getMessage());
            }
        }
    }

    @Test
    void archivesGiveTheirNumericArrays() throws IOException {
        Path file = folder.resolve("a.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy("|u1", false, "(2,)", (byte) 4, (byte) 5));
            zip.putNextEntry(new ZipEntry("metadata.npy"));
            zip.write(npy("|O", false, "()", (byte) 0x80)); // a pickle, as dSprites' archive holds one
            zip.putNextEntry(new ZipEntry("y.npy"));
            zip.write(npy("|u1", false, "(1,)", (byte) 6));
        }
        Map<String, NpyArray> arrays = NumpyFile.archive(file);
        assertEquals(java.util.Set.of("x", "y"), arrays.keySet());
        assertArrayEquals(new double[] {4, 5}, arrays.get("x").values());
    }

    @Test
    void archiveBombsAreRefused() throws IOException {
        Path file = folder.resolve("bomb.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy("|u1", false, "(200000000,)"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros); // compresses about a thousandfold
            }
        }
        Problem problem = assertThrows(Problem.class, () -> NumpyFile.archive(file));
        assertTrue(problem.getMessage().contains("200 times its size"), problem.getMessage());
    }

    private static void assertRefused(String part, byte[] bytes) {
        Problem problem = assertThrows(Problem.class, () -> read(bytes));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }

    private static NpyArray read(byte[] bytes) throws IOException {
        return Npy.read(new ByteArrayInputStream(bytes), "test");
    }
}
