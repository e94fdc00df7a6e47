package org.distaff.datasets.file.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.Texts;

/** Tables of comma-separated values. */
public final class CsvTable {

    private static final int MAXIMUM_LINE = 1 << 16;
    private static final int MAXIMUM_COLUMNS = 1000;
    private static final int MAXIMUM_CELLS = 10_000_000;
    private static final long MAXIMUM_TEXT = 1L << 26;

    private CsvTable() {
    }

    /**
     * Reads comma-separated values (RFC 4180, UTF-8) whose first line names the columns. A quoted text may hold commas
     * and doubled quotes but no line break. Strict: every line has as many texts as there are columns. At most 10
     * million texts and 64 MiB.
     *
     * @throws Problem (input) that names the line
     */
    public static TextColumns read(Bytes bytes) throws IOException {
        if (bytes.size() > MAXIMUM_TEXT) {
            throw Problem.input(bytes.name() + " has " + bytes.size() + " bytes; tables of at most " + MAXIMUM_TEXT
                    + " are read.");
        }
        try (InputStream in = bytes.stream(0, bytes.size())) {
            Texts texts = new Texts(in, bytes.name(), MAXIMUM_LINE);
            String header = texts.line();
            if (header == null) {
                throw Problem.input(bytes.name() + " is empty; its first line must name the columns.");
            }
            List<String> columns = List.copyOf(cells(header, texts));
            if (columns.stream().distinct().count() < columns.size() || columns.stream().anyMatch(String::isBlank)) {
                throw texts.wrong("every column needs a name of its own.");
            }
            List<List<String>> values = new ArrayList<>();
            columns.forEach(column -> values.add(new ArrayList<>()));
            long cells = 0;
            for (String line = texts.line(); line != null; line = texts.line()) {
                List<String> row = cells(line, texts);
                if (row.size() != columns.size()) {
                    throw texts.wrong("it has " + row.size() + " values for " + columns.size() + " columns; give every column "
                            + "a value, and quote those that hold a comma.");
                }
                for (int c = 0; c < row.size(); c++) {
                    values.get(c).add(row.get(c));
                }
                cells += row.size();
                if (cells > MAXIMUM_CELLS) {
                    throw texts.wrong("tables of at most " + MAXIMUM_CELLS + " values are read.");
                }
            }
            return new TextColumns(bytes.name(), columns, values);
        }
    }

    private static List<String> cells(String line, Texts texts) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at >= 0) {
            if (cells.size() == MAXIMUM_COLUMNS) {
                throw texts.wrong("tables of at most " + MAXIMUM_COLUMNS + " columns are read.");
            }
            at = line.startsWith("\"", at) ? quoted(line, at, cells, texts) : plain(line, at, cells, texts);
        }
        return cells;
    }

    private static int plain(String line, int at, List<String> cells, Texts texts) {
        int comma = line.indexOf(',', at);
        String cell = line.substring(at, comma < 0 ? line.length() : comma);
        if (cell.indexOf('"') >= 0) {
            throw texts.wrong("a quote stands within a value; put the value in quotes and double the quote.");
        }
        cells.add(cell.strip());
        return comma < 0 ? -1 : comma + 1;
    }

    private static int quoted(String line, int start, List<String> cells, Texts texts) {
        StringBuilder cell = new StringBuilder();
        int at = start + 1;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw texts.wrong("a quoted value does not end on its line.");
            }
            cell.append(line, at, quote);
            at = quote + 1;
            if (!line.startsWith("\"", at)) {
                break;
            }
            cell.append('"');
            at++;
        }
        cells.add(cell.toString());
        if (at == line.length()) {
            return -1;
        }
        if (line.charAt(at) != ',') {
            throw texts.wrong("something stands behind a quoted value.");
        }
        return at + 1;
    }

    /** For tests with damaged bytes. */
    public static void fuzz(byte[] data) throws IOException {
        read(new MemoryBytes("fuzz", data));
    }
}
