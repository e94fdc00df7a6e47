package org.distaff.ui.results;

import java.util.List;
import java.util.Optional;

import org.distaff.study.analysis.ResultTable;
import org.distaff.ui.ThemeHandler;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.style.theme.DarkNatTableThemeConfiguration;
import org.eclipse.nebula.widgets.nattable.style.theme.ModernNatTableThemeConfiguration;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;

/** The table widget over some rows: header that sorts, selection, copy with Ctrl+C. */
final class ResultGrid {

    private static final int PADDING = 28;
    private static final int NARROWEST = 64;
    private static final int ROW_HEIGHT = 24;

    static {
        TableCollections.load();
    }

    private final ResultRows rows;
    private final SelectionLayer selection;
    private final NatTable table;

    ResultGrid(Composite parent, ResultRows rows) {
        this.rows = rows;
        DataLayer data = new DataLayer(new Cells(rows));
        data.setDefaultRowHeight(ROW_HEIGHT);
        selection = new SelectionLayer(data);
        ViewportLayer viewport = new ViewportLayer(selection);
        List<String> labels = rows.table().columns().stream().map(ResultTable.Column::label).toList();
        DataLayer headerData = new DataLayer(new DefaultColumnHeaderDataProvider(labels.toArray(String[]::new)));
        headerData.setDefaultRowHeight(ROW_HEIGHT + 2);
        ColumnHeaderLayer header = new ColumnHeaderLayer(headerData, viewport, selection);
        CompositeLayer layers = new CompositeLayer(1, 2);
        layers.setChildLayer(GridRegion.COLUMN_HEADER, new SortHeaderLayer<>(header, new ResultSorting(rows)), 0, 0);
        layers.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = new NatTable(parent, layers, false);
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.addConfiguration(new SingleClickSortConfiguration());
        table.configure();
        applyTheme();
        fitColumns(data, labels);
        table.getAccessible().addAccessibleListener(new org.eclipse.swt.accessibility.AccessibleAdapter() {
            @Override
            public void getName(org.eclipse.swt.accessibility.AccessibleEvent event) {
                event.result = "Results: " + rows.shown().size() + " rows";
            }
        });
    }

    private void fitColumns(DataLayer data, List<String> labels) {
        GC gc = new GC(table);
        try {
            for (int c = 0; c < labels.size(); c++) {
                int width = gc.textExtent(labels.get(c)).x;
                for (ResultTable.Row row : rows.table().rows().subList(0, Math.min(200, rows.table().rows().size()))) {
                    width = Math.max(width, gc.textExtent(row.values().get(c).text()).x);
                }
                data.setColumnWidthByPosition(c, Math.max(NARROWEST, width + PADDING));
            }
        } finally {
            gc.dispose();
        }
    }

    NatTable control() {
        return table;
    }

    /** Colours the table for the active theme. */
    void applyTheme() {
        table.setTheme(ThemeHandler.isDark() ? new DarkNatTableThemeConfiguration()
                : new ModernNatTableThemeConfiguration());
    }

    void refresh() {
        selection.clear();
        table.refresh();
    }

    /** The row that is selected first. */
    Optional<ResultTable.Row> selectedRow() {
        return selection.getSelectedRowPositions().stream().flatMap(range -> range.getMembers().stream()).sorted()
                .filter(position -> position < rows.shown().size()).map(position -> rows.shown().get(position)).findFirst();
    }

    private record Cells(ResultRows rows) implements IDataProvider {

        @Override
        public Object getDataValue(int column, int row) {
            return rows.shown().get(row).values().get(column).text();
        }

        @Override
        public void setDataValue(int column, int row, Object value) {
            throw new IllegalStateException("results are read-only");
        }

        @Override
        public int getColumnCount() {
            return rows.table().columns().size();
        }

        @Override
        public int getRowCount() {
            return rows.shown().size();
        }
    }
}
