package org.distaff.tests.datasets.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

import org.distaff.core.data.FactorKind;
import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.ObservationTable;
import org.distaff.datasets.file.table.AnnData;
import org.distaff.datasets.file.table.CsvTable;
import org.distaff.datasets.file.table.FactorColumns;
import org.distaff.datasets.file.table.MatrixMarket;
import org.distaff.datasets.file.table.TextColumns;
import org.distaff.datasets.file.text.TokenTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    /** make.py's counts: i modulo 7 where i is a multiple of 3, for cell i / 5 and gene i mod 5. */
    private static void assertCounts(ObservationTable counts) {
        assertEquals(12, counts.count());
        assertEquals(5, counts.shape().values());
        FloatBuffer target = FloatBuffer.allocate(60);
        for (int n = 0; n < 12; n++) {
            counts.write(n, target);
        }
        for (int i = 0; i < 60; i++) {
            assertEquals(i % 3 == 0 ? i % 7 : 0, target.get(i), "entry " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"counts.mtx,true", "counts.mtx.gz,true", "real.mtx,false"})
    void matrixMarketByColumnsAndRows(String name, boolean columns) throws IOException {
        assertCounts(MatrixMarket.read(Resources.bytes("table/" + name), columns));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dense", "csr", "csc"})
    void annDataWithItsCategories(String name) {
        AnnData data = AnnData.read(Resources.bytes("table/" + name + ".h5ad"), List.of());
        assertCounts(data.counts());
        ListedFactors factors = data.columns().listed(12);
        assertEquals(List.of("batch", "cell_type"), factors.space().factors().stream().map(f -> f.name()).toList());
        assertEquals(List.of("B", "NK", "T", "none"), factors.space().factors().get(1).valueNames());
        for (int n = 0; n < 12; n++) {
            assertEquals(n % 2, factors.rows()[2 * n]);
            assertEquals(n % 4 == 0 ? 3 : n % 4 - 1, factors.rows()[2 * n + 1], "cell " + n);
        }
    }

    @Test
    void columnsOfObsCanBeChosen() {
        Bytes bytes = Resources.bytes("table/csr.h5ad");
        assertEquals(1, AnnData.read(bytes, List.of("batch")).columns().listed(12).space().count());
        String message = assertThrows(Problem.class, () -> AnnData.read(bytes, List.of("depth"))).getMessage();
        assertTrue(message.contains("'depth'") && message.contains("batch, cell_type"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "%%MatrixMarket matrix array real general|1|must begin with",
        "%%MatrixMarket matrix coordinate integer general;2 2 1;3 1 1|3|integer from 0 to 2",
        "%%MatrixMarket matrix coordinate integer general;2 2 1;0 1 1|3|count from 1",
        "%%MatrixMarket matrix coordinate integer general;2 2 2;1 1 1|3|ends after 1 of 2",
        "%%MatrixMarket matrix coordinate real general;2 2 1;1 1 -1|3|not negative",
        "%%MatrixMarket matrix coordinate real general;2 2 1;1 1 NaN|3|not negative",
        "%%MatrixMarket matrix coordinate integer general;9 999999999 1;1 1 1|2|at most"})
    void wrongMatricesAreNamedByLine(String text, int line, String part) {
        String message = assertThrows(Problem.class,
                () -> MatrixMarket.read(bytes(text.replace(';', '\n')), true)).getMessage();
        assertTrue(message.contains("line " + line) && message.contains(part), message);
    }

    /** 64 MiB of blank lines deflate to 64 KiB. */
    @Test
    void gzipBombsAreRefused() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(file)) {
            out.write("%%MatrixMarket matrix coordinate integer general\n".getBytes(StandardCharsets.US_ASCII));
            byte[] blank = "\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                out.write(blank);
            }
        }
        String message = assertThrows(Problem.class,
                () -> MatrixMarket.read(new MemoryBytes("bomb.mtx.gz", file.toByteArray()), true)).getMessage();
        assertTrue(message.contains("200 times"), message);
    }

    @Test
    void csvBecomesFactors() throws IOException {
        TextColumns table = CsvTable.read(bytes("\uFEFFfile,size,\"shape, named\"\r\na.png,10,cube\n\"b \"\"x\"\".png\",2,"
                + "ball\nc.png,10,cube\n"));
        assertEquals(List.of("a.png", "b \"x\".png", "c.png"), table.column("file").orElseThrow());
        ListedFactors factors = FactorColumns.of(table, "file").listed(3);
        assertEquals(List.of("2", "10"), factors.space().factors().get(0).valueNames(), "numbers, not texts");
        assertEquals(FactorKind.ORDINAL, factors.space().factors().get(0).kind());
        assertEquals(FactorKind.NOMINAL, factors.space().factors().get(1).kind());
        assertArrayEquals(new int[] {1, 1, 0, 0, 1, 1}, factors.rows());
        RandomGenerator random = RandomStreams.derive(1, "test");
        assertEquals(1, factors.observation(new int[] {0, 0}, random));
        boolean[] drawn = new boolean[3];
        for (int i = 0; i < 64; i++) { // missing one of two has a chance of 2⁻⁶³
            drawn[factors.observation(new int[] {1, 1}, random)] = true;
        }
        assertArrayEquals(new boolean[] {true, false, true}, drawn);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a,b;1|2|1 values for 2 columns", "a,a;1,2|1|name of its own",
        "a;x\"y|2|quote stands within", "a;\"x|2|does not end", "a;\"x\"y|2|behind a quoted"})
    void wrongTablesAreNamedByLine(String text, int line, String part) {
        String message = assertThrows(Problem.class, () -> CsvTable.read(bytes(text.replace(';', '\n')))).getMessage();
        assertTrue(message.contains("line " + line) && message.contains(part), message);
    }

    @Test
    void textsThatAreNoUtf8AreRefused() {
        Bytes latin = new MemoryBytes("latin1.csv", "a\nä".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(Problem.class, () -> CsvTable.read(latin)).getMessage().contains("UTF-8"));
    }

    @Test
    void linesBecomeTokens() throws IOException {
        TokenTable table = TokenTable.read(bytes("the cat sat\n\nthe dog\nthe cat ran far away\n"), 5, 3);
        assertEquals(List.of("the", "cat", "away"), table.vocabulary(), "by frequency, then by letters");
        assertEquals(3, table.count());
        FloatBuffer target = FloatBuffer.allocate(15);
        for (int n = 0; n < 3; n++) {
            table.write(n, target);
        }
        // the 3, cat 4, away 5; unknown 1, end 2, padding 0; the last line is cut before its fifth word
        assertArrayEquals(new float[] {3, 4, 1, 2, 0, 3, 1, 2, 0, 0, 3, 4, 1, 1, 2}, target.array());
    }

    private static Bytes bytes(String text) {
        return new MemoryBytes("given", text.getBytes(StandardCharsets.UTF_8));
    }
}
