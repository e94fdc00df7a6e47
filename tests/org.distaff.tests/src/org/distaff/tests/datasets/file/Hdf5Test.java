package org.distaff.tests.datasets.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.hdf5.Hdf5Dataset;
import org.distaff.datasets.file.hdf5.Hdf5File;
import org.distaff.datasets.file.hdf5.Hdf5Group;
import org.distaff.datasets.file.hdf5.Hdf5Images;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads back what h5py wrote: every value is a closed form of make.py, so all are equal exactly. */
class Hdf5Test {

    private final Hdf5Group earliest = open("earliest");

    @ParameterizedTest
    @CsvSource({"earliest,gzip", "userblock,gzip", "latest,single"})
    void chunksOfBytesAreReadInAnyRange(String file, String name) {
        Hdf5Dataset dataset = open(file).dataset(name);
        assertArrayEquals(new long[] {10, 9, 4}, dataset.shape());
        for (int first = 0; first < 10; first++) {
            for (int count = 0; count <= 10 - first; count++) {
                assertArrayEquals(Resources.ramp(first * 36, count * 36), dataset.rows(first, count),
                        first + "+" + count);
            }
        }
    }

    @Test
    void chunksOfSingleChannelsAreReadInAnyRange() {
        Hdf5Dataset dataset = open("channels").dataset("images");
        for (int first = 0; first < 40; first++) {
            for (int count = 0; count <= 40 - first; count++) {
                assertArrayEquals(Resources.ramp(first * 90, count * 90), dataset.rows(first, count),
                        first + "+" + count);
            }
        }
    }

    /** Images whose chunks lie across them come whole, and no chunk is fetched again for the next image. */
    @Test
    void aStreamOfImagesReadsEachChunkOnce() {
        Map<Long, Integer> reads = new ConcurrentHashMap<>();
        Bytes file = Resources.bytes("hdf5/channels.h5");
        Bytes counted = new Bytes() {

            @Override
            public String name() {
                return file.name();
            }

            @Override
            public long size() {
                return file.size();
            }

            @Override
            public void read(long position, byte[] target, int offset, int length) {
                reads.merge(position, 1, Integer::sum);
                file.read(position, target, offset, length);
            }
        };
        Hdf5Images images = new Hdf5Images(Hdf5File.open(counted).root().dataset("images"));
        reads.clear(); // of the bookkeeping
        byte[] image = new byte[90];
        for (int i = 0; i < 40; i++) {
            images.next(image);
            assertArrayEquals(Resources.ramp(i * 90, 90), image, "image " + i);
        }
        // 3 × 2 × 2 × 3 chunks of 16 × 4 × 4 × 1 cover 40 × 6 × 5 × 3
        assertEquals(Collections.nCopies(36, 1), List.copyOf(reads.values()));
    }

    /** Several chunks are unpacked at a time; whichever fails first is told as if there were one. */
    @Test
    void aChunkThatDoesNotUnpackIsToldInASentence() {
        byte[] file = Resources.array("hdf5/channels.h5");
        int damaged = 0;
        for (int at = 0; at + 1 < file.length; at++) {
            if (file[at] == 0x78 && file[at + 1] == 0x5E) { // where zlib's streams of this level begin (RFC 1950, §2.2)
                file[at] = 0;
                damaged++;
            }
        }
        assertTrue(damaged >= 36, damaged + " chunks");
        Hdf5Dataset dataset = Hdf5File.open(new MemoryBytes("channels.h5", file)).root().dataset("images");
        String message = assertThrows(Problem.class, () -> dataset.rows(0, 40)).getMessage();
        assertEquals("channels.h5 is damaged or hostile: a chunk that does not unpack; copy or download it again.",
                message);
    }

    @Test
    void lzfAndShuffledIntegers() {
        double[] expected = IntStream.range(0, 2000).mapToDouble(Resources::ramp).toArray();
        assertArrayEquals(expected, earliest.dataset("lzf").numbers(2000));
    }

    @ParameterizedTest
    @CsvSource({"earliest,plain", "earliest,big", "userblock,plain", "latest,plain"})
    void floatsOfEitherByteOrder(String file, String name) {
        double[] expected = IntStream.range(0, 30).mapToDouble(i -> Resources.ramp(i) / 8.0).toArray();
        assertArrayEquals(expected, open(file).dataset(name).numbers(30));
    }

