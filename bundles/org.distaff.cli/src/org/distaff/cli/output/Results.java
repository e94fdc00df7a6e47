package org.distaff.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.study.analysis.ResultTable;

/** Result tables for people and for programs. */
public final class Results {

    private Results() {
    }

    /** The table as aligned text; numbers to the right. */
    public static String text(ResultTable results) {
        String[] headers = results.columns().stream().map(c -> c.label() + (numeric(results, c) ? ">" : ""))
                .toArray(String[]::new);
        TextTable table = new TextTable(headers);
        results.rows().forEach(row -> table.row(row.values().stream().map(ResultTable.Value::text)
                .toArray(String[]::new)));
        return table.toString();
    }

    private static boolean numeric(ResultTable results, ResultTable.Column column) {
        int index = results.columns().indexOf(column);
        return column.score() || results.rows().stream().anyMatch(r -> !Double.isNaN(r.values().get(index).value()));
    }

    /** {@code {"columns": [{id, label}], "rows": [{id: text, number or {"mean": …, "std": …}}]}}. */
    public static Map<String, Object> json(ResultTable results) {
        List<Object> columns = new ArrayList<>();
        results.columns().forEach(c -> columns.add(Map.of("id", c.id(), "label", c.label())));
        List<Object> rows = new ArrayList<>();
        for (ResultTable.Row row : results.rows()) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < results.columns().size(); i++) {
                ResultTable.Column column = results.columns().get(i);
                cells.put(column.id(), value(column, row.values().get(i)));
            }
            rows.add(cells);
        }
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("columns", columns);
        table.put("rows", rows);
        return table;
    }

    private static Object value(ResultTable.Column column, ResultTable.Value value) {
        if (column.score()) {
            Map<String, Object> spread = new LinkedHashMap<>();
            spread.put("mean", value.value());
            spread.put("std", value.std());
            return spread;
        }
        return Double.isNaN(value.value()) ? value.text() : (Object) value.value();
    }
}
