package org.distaff.ui.results;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.distaff.study.analysis.ResultTable;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.ColumnOverrideLabelAccumulator;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** The table widget over some rows: a header that sorts, rows that are selected as a whole. */
final class ResultGrid {

    private static final int PADDING = 28;
    private static final int NARROWEST = 64;
    private static final int ROW_HEIGHT = 24;
    private static final String NUMBER = "NUMBER";

    static {
        TableCollections.load();
    }

    private final Runnable shown;
    /** The rows in the table, and those that take their place once they are arranged. */
    private ResultRows rows;
    private ResultRows latest;
    private final SelectionLayer selection;
    private final NatTable table;

    /**
     * @param selected runs when other rows are selected
     * @param shown    runs when other rows are shown
     */
    ResultGrid(Composite parent, ResultRows rows, Runnable selected, Runnable shown) {
        this.rows = rows;
        this.latest = rows;
        this.shown = shown;
        DataLayer data = new DataLayer(new Cells());
        data.setDefaultRowHeight(ROW_HEIGHT);
        selection = new SelectionLayer(data, false);
        selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
        ViewportLayer viewport = new ViewportLayer(selection);
        List<String> labels = labels(rows);
        DataLayer headerData = new DataLayer(new DefaultColumnHeaderDataProvider(labels.toArray(String[]::new)));
        headerData.setDefaultRowHeight(ROW_HEIGHT + 2);
        ColumnHeaderLayer header = new ColumnHeaderLayer(headerData, viewport, selection);
        CompositeLayer layers = new CompositeLayer(1, 2);
        layers.setChildLayer(GridRegion.COLUMN_HEADER,
                new SortHeaderLayer<>(header, new ResultSorting(() -> latest, this::arrange)), 0, 0);
        layers.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        ColumnOverrideLabelAccumulator kinds = new ColumnOverrideLabelAccumulator(data);
        IntStream.range(0, labels.size()).filter(rows::numeric).forEach(c -> kinds.registerColumnOverrides(c, NUMBER));
        data.setConfigLabelAccumulator(kinds);
        table = new NatTable(parent, layers, false);
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.addConfiguration(new SingleClickSortConfiguration());
        table.addConfiguration(new NumbersRight());
        table.configure();
        fitColumns(data, labels);
        selection.addLayerListener(event -> {
            if (event instanceof ISelectionEvent) {
                selected.run();
            }
        });
        new HeadTips(table);
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Results: " + ResultGrid.this.rows.shown().size() + " rows";
            }
        });
    }

    private static List<String> labels(ResultRows rows) {
        return rows.heads().stream().map(ScoreHead::label).toList();
    }

    /** Widths from the longest of the first texts: measuring every text would hold the window up. */
    private void fitColumns(DataLayer data, List<String> labels) {
        GC gc = new GC(table);
        try {
            for (int c = 0; c < labels.size(); c++) {
                String longest = "";
                for (ResultTable.Row row : rows.table().rows().subList(0, Math.min(500, rows.table().rows().size()))) {
                    String text = row.values().get(c).text();
                    longest = text.length() > longest.length() ? text : longest;
                }
                int width = Math.max(gc.textExtent(labels.get(c)).x, gc.textExtent(longest).x);
                data.setColumnWidthByPosition(c, Math.max(NARROWEST, width + PADDING));
            }
        } finally {
            gc.dispose();
        }
    }

    NatTable control() {
        return table;
    }

    ResultRows rows() {
        return rows;
    }

    /** Whether other rows fit under this header. */
    boolean takes(ResultRows others) {
        return others.table().columns().equals(rows.table().columns());
    }

    /** Shows other rows under the same header, in the same order; widths, place and selection stay. */
    void show(ResultRows others) {
        others.sortLike(latest);
        latest = others;
        arrange();
    }

    void filter(RowFilter filter) {
        latest.filter(filter);
        arrange();
    }

    /** Shows the latest rows in the arrangement that is wished for now. */
    private void arrange() {
        ResultRows these = latest;
        ResultRows.Arrangement wanted = these.arrangement();
        Background.compute(table.getDisplay(), "Arranging results", these.table().rows().size(),
                () -> these.arranged(wanted), arranged -> {
                    if (!table.isDisposed() && these == latest && wanted == these.arrangement()) {
                        refresh(arranged);
                    }
                });
    }

    /** Rows that are still there stay selected. */
    private void refresh(List<ResultTable.Row> arranged) {
        List<String> kept = keys(selectedRows());
        rows = latest;
        selection.clear();
        rows.show(arranged);
        table.refresh();
        if (!kept.isEmpty()) {
            List<String> keys = keys(arranged);
            int[] positions = kept.stream().mapToInt(keys::indexOf).filter(p -> p >= 0).toArray();
            if (positions.length > 0) {
                selection.doCommand(new SelectRowsCommand(selection, 0, positions, false, true, -1));
            }
        }
        shown.run();
    }

    /** What tells a row from the others when the store has been read again. */
    private static List<String> keys(List<ResultTable.Row> some) {
        return some.stream().map(row -> row.cells().get(0).cell().id()).toList();
    }

    boolean isRow(int x, int y) {
        return position(x, y) >= 0;
    }

    /** The row at a place is selected before a menu is opened on it, unless it is already. */
    void selectAt(int x, int y) {
        int position = position(x, y);
        if (position >= 0 && !selection.isRowPositionSelected(position)) {
            selection.selectRow(0, position, false, false);
        }
    }

    private int position(int x, int y) {
        LabelStack region = table.getRegionLabelsByXY(x, y);
        boolean body = region != null && region.hasLabel(GridRegion.BODY);
        return body ? table.getRowIndexByPosition(table.getRowPositionByY(y)) : -1;
    }

    /** The selected rows as they are shown, from the top. */
    List<ResultTable.Row> selectedRows() {
        return selection.getSelectedRowPositions().stream().flatMap(range -> range.getMembers().stream()).sorted()
                .filter(position -> position < rows.shown().size()).map(position -> rows.shown().get(position))
                .toList();
    }

    /** The row that is selected first. */
    Optional<ResultTable.Row> selectedRow() {
        return selectedRows().stream().findFirst();
    }

    /** Says what a score means where its column's head is pointed at. */
    private final class HeadTips extends NatTableContentTooltip {

        HeadTips(NatTable table) {
            super(table, GridRegion.COLUMN_HEADER);
        }

        @Override
        protected String getText(Event event) {
            int column = table.getColumnIndexByPosition(table.getColumnPositionByX(event.x));
            String tip = column < 0 || column >= rows.heads().size() ? "" : rows.heads().get(column).tooltip();
            return tip.isEmpty() ? super.getText(event) : tip;
        }
    }

    private static final class NumbersRight extends AbstractRegistryConfiguration {

        @Override
        public void configureRegistry(IConfigRegistry registry) {
            Style right = new Style();
            right.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, right,
                    DisplayMode.NORMAL, NUMBER);
        }
    }

    private final class Cells implements IDataProvider {

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