    @Test
    void contiguousValuesAreFoundInTheFile() {
        for (String file : List.of("earliest", "userblock", "latest")) {
            Bytes bytes = Resources.bytes("hdf5/" + file + ".h5");
            Hdf5Dataset plain = Hdf5File.open(bytes).root().dataset("plain");
            byte[] inPlace = bytes.range(plain.position().orElseThrow(), 5 * 6 * Double.BYTES);
            assertArrayEquals(plain.rows(0, 5), inPlace, file);
        }
        assertTrue(earliest.dataset("gzip").position().isEmpty());
    }

    @Test
    void numbersOfEveryWidth() {
        // 2⁶⁴−1 is no double; 2⁶⁴ is the nearest
        assertArrayEquals(new double[] {0, 1, 0x1p63, 0x1p64}, numbers("wide"));
        assertArrayEquals(new double[] {-3, 0, 127, -128}, numbers("small"));
        assertArrayEquals(new double[] {0.5, -2, 65504}, numbers("half"));
        assertArrayEquals(new double[] {1, 0, 1}, numbers("flags"));
        assertArrayEquals(new double[] {2.5}, numbers("scalar"));
        assertArrayEquals(new double[0], numbers("empty"));
    }

    @Test
    void valuesThatWereNeverWrittenAreTheFillValue() {
        double[] never = new double[12];
        Arrays.fill(never, -7);
        assertArrayEquals(never, numbers("never"));
        double[] holes = new double[32];
        Arrays.fill(holes, 9);
        for (int i : new int[] {16, 17, 20, 21}) { // rows 4 and 5, columns 0 and 1
            holes[i] = 5;
        }
        assertArrayEquals(holes, numbers("holes"));
    }

    @Test
    void textsOfFixedAndVariableLength() {
        assertEquals(List.of("one", "three"), earliest.dataset("fixed").texts(10));
        assertEquals(List.of("ä", "", "longer text", "z"), earliest.dataset("texts").texts(10));
        assertEquals(List.of("ä", "", "longer text", "z"), open("latest").dataset("texts").texts(10));
    }

    @Test
    void groupsAndAttributes() {
        Hdf5Group inner = earliest.group("outer").group("inner");
        assertEquals("größe", inner.attributes().text("name").orElseThrow());
        assertArrayEquals(new double[] {3, 4}, inner.attributes().numbers("shape").orElseThrow());
        assertArrayEquals(new double[] {0, 1, 2}, inner.dataset("deep").numbers(3));
        assertEquals("größe", open("latest").attributes("outer").text("name").orElseThrow());
        assertTrue(earliest.isGroup("many"));
        assertFalse(earliest.isGroup("plain"));
        Hdf5Group many = earliest.group("many");
        assertEquals(40, many.names().size());
        assertEquals(39, many.dataset("d39").numbers(1)[0]);
    }

    @Test
    void manyChunksHaveAnIndexOfTwoLevels() {
        assertArrayEquals(Resources.ramp(0, 4800), earliest.dataset("chunks").rows(0, 600));
        assertArrayEquals(Resources.ramp(599 * 8, 8), earliest.dataset("chunks").rows(599, 1));
    }

    @Test
    void aMissingNameListsWhatIsThere() {
        String message = assertThrows(Problem.class, () -> open("userblock").dataset("gone")).getMessage();
        assertTrue(message.contains("'/gone'") && message.contains("gzip, plain"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused/compound", "refused/scaled", "refused-latest/fixedArray"})
    void whatIsNotReadSaysHowToRewriteIt(String name) {
        String[] words = name.split("/");
        Hdf5Group root = open(words[0]);
        String message = assertThrows(Problem.class, () -> root.dataset(words[1])).getMessage();
        assertTrue(message.contains("h5repack"), message);
    }

    private double[] numbers(String name) {
        return earliest.dataset(name).numbers(100);
    }

    private static Hdf5Group open(String name) {
        return Hdf5File.open(Resources.bytes("hdf5/" + name + ".h5")).root();
    }
}
