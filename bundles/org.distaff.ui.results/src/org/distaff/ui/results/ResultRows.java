package org.distaff.ui.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.distaff.study.analysis.ResultTable;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** A result table's rows as they are shown: those that pass the filter, in the chosen order. */
final class ResultRows {

    private final ResultTable table;
    private List<ResultTable.Row> shown;
    private RowFilter filter = RowFilter.parse("");
    private int column = -1;
    private SortDirectionEnum direction = SortDirectionEnum.NONE;

    ResultRows(ResultTable table) {
        this.table = table;
        this.shown = table.rows();
    }

    ResultTable table() {
        return table;
    }

    List<ResultTable.Row> shown() {
        return shown;
    }

    int column() {
        return column;
    }

    SortDirectionEnum direction() {
        return direction;
    }

    void filter(RowFilter newFilter) {
        filter = newFilter;
        update();
    }

    void sort(int newColumn, SortDirectionEnum newDirection) {
        column = newColumn;
        direction = newDirection;
        update();
    }

    private void update() {
        List<ResultTable.Row> rows = new ArrayList<>(
                table.rows().stream().filter(row -> filter.accepts(table.columns(), row)).toList());
        if (column >= 0 && direction != SortDirectionEnum.NONE) {
            rows.sort(comparator());
        }
        shown = rows;
    }

    /** Numbers by value, texts alphabetically, what has no value last in either direction. */
    private Comparator<ResultTable.Row> comparator() {
        boolean numbers = table.rows().stream().anyMatch(r -> !Double.isNaN(r.values().get(column).value()));
        boolean down = direction == SortDirectionEnum.DESC;
        return (a, b) -> {
            ResultTable.Value left = a.values().get(column);
            ResultTable.Value right = b.values().get(column);
            if (!numbers) {
                int order = left.text().compareToIgnoreCase(right.text());
                return down ? -order : order;
            }
            boolean leftMissing = Double.isNaN(left.value());
            boolean rightMissing = Double.isNaN(right.value());
            if (leftMissing || rightMissing) {
                return Boolean.compare(leftMissing, rightMissing);
            }
            int order = Double.compare(left.value(), right.value());
            return down ? -order : order;
        };
    }
}
