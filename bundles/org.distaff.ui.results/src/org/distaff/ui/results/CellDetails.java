package org.distaff.ui.results;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.distaff.study.analysis.ResultTable;
import org.distaff.study.store.StoredCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** What is known of a selected row's first cell: parameters, scores, warnings, provenance. */
final class CellDetails {

    private static final int FIRST = 150;

    private final Table table;

    CellDetails(Composite parent) {
        parent.setLayout(new FillLayout());
        table = new Table(parent, SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        for (String name : new String[] {"Cell", ""}) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(name);
        }
        table.getColumn(0).setWidth(FIRST);
        parent.addListener(SWT.Resize, e -> table.getColumn(1).setWidth(
                Math.max(FIRST, parent.getClientArea().width - FIRST)));
    }

    Table control() {
        return table;
    }

    void clear() {
        table.removeAll();
        table.getColumn(1).setText("");
    }

    void show(ResultTable.Row row) {
        table.setRedraw(false);
        table.removeAll();
        StoredCell stored = row.cells().get(0);
        table.getColumn(1).setText(row.cells().size() == 1 ? "" : "first of " + row.cells().size());
        add("model", stored.cell().modelId() + ", seed " + stored.cell().seed());
        addAll(stored.cell().modelParameters());
        addAll(stored.cell().training());
        stored.scores().forEach((name, value) -> add(name,
                value.isNaN() ? "undefined" : String.format(Locale.ROOT, "%.4f", value)));
        stored.warnings().forEach((metric, sentences) -> sentences.forEach(sentence -> add(metric, sentence)));
        addAll(stored.provenance());
        add("folder", stored.folder().toString());
        table.setRedraw(true);
    }

    private void addAll(Map<String, Object> values) {
        new TreeMap<>(values).forEach((name, value) -> add(name, String.valueOf(value)));
    }

    private void add(String name, String value) {
        new TableItem(table, SWT.NONE).setText(new String[] {name, value});
    }
}
