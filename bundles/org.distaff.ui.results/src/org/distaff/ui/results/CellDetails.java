package org.distaff.ui.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.distaff.core.failure.Problem;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.StoredScores;
import org.distaff.ui.ResultView;
import org.distaff.ui.ResultViews;
import org.distaff.ui.export.FigureActions;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** What is known of a selected row's first cell: its values, and a tab per contributed view. */
final class CellDetails {

    private static final int NARROWEST = 150;

    private final CTabFolder tabs;
    private final Table table;
    private StoredCell shown;
    /** Counts what was shown, so that facts that come late are not added to another cell, nor twice. */
    private int latest;

    CellDetails(Composite parent) {
        parent.setLayout(new FillLayout());
        tabs = new CTabFolder(parent, SWT.BOTTOM);
        table = new Table(tabs, SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        for (String name : new String[] {"Cell", ""}) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(name);
        }
        table.addListener(SWT.MouseMove, e -> tell(table.getItem(new Point(e.x, e.y))));
        table.addListener(SWT.Resize, e -> fit());
        CTabItem values = new CTabItem(tabs, SWT.NONE);
        values.setText("Values");
        values.setControl(table);
        for (ResultView view : ResultViews.read(RegistryFactory.getRegistry())) {
            Composite page = new Composite(tabs, SWT.NONE);
            page.setLayout(new FillLayout());
            CTabItem tab = new CTabItem(tabs, SWT.NONE);
            tab.setText(view.describe().name());
            tab.setToolTipText(view.describe().summary());
            tab.setControl(page);
            tab.setData(view);
        }
        tabs.setSelection(values);
        tabs.addListener(SWT.Selection, e -> fill());
    }

    /** The names have the room they need, up to half of it; the values have the rest. */
    private void fit() {
        int room = table.getClientArea().width;
        TableColumn names = table.getColumn(0);
        names.pack();
        names.setWidth(Math.min(Math.max(NARROWEST, room / 2), names.getWidth()));
        table.getColumn(1).setWidth(Math.max(NARROWEST, room - names.getWidth()));
    }

    /** Makes the content of the tab in front; the others wait until they are looked at. */
    private void fill() {
        CTabItem front = tabs.getSelection();
        if (front.getData() instanceof ResultView view && shown != null) {
            Composite page = (Composite) front.getControl();
            for (Control child : page.getChildren()) {
                child.dispose();
            }
            try {
                view.create(page, shown);
            } catch (RuntimeException | LinkageError e) { // contributed by others
                ILog.of(CellDetails.class).error("The view " + view.describe().name() + " failed.", e);
                new Label(page, SWT.WRAP).setText("This view failed; the Error Log says why.");
            }
            page.layout();
        }
    }

    void clear() {
        shown = null;
        latest++;
        table.removeAll();
        table.getColumn(1).setText("");
    }

    /** What can be done with the figure in front. */
    Optional<FigureActions> actions() {
        CTabItem front = tabs.getSelection();
        return front.getControl() instanceof Composite page && page != table && page.getChildren().length > 0
                ? FigureActions.of(page.getChildren()[0]).filter(FigureActions::isPossible) : Optional.empty();
    }

    void show(ResultTable.Row row) {
        table.setRedraw(false);
        table.removeAll();
        StoredCell stored = row.cells().get(0);
        shown = stored;
        latest++;
        table.getColumn(1).setText(row.cells().size() == 1 ? "" : "first of " + row.cells().size());
        add("model", stored.cell().modelId() + ", seed " + stored.cell().seed());
        addAll(stored.cell().modelParameters());
        addAll(stored.cell().training());
        stored.scores().forEach((name, value) -> add(name,
                value.isNaN() ? "undefined" : String.format(Locale.ROOT, "%.4f", value)));
        stored.warnings().forEach((metric, sentences) -> sentences.forEach(sentence -> add("⚠ " + metric, sentence)));
        int behindScores = table.getItemCount();
        addAll(stored.provenance());
        add("folder", stored.folder().toString());
        fit();
        table.setRedraw(true);
        fill();
        readFacts(stored, behindScores);
    }

    /** Variants, sample sizes and the like follow when they are read. */
    private void readFacts(StoredCell cell, int place) {
        int wish = latest;
        Display display = table.getDisplay();
        Job.createSystem("Reading facts", monitor -> {
            try {
                List<StoredScores> scores = StoredScores.read(cell.folder());
                if (!display.isDisposed()) {
                    display.asyncExec(() -> {
                        if (!table.isDisposed() && wish == latest) {
                            addFacts(scores, place);
                        }
                    });
                }
            } catch (Problem e) {
                ILog.of(CellDetails.class).warn(e.getMessage());
            }
        }).schedule();
    }

    private void addFacts(List<StoredScores> all, int place) {
        int at = place;
        table.setRedraw(false);
        for (StoredScores scores : all) {
            Map<String, Object> facts = new LinkedHashMap<>(scores.facts());
            facts.put("version", scores.version());
            facts.put("seed", scores.seed());
            facts.put("parameters", scores.parameters().entrySet().stream().map(p -> p.getKey() + " " + p.getValue())
                    .collect(Collectors.joining(", ")));
            for (Map.Entry<String, Object> fact : facts.entrySet()) {
                new TableItem(table, SWT.NONE, at++).setText(new String[] {scores.metricId() + " " + fact.getKey(),
                    String.valueOf(fact.getValue())});
            }
        }
        fit();
        table.setRedraw(true);
    }

    /** Sentences are longer than the column is wide. */
    private void tell(TableItem item) {
        String text = item == null ? null : item.getText(1);
        if (!Objects.equals(text, table.getToolTipText())) {
            table.setToolTipText(text);
        }
    }

    private void addAll(Map<String, Object> values) {
        new TreeMap<>(values).forEach((name, value) -> add(name, String.valueOf(value)));
    }

    private void add(String name, String value) {
        new TableItem(table, SWT.NONE).setText(new String[] {name, value});
    }
}
