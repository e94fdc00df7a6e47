package org.distaff.tests.datasets.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.data.FactorKind;
import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.parquet.ParquetFile;
import org.distaff.datasets.file.table.FactorColumns;
import org.distaff.datasets.file.table.TextColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of Apache Arrow and DuckDB; parquet/README.md has their closed forms. */
class ParquetTest {

    @ParameterizedTest
    @ValueSource(strings = {"arrow", "snappy", "gzip"})
    void columnsAreReadExactly(String name) throws IOException {
        TextColumns table = ParquetFile.read(Resources.bytes("parquet/" + name + ".parquet"));
        assertEquals(List.of("code", "small", "wide", "eighth", "quarter", "flag", "shape", "file"), table.names(),
                "the column of lists is passed over");
        for (int i = 0; i < 500; i++) {
            assertEquals(i * 7 % 251, Integer.parseInt(at(table, "code", i)));
            assertEquals(i % 3, Integer.parseInt(at(table, "small", i)));
            assertEquals(i * 1_000_003L, Long.parseLong(at(table, "wide", i)));
            assertEquals(i / 8.0, Double.parseDouble(at(table, "eighth", i)));
            assertEquals(i % 5 / 4f, Float.parseFloat(at(table, "quarter", i)));
            assertEquals(i % 2 == 0, Boolean.parseBoolean(at(table, "flag", i)));
            assertEquals(List.of("cube", "ball", "größe", "none").get(i % 4), at(table, "shape", i));
            assertEquals(String.format("file%04d.png", i), at(table, "file", i));
        }
        assertEquals("1", at(table, "eighth", 8), "whole numbers have no point, so that 1 and 1.0 are one value");
    }

    private static String at(TextColumns table, String column, int row) {
        return table.column(column).orElseThrow().get(row);
    }

    @Test
    void rowGroupsFollowEachOther() throws IOException {
        TextColumns table = ParquetFile.read(Resources.bytes("parquet/groups.parquet"));
        for (int i = 0; i < 5000; i++) {
            assertEquals(String.valueOf(i % 10), at(table, "c", i));
            assertEquals("x" + i % 10, at(table, "n", i));
        }
    }

    @Test
    void aTableBecomesFactors() throws IOException {
        ListedFactors factors = FactorColumns.of(ParquetFile.read(Resources.bytes("parquet/groups.parquet")), "n")
                .listed(5000);
        assertEquals(FactorKind.ORDINAL, factors.space().factors().get(0).kind());
        assertEquals(10, factors.space().size(0));
        assertArrayEquals(new int[] {0, 1, 2}, Arrays.copyOf(factors.rows(), 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"zstd|compression='snappy'", "delta|plain or with a dictionary"})
    void whatIsNotReadIsToldWithARemedy(String name, String part) {
        String message = assertThrows(Problem.class,
                () -> ParquetFile.read(Resources.bytes("parquet/" + name + ".parquet"))).getMessage();
        assertTrue(message.contains("column 'code'") && message.contains(part), message);
    }

    /** 150 bytes that announce two thousand million rows, which one run makes good on. */
    @Test
    void aFewBytesCannotFillTheMemory() {
        String rows = assertThrows(Problem.class, () -> ParquetFile.read(constants(2_000_000_000))).getMessage();
        assertTrue(rows.contains("10000000 values"), rows);
    }

    @Test
    void longRunsAreNoBomb() throws IOException {
        TextColumns table = ParquetFile.read(constants(5_000_000));
        assertEquals(5_000_000, table.column("c").orElseThrow().size());
        assertEquals("7", at(table, "c", 4_999_999));
    }

    @Test
    void aSnappyPageThatLiesAboutItsLengthIsRefused() {
        byte[] bytes = Resources.array("parquet/snappy.parquet");
        bytes[4 + 20] ^= 0x40; // within the header or the beginning of the first page
        assertThrows(Problem.class, () -> ParquetFile.read(new MemoryBytes("lying.parquet", bytes)));
    }

    /** One required INT32 column c, a dictionary of the value 7, and a data page of one run. */
    private static MemoryBytes constants(int rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        // page header: type 2, unpacked 4, packed 4, dictionary header (7): values 1, encoding 0
        file.writeBytes(new byte[] {0x15, 4, 0x15, 8, 0x15, 8, 0x4C, 0x15, 2, 0x15, 0, 0, 0, 7, 0, 0, 0});
        byte[] run = join(new byte[] {1}, varint(2L * rows), new byte[] {0});
        // type 0, unpacked, packed, data header (5): values, encoding 8, levels 3 and 3
        file.writeBytes(join(new byte[] {0x15, 0, 0x15}, varint(2L * run.length), new byte[] {0x15},
                varint(2L * run.length), new byte[] {0x2C, 0x15}, varint(2L * rows),
                new byte[] {0x15, 16, 0x15, 6, 0x15, 6, 0, 0}, run));
        // schema (2): root "r" with one child; type 1, required, "c". rows (3); groups (4): columns (1), rows (3)
        byte[] footer = join(new byte[] {0x15, 2, 0x19, 0x2C, 0x48, 1, 'r', 0x15, 2, 0, 0x15, 2, 0x25, 0, 0x18, 1, 'c', 0,
            0x16}, varint(2L * rows), new byte[] {0x19, 0x1C, 0x19, 0x1C, 0x3C, 0x15, 2, 0x29, 0x18, 1, 'c', 0x15, 0, 0x16},
                varint(2L * rows), new byte[] {0x46, 42, 0x26, 8, 0, 0, 0x26}, varint(2L * rows), new byte[] {0, 0});
        file.writeBytes(footer);
        file.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        return new MemoryBytes("constants.parquet", file.toByteArray());
    }

    private static byte[] varint(long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long rest = number; bytes.size() == 0 || rest > 0; rest >>>= 7) {
            bytes.write((int) (rest > 0x7F ? rest & 0x7F | 0x80 : rest));
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
