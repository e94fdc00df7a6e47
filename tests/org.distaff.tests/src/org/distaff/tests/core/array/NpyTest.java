package org.distaff.tests.core.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.distaff.core.array.Npy;
import org.distaff.core.array.NpyArray;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {

    @Test
    void doublesComeBack() throws IOException {
        double[] values = {0, -1.5, Math.PI, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, values, 2, 3);
        NpyArray array = read(out.toByteArray());
        assertArrayEquals(new int[] {2, 3}, array.shape());
        assertArrayEquals(values, array.values());
        assertEquals("<f8", array.type());
        assertFalse(array.integral());
    }

    @Test
    void floatsAndIntegersComeBackFromSeveralBlocks() throws IOException {
        int count = 200_001; // more than three blocks of 65,536, and no multiple of one
        float[] floats = new float[count];
        int[] integers = new int[count];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < count; i++) {
            integers[i] = random.nextInt();
            floats[i] = Float.intBitsToFloat(integers[i] & 0x7F7FFFFF); // finite: the exponent is never all ones
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, floats, count);
        Npy.write(out, integers, count, 1);
        InputStream in = new ByteArrayInputStream(out.toByteArray());
        NpyArray first = Npy.read(in, "floats");
        NpyArray second = Npy.read(in, "integers"); // the stream stands behind the first array
        for (int i = 0; i < count; i++) {
            assertEquals(floats[i], first.values()[i]);
            assertEquals(integers[i], second.values()[i]);
        }
        assertArrayEquals(new int[] {count, 1}, second.shape());
        assertTrue(second.integral());
        assertEquals(-1, in.read());
    }

    @Test
    void whatIsWrittenIsLaidOutAsNumpyDoes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, new int[] {1, 2}, 2);
        byte[] bytes = out.toByteArray();
        // numpy.lib.format: magic, version 1.0, length, dictionary padded by spaces and one newline to a multiple of 64
        assertEquals("\u0093NUMPY\u0001\u0000\u0076\u0000{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }",
                new String(bytes, 0, 67, StandardCharsets.ISO_8859_1));
        assertEquals('\n', bytes[127]);
        assertEquals(128 + 8, bytes.length);
        ByteArrayOutputStream scalar = new ByteArrayOutputStream();
        Npy.write(scalar, new double[] {2.5});
        assertEquals(0, read(scalar.toByteArray()).shape().length);
    }

    @Test
    void valuesThatDoNotFillTheShapeAreNotWritten() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(IllegalArgumentException.class, () -> Npy.write(out, new double[5], 2, 3));
        assertThrows(IllegalArgumentException.class, () -> Npy.write(out, new float[0], 1 << 16, 1 << 16));
        assertEquals(0, out.size());
    }

    /** Headers that promise 2 GiB of doubles and are followed by 100 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"(268435456,)", "(16384, 16384)", "(1, 268435456, 1)"})
    void headersThatPromiseTooMuchAreCutShort(String shape) {
        byte[] file = file(1, "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }", new byte[100]);
        assertRefused(file, "cut short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(268435457,)", "(65536, 65536)", "(2147483647, 2147483647, 2147483647)",
        "(4294967296,)", "(99999999999999999999,)"})
    void shapesBeyondTheLimitAreRefused(String shape) {
        byte[] file = file(1, "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }", new byte[100]);
        assertThrows(Problem.class, () -> read(file));
        assertRefused(file, "shape");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'fortran_order': False, 'shape': (2,), }", "{'descr': '<f4', 'shape': (2,), }",
        "{'descr': '<f4', 'fortran_order': False, }", "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }",
        "{'descr': '<f4', 'fortran_order': 1, 'shape': (2,), }", ""})
    void headersThatLackSomethingAreRefused(String header) {
        assertRefused(file(1, header, new byte[8]), "header has no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|O", "<U4", "|S3", "<c16", "<M8[ns]", "|V8"})
    void onlyPlainNumbersAreRead(String type) {
        assertRefused(file(1, "{'descr': '" + type + "', 'fortran_order': False, 'shape': (2,), }", new byte[99]),
                "no plain numbers");
    }

    @Test
    void unknownWidthsVersionsAndBeginningsAreRefused() {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
        assertRefused(file(1, header.replace("f4", "f1"), new byte[8]), "f1");
        assertRefused(file(4, header, new byte[8]), "version 4");
        assertRefused("PNG or something".getBytes(StandardCharsets.US_ASCII), "is no .npy file");
        assertRefused(new byte[0], "is no .npy file");
        byte[] long2 = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1};
        assertRefused(long2, "header of 4294967295 bytes");
    }

    @Test
    void everyCutIsNoticed() {
        byte[] whole = file(1, "{'descr': '<i2', 'fortran_order': True, 'shape': (3, 2), }", new byte[12]);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(Problem.class, () -> read(part), "cut to " + length + " bytes");
        }
    }

    @Test
    void damagedFilesOnlyGiveProblems() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(out, new float[60], 5, 12);
        SplittableRandom random = new SplittableRandom(42);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = out.toByteArray();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(80)] = (byte) random.nextInt(256); // the magic, the header and a few values
            }
            try {
                read(bytes);
            } catch (Problem e) {
                refused++;
                assertEquals(ExitCode.INPUT, e.exitCode());
            }
        }
        assertTrue(refused > 300, refused + " of 1000 damaged files refused"); // half of the changed bytes matter
    }

    private static NpyArray read(byte[] bytes) throws IOException {
        return Npy.read(new ByteArrayInputStream(bytes), "codes.npy");
    }

    private static void assertRefused(byte[] file, String reason) {
        Problem problem = assertThrows(Problem.class, () -> read(file));
        assertEquals(ExitCode.INPUT, problem.exitCode());
        assertTrue(problem.getMessage().startsWith("codes.npy"), problem.getMessage());
        assertTrue(problem.getMessage().contains(reason), problem.getMessage());
    }

    private static byte[] file(int version, String header, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        out.write(header.length());
        out.write(header.length() >> 8);
        out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(data);
        return out.toByteArray();
    }
}
