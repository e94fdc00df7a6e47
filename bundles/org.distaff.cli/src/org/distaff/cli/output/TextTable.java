package org.distaff.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of aligned columns for people. */
public final class TextTable {

    private final List<String> header;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these column headers; a header that ends with {@code >} makes its column right-aligned. */
    public TextTable(String... headers) {
        right = new boolean[headers.length];
        for (int c = 0; c < headers.length; c++) {
            right[c] = headers[c].endsWith(">");
        }
        header = Arrays.stream(headers).map(h -> h.replaceFirst(">$", "")).toList();
    }

    /** Adds a row with one text per column. */
    public TextTable row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + header.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table, one line per row, each ending with a new line; columns without any text are left out. */
    @Override
    public String toString() {
        int[] widths = new int[header.size()];
        for (int c = 0; c < widths.length; c++) {
            int column = c;
            int longest = rows.stream().mapToInt(r -> length(r.get(column))).max().orElse(0);
            widths[c] = longest == 0 ? 0 : Math.max(longest, length(header.get(c)));
        }
        StringBuilder text = new StringBuilder();
        line(text, header, widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            if (widths[c] > 0) {
                String padding = " ".repeat(widths[c] - length(cells.get(c)));
                line.append(line.isEmpty() ? "" : "  ").append(right[c] ? padding + cells.get(c)
                        : cells.get(c) + padding);
            }
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
