package org.distaff.datasets.file.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.table.TextColumns;

/**
 * Tables in Parquet's format (Apache Parquet, "File format", 2.x): flat columns of flags, integers, floating-point numbers
 * and UTF-8 texts, missing values included; plain or with a dictionary, uncompressed or compressed with Snappy or gzip,
 * which is what pandas, pyarrow, DuckDB, Polars (with compression='snappy') and Spark write. Columns of lists and
 * structures are passed over. At most 10 million values.
 */
public final class ParquetFile {

    static final int MAXIMUM_CELLS = 10_000_000;

    private static final int MAXIMUM_COLUMNS = 1000;
    private static final int MAXIMUM_FOOTER = 1 << 24;
    private static final int MAGIC = 4;

    private ParquetFile() {
    }

    /** Whether the bytes begin as such a file does. */
    public static boolean begins(Bytes bytes) {
        return bytes.size() >= MAGIC && magic(bytes.range(0, MAGIC)).equals("PAR1");
    }

    /**
     * Reads all flat columns; a missing value is the text "none".
     *
     * @throws Problem (input) when it is damaged, breaks a limit, or is written in a way that is not read
     */
    public static TextColumns read(Bytes bytes) throws IOException {
        Thrift.Struct footer = footer(bytes);
        List<ParquetColumn> columns = columns(footer.structs(2), bytes);
        long rows = footer.number(3);
        if (rows < 0 || rows > MAXIMUM_CELLS / columns.size()) {
            throw Problem.input(bytes.name() + " has " + rows + " rows of " + columns.size() + " columns; tables of at "
                    + "most " + MAXIMUM_CELLS + " values are read.");
        }
        String[][] values = new String[columns.size()][(int) rows];
        Map<String, String> same = new HashMap<>();
        Budget budget = new Budget(bytes);
        int from = 0;
        for (Thrift.Struct group : footer.structs(4)) {
            long size = group.number(3);
            if (size < 0 || size > rows - from) {
                throw bytes.damaged("more rows in its parts than in all");
            }
            int to = from + (int) size;
            for (int c = 0; c < columns.size(); c++) {
                new ColumnChunk(bytes, columns.get(c), metadata(group, columns.get(c), bytes), values[c], from, to, budget)
                        .read();
                for (int n = from; n < to; n++) { // a value that comes again takes no room again
                    String before = same.putIfAbsent(values[c][n], values[c][n]);
                    values[c][n] = before == null ? values[c][n] : before;
                }
            }
            from = to;
        }
        if (from != rows) {
            throw bytes.damaged(from + " rows in its parts instead of " + rows);
        }
        return new TextColumns(bytes.name(), columns.stream().map(ParquetColumn::name).toList(),
                Arrays.stream(values).map(Arrays::asList).toList());
    }

    private static String magic(byte[] four) {
        return new String(four, StandardCharsets.US_ASCII);
    }

    private static Thrift.Struct footer(Bytes bytes) {
        long size = bytes.size();
        if (!begins(bytes) || size < 3 * MAGIC) {
            throw Problem.input(bytes.name() + " is no Parquet file.");
        }
        byte[] tail = bytes.range(size - 2 * MAGIC, 2 * MAGIC);
        if (magic(Arrays.copyOfRange(tail, MAGIC, 2 * MAGIC)).equals("PARE")) {
            throw Problem.input(bytes.name() + " is encrypted; write it without encryption.");
        }
        if (!magic(Arrays.copyOfRange(tail, MAGIC, 2 * MAGIC)).equals("PAR1")) {
            throw bytes.cutShort();
        }
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0 || length > MAXIMUM_FOOTER || length > size - 3 * MAGIC) {
            throw bytes.damaged("a footer of " + Integer.toUnsignedLong(length) + " bytes");
        }
        return new Thrift(bytes, bytes.range(size - 2 * MAGIC - length, length)).struct();
    }

    /** The columns right below the root that have no children of their own. */
    private static List<ParquetColumn> columns(List<Thrift.Struct> schema, Bytes bytes) {
        if (schema.isEmpty() || schema.size() > 10 * MAXIMUM_COLUMNS) {
            throw bytes.damaged("a schema of " + schema.size() + " elements");
        }
        List<ParquetColumn> columns = new ArrayList<>();
        int at = 1;
        while (at < schema.size()) {
            Thrift.Struct element = schema.get(at);
            if (element.number(5, 0) == 0 && element.number(3, 0) != 2) {
                columns.add(ParquetColumn.of(element, bytes));
            }
            at = behind(schema, at, bytes);
        }
        if (columns.isEmpty() || columns.size() > MAXIMUM_COLUMNS) {
            throw Problem.input(bytes.name() + " has " + columns.size() + " flat columns; 1 to " + MAXIMUM_COLUMNS
                    + " are read.");
        }
        if (columns.stream().map(ParquetColumn::name).distinct().count() < columns.size()) {
            throw Problem.input(bytes.name() + ": every column needs a name of its own.");
        }
        return columns;
    }

    /** The place behind an element and all its children. */
    private static int behind(List<Thrift.Struct> schema, int at, Bytes bytes) {
        long open = 1;
        int next = at;
        while (open > 0) {
            if (next == schema.size()) {
                throw bytes.damaged("a schema that does not end");
            }
            long children = schema.get(next++).number(5, 0);
            if (children < 0 || children > schema.size()) {
                throw bytes.damaged("a column with " + children + " parts");
            }
            open += children - 1;
        }
        return next;
    }

    private static Thrift.Struct metadata(Thrift.Struct group, ParquetColumn column, Bytes bytes) {
        for (Thrift.Struct chunk : group.structs(1)) {
            if (chunk.has(1)) {
                throw Problem.input(bytes.name() + " keeps columns in other files; write it as one file.");
            }
            if (chunk.has(3) && chunk.struct(3).texts(3).equals(List.of(column.name()))) {
                return chunk.struct(3);
            }
        }
        throw bytes.damaged("column '" + column.name() + "' is missing in a part");
    }

    /** For tests with damaged bytes. */
    public static void fuzz(byte[] data) throws IOException {
        read(new MemoryBytes("fuzz", data));
    }
}
