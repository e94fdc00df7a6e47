package org.distaff.ui.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.distaff.core.registry.Contributions;
import org.distaff.study.analysis.ResultTable;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** A result table's rows as they are shown: those that pass the filter, in the chosen order. */
final class ResultRows {

    private final ResultTable table;
    private final List<ScoreHead> heads;
    private final List<String> searchable;
    private final boolean[] numeric;
    private List<ResultTable.Row> shown;
    private Arrangement arrangement;

    /**
     * Which rows are shown in what order.
     *
     * @param column index of the column to sort by; −1 for none
     */
    record Arrangement(RowFilter filter, int column, SortDirectionEnum direction) {

        boolean sorts() {
            return column >= 0 && direction != SortDirectionEnum.NONE;
        }
    }

    /** Walks over the whole table: to be called in the background. */
    ResultRows(ResultTable table, Contributions installed) {
        this.table = table;
        this.heads = table.columns().stream().map(column -> ScoreHead.of(column, installed)).toList();
        this.shown = table.rows();
        this.arrangement = new Arrangement(RowFilter.parse("", table.columns()), -1, SortDirectionEnum.NONE);
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

    /** A head for each column. */
    List<ScoreHead> heads() {
        return heads;
    }

    List<ResultTable.Row> shown() {
        return shown;
    }

    /** Whether some value of the column is a number. */
    boolean numeric(int index) {
        return numeric[index];
    }

    /** What is wished for; the rows shown follow when they have been arranged. */
    Arrangement arrangement() {
        return arrangement;
    }

    void filter(RowFilter filter) {
        arrangement = new Arrangement(filter, arrangement.column(), arrangement.direction());
    }

    void sort(int column, SortDirectionEnum direction) {
        arrangement = new Arrangement(arrangement.filter(), column, direction);
    }

    /** Sorts as other rows are sorted, if their column is here too. */
    void sortLike(ResultRows other) {
        if (other.arrangement.sorts()) {
            String id = other.table.columns().get(other.arrangement.column()).id();
            sort(table.columns().stream().map(ResultTable.Column::id).toList().indexOf(id),
                    other.arrangement.direction());
        }
    }

    /** The rows of an arrangement. Thousands of them take long enough to be arranged in the background. */
    List<ResultTable.Row> arranged(Arrangement wanted) {
        List<ResultTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < searchable.size(); i++) {
            ResultTable.Row row = table.rows().get(i);
            if (wanted.filter().accepts(row, searchable.get(i))) {
                rows.add(row);
            }
        }
        if (wanted.sorts()) {
            rows.sort(comparator(wanted.column(), wanted.direction() == SortDirectionEnum.DESC));
        }
        return rows;
    }

    void show(List<ResultTable.Row> rows) {
        shown = rows;
    }

    /** Numbers by value, texts alphabetically, what has no value last in either direction. */
    private Comparator<ResultTable.Row> comparator(int column, boolean down) {
        boolean numbers = numeric[column];
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
