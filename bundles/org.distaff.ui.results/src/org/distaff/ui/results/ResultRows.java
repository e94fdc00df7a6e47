package org.distaff.ui.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.distaff.study.analysis.ResultTable;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** A result table's rows as they are shown: those that pass the filter, in the chosen order. */
final class ResultRows {

    private final ResultTable table;
    private final List<String> searchable;
    private final boolean[] numeric;
    private List<ResultTable.Row> shown;
    private RowFilter filter;
    private int column = -1;
    private SortDirectionEnum direction = SortDirectionEnum.NONE;

    /** Walks over the whole table: to be called in the background. */
    ResultRows(ResultTable table) {
        this.table = table;
        this.shown = table.rows();
        this.filter = RowFilter.parse("", table.columns());
        this.searchable = table.rows().stream().map(RowFilter::searchable).toList();
        this.numeric = new boolean[table.columns().size()];
        for (int c = 0; c < numeric.length; c++) {
            int index = c;
            numeric[c] = table.rows().stream().anyMatch(r -> !Double.isNaN(r.values().get(index).value()));
        }
    }

    ResultTable table() {
        return table;
    }

    List<ResultTable.Row> shown() {
        return shown;
    }

    /** Whether some value of the column is a number. */
    boolean numeric(int index) {
        return numeric[index];
    }

    int column() {
        return column;
    }

    SortDirectionEnum direction() {
        return direction;
    }

    RowFilter filter() {
        return filter;
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

    /** Sorts as other rows are sorted, if their column is here too. */
    void sortLike(ResultRows other) {
        if (other.column >= 0) {
            String id = other.table.columns().get(other.column).id();
            List<String> ids = table.columns().stream().map(ResultTable.Column::id).toList();
            sort(ids.indexOf(id), ids.contains(id) ? other.direction : SortDirectionEnum.NONE);
        }
    }

    private void update() {
        List<ResultTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < searchable.size(); i++) {
            ResultTable.Row row = table.rows().get(i);
            if (filter.accepts(row, searchable.get(i))) {
                rows.add(row);
            }
        }
        if (column >= 0 && direction != SortDirectionEnum.NONE) {
            rows.sort(comparator());
        }
        shown = rows;
    }

    /** Numbers by value, texts alphabetically, what has no value last in either direction. */
    private Comparator<ResultTable.Row> comparator() {
        boolean numbers = numeric[column];
        boolean down = direction == SortDirectionEnum.DESC;
        return (a, b) -> {
            ResultTable.Value left = a.values().get(column);
            ResultTable.Value right = b.values().get(column);
            boolean leftMissing = numbers ? Double.isNaN(left.value()) : left.text().isEmpty();
            boolean rightMissing = numbers ? Double.isNaN(right.value()) : right.text().isEmpty();
            if (leftMissing || rightMissing) {
                return Boolean.compare(leftMissing, rightMissing);
            }
            int order = numbers ? Double.compare(left.value(), right.value())
                    : left.text().compareToIgnoreCase(right.text());
            return down ? -order : order;
        };
    }
}
