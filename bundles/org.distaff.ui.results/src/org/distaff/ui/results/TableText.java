package org.distaff.ui.results;

import java.util.List;
import java.util.stream.Collectors;

import org.distaff.study.analysis.ResultTable;

/** Rows as text for other programs. */
final class TableText {

    private TableText() {
    }

    /** Comma-separated values with a header (RFC 4180). */
    static String csv(List<ResultTable.Column> columns, List<ResultTable.Row> rows) {
        return lines(columns, rows, ",", "\n", text -> text.matches("[^\",\r\n]*") ? text
                : "\"" + text.replace("\"", "\"\"") + "\"");
    }

    /** A LaTeX table with the rules of booktabs. */
    static String latex(List<ResultTable.Column> columns, List<ResultTable.Row> rows) {
        String alignment = columns.stream().map(c -> c.score() ? "r" : "l").collect(Collectors.joining());
        String body = lines(columns, rows, " & ", " \\\\\n", TableText::escape);
        int headerEnd = body.indexOf('\n') + 1;
        return "\\begin{tabular}{" + alignment + "}\n\\toprule\n" + body.substring(0, headerEnd) + "\\midrule\n"
                + body.substring(headerEnd) + "\\bottomrule\n\\end{tabular}\n";
    }

    private static String escape(String text) {
        return text.replace("\\", "\\textbackslash{}").replace("_", "\\_").replace("%", "\\%").replace("&", "\\&")
                .replace("#", "\\#").replace("±", "$\\pm$");
    }

    private static String lines(List<ResultTable.Column> columns, List<ResultTable.Row> rows, String between, String end,
            java.util.function.UnaryOperator<String> field) {
        StringBuilder text = new StringBuilder();
        text.append(columns.stream().map(c -> field.apply(c.label())).collect(Collectors.joining(between))).append(end);
        for (ResultTable.Row row : rows) {
            text.append(row.values().stream().map(v -> field.apply(v.text())).collect(Collectors.joining(between)))
                    .append(end);
        }
        return text.toString();
    }
}
