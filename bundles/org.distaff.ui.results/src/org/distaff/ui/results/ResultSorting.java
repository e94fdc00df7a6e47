package org.distaff.ui.results;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** Lets the table's header sort the rows. */
final class ResultSorting implements ISortModel {

    private final Supplier<ResultRows> rows;
    private final Runnable changed;

    /** @param changed runs when another order is wished for */
    ResultSorting(Supplier<ResultRows> rows, Runnable changed) {
        this.rows = rows;
        this.changed = changed;
    }

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return rows.get().arrangement().sorts() ? List.of(rows.get().arrangement().column()) : List.of();
    }

    @Override
    public boolean isColumnIndexSorted(int columnIndex) {
        return getSortedColumnIndexes().contains(columnIndex);
    }

    @Override
    public SortDirectionEnum getSortDirection(int columnIndex) {
        return isColumnIndexSorted(columnIndex) ? rows.get().arrangement().direction() : SortDirectionEnum.NONE;
    }

    @Override
    public int getSortOrder(int columnIndex) {
        return isColumnIndexSorted(columnIndex) ? 0 : -1;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List<Comparator> getComparatorsForColumnIndex(int columnIndex) {
        return List.of();
    }

    @Override
    public Comparator<?> getColumnComparator(int columnIndex) {
        return null; // the rows know how to compare themselves
    }

    @Override
    public void sort(int columnIndex, SortDirectionEnum sortDirection, boolean accumulate) {
        rows.get().sort(columnIndex, sortDirection);
        changed.run();
    }

    @Override
    public void clear() {
        rows.get().sort(-1, SortDirectionEnum.NONE);
        changed.run();
    }
}
