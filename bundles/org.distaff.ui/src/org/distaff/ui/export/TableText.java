package org.distaff.ui.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.distaff.core.metric.Matrix;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.report.CsvTable;

/**
 * Rows and matrices as text for other programs. Programs that calculate get every digit, and means and standard
 * deviations in columns of their own; readers of LaTeX get what the table shows.
 */
public final class TableText {

    private TableText() {
    }

    /** Comma-separated values with a header (RFC 4180). */
    public static String csv(List<ResultTable.Column> columns, List<ResultTable.Row> rows) {
        return numbers(columns, rows, ",", CsvTable::field);
    }

    /** Tab-separated values with a header, as spreadsheets paste them. */
    public static String tsv(List<ResultTable.Column> columns, List<ResultTable.Row> rows) {
        return numbers(columns, rows, "\t", text -> text.replace('\t', ' ').replace('\n', ' '));
    }

    /** A LaTeX table with the rules of booktabs. */
    public static String latex(List<ResultTable.Column> columns, List<ResultTable.Row> rows) {
        StringBuilder text = new StringBuilder("\\begin{tabular}{");
        columns.forEach(column -> text.append(column.score() ? 'r' : 'l'));
        text.append("}\n\\toprule\n");
        line(text, columns.stream().map(c -> escape(c.label())).toList(), " & ", " \\\\\n");
        text.append("\\midrule\n");
        for (ResultTable.Row row : rows) {
            line(text, row.values().stream().map(v -> escape(v.text())).toList(), " & ", " \\\\\n");
        }
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    /** A matrix as comma-separated values, row names first, with every digit; nothing stands for undefined values. */
    public static String csv(Matrix matrix) {
        StringBuilder text = new StringBuilder();
        List<String> fields = new ArrayList<>(List.of(""));
        matrix.columns().forEach(column -> fields.add(CsvTable.field(column)));
        line(text, fields, ",", "\n");
        for (int r = 0; r < matrix.rows().size(); r++) {
            fields.clear();
            fields.add(CsvTable.field(matrix.rows().get(r)));
            Arrays.stream(matrix.values()[r]).forEach(value -> fields.add(CsvTable.field(value)));
            line(text, fields, ",", "\n");
        }
        return text.toString();
    }

    /** A matrix as a LaTeX table with the rules of booktabs: counts as they are, other numbers to three decimals. */
    public static String latex(Matrix matrix) {
        boolean counts = Arrays.stream(matrix.values()).flatMapToDouble(Arrays::stream)
                .allMatch(v -> v == Math.rint(v));
        StringBuilder text = new StringBuilder("\\begin{tabular}{l").append("r".repeat(matrix.columns().size()))
                .append("}\n\\toprule\n");
        List<String> fields = new ArrayList<>(List.of(""));
        matrix.columns().forEach(column -> fields.add(escape(column)));
        line(text, fields, " & ", " \\\\\n");
        text.append("\\midrule\n");
        for (int r = 0; r < matrix.rows().size(); r++) {
            fields.clear();
            fields.add(escape(matrix.rows().get(r)));
            Arrays.stream(matrix.values()[r]).forEach(value -> fields.add(Double.isNaN(value) ? "--"
                    : "$" + String.format(Locale.ROOT, counts ? "%.0f" : "%.3f", value) + "$"));
            line(text, fields, " & ", " \\\\\n");
        }
        return text.append("\\bottomrule\n\\end{tabular}\n").toString();
    }

    private static String numbers(List<ResultTable.Column> columns, List<ResultTable.Row> rows, String between,
            UnaryOperator<String> field) {
        boolean spread = rows.stream().anyMatch(row -> row.cells().size() > 1);
        List<String> fields = new ArrayList<>();
        for (ResultTable.Column column : columns) {
            fields.add(field.apply(column.label()));
            if (column.score() && spread) {
                fields.add(field.apply(column.label() + " std"));
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, fields, between, "\n");
        for (ResultTable.Row row : rows) {
            fields.clear();
            for (int c = 0; c < columns.size(); c++) {
                ResultTable.Value value = row.values().get(c);
                fields.add(columns.get(c).score() ? CsvTable.field(value.value()) : field.apply(value.text()));
                if (columns.get(c).score() && spread) {
                    fields.add(CsvTable.field(value.std()));
                }
            }
            line(text, fields, between, "\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> fields, String between, String end) {
        text.append(String.join(between, fields)).append(end);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '_', '%', '&', '#', '$', '{', '}' -> escaped.append('\\').append(c);
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '±' -> escaped.append("$\\pm$");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
