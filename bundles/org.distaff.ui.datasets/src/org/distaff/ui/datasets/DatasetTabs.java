package org.distaff.ui.datasets;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.random.RandomStreams;
import org.distaff.plot.Figure;
import org.distaff.plot.figure.Bars;
import org.distaff.plot.figure.HeatMap;
import org.distaff.study.browse.DatasetSheet;
import org.distaff.study.browse.FactorStatistics;
import org.distaff.ui.export.FigureActions;
import org.distaff.ui.figure.FigureCanvas;
import org.distaff.ui.work.LatestOnly;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What is shown of a data set beside single observations; each tab is drawn when it is looked at. */
final class DatasetTabs {

    private static final int SHEET = 64;
    private static final int POINTS = 20_000;
    private static final int COMBO = 120;

    private final CTabFolder folder;
    private final LatestOnly worker;
    private final Supplier<int[]> row;
    private final Combo down;
    private final Combo across;
    private final FigureCanvas grid;
    private final FigureCanvas sheet;
    private final FigureCanvas statistics;
    private final AboutPage about;
    private OpenDataset open;
    private int draws;

    /** @param row the factor row that the controls stand for */
    DatasetTabs(Composite parent, LatestOnly worker, Supplier<int[]> row) {
        this.worker = worker;
        this.row = row;
        folder = new CTabFolder(parent, SWT.TOP);
        Composite walk = page("Two Factors", "One factor against another, the others as the controls have them");
        Composite choice = strip(walk, 6);
        down = factor(choice, "Down");
        across = factor(choice, "Across");
        Button redraw = new Button(choice, SWT.PUSH);
        redraw.setText("Draw with the Controls' Values");
        redraw.addListener(SWT.Selection, e -> drawGrid());
        grid = canvas(walk, choice, "One factor against another", "two-factors");
        Composite many = page("Random Sheet", "Observations drawn as an evaluation draws them");
        Composite draw = strip(many, 2);
        Button again = new Button(draw, SWT.PUSH);
        again.setText("Draw Others");
        again.addListener(SWT.Selection, e -> drawSheet());
        sheet = canvas(many, draw, "Random observations", "observations");
        Composite balance = page("Balance", "How often factor values occur and go together in training");
        statistics = canvas(balance, strip(balance, 1), "Balance and association of factors", "balance");
        about = new AboutPage(page("About", "What the data set is, and how to cite it"));
        folder.setSelection(0);
        folder.addListener(SWT.Selection, e -> fill());
    }

    private Composite page(String name, String tip) {
        Composite page = new Composite(folder, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(page);
        CTabItem tab = new CTabItem(folder, SWT.NONE);
        tab.setText(name);
        tab.setToolTipText(tip);
        tab.setControl(page);
        return page;
    }

    private Combo factor(Composite parent, String label) {
        new Label(parent, SWT.NONE).setText(label);
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.addListener(SWT.Selection, e -> drawGrid());
        GridDataFactory.swtDefaults().hint(COMBO, SWT.DEFAULT).applyTo(combo); // it is laid out before it has items
        return combo;
    }

    /** Controls above a figure; the last column is for what can be done with it. */
    private static Composite strip(Composite page, int columns) {
        Composite strip = new Composite(page, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(columns).margins(4, 2).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        return strip;
    }

    private static FigureCanvas canvas(Composite page, Composite strip, String name, String file) {
        FigureCanvas canvas = new FigureCanvas(page, name);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas.control());
        FigureActions actions = new FigureActions(canvas.control(), canvas, file);
        actions.menu();
        GridDataFactory.swtDefaults().grab(true, false).align(SWT.END, SWT.CENTER).applyTo(actions.tools(strip));
        return canvas;
    }

    /** Shows another data set. */
    void show(OpenDataset opened) {
        open = opened;
        String[] names = opened.dataset().factors().factors().stream().map(Factor::name).toArray(String[]::new);
        down.setItems(names);
        across.setItems(names);
        down.select(names.length - 1); // image data sets name x before y
        across.select(Math.max(0, names.length - 2));
        down.getParent().requestLayout();
        about.show(opened);
        fill();
    }

    private void fill() {
        if (open != null) {
            switch (folder.getSelectionIndex()) {
                case 0 -> drawGrid();
                case 1 -> drawSheet();
                case 2 -> drawStatistics();
                default -> { } // the text is there already
            }
        }
    }

    private void drawGrid() {
        Dataset dataset = open.dataset();
        int first = down.getSelectionIndex();
        int second = across.getSelectionIndex();
        int[] held = row.get();
        if (first == second) {
            grid.show(List.of(), "Choose two different factors.");
            return;
        }
        String title = down.getText() + " down, " + across.getText() + " across";
        draw(grid, () -> List.of(DatasetSheet.grid(dataset, first, second, held, title,
                RandomStreams.derive(0, "browse"))));
    }

    private void drawSheet() {
        Dataset dataset = open.dataset();
        RandomGenerator random = RandomStreams.derive(draws++, "browse/sheet");
        draw(sheet, () -> List.of(DatasetSheet.random(dataset, SHEET, "", random)));
    }

    private void drawStatistics() {
        Dataset dataset = open.dataset();
        draw(statistics, () -> {
            FactorStatistics found = FactorStatistics.of(dataset, POINTS, RandomStreams.derive(0, "browse/balance"));
            List<Bars.Group> groups = IntStream.range(0, found.space().count()).mapToObj(k -> {
                Factor factor = found.space().factors().get(k);
                return new Bars.Group(factor.name(), IntStream.range(0, factor.size())
                        .mapToObj(value -> DatasetSheet.valueName(factor, value)).toList(), found.counts()[k]);
            }).toList();
            return List.of(new Bars("How often each value occurs in " + POINTS + " training observations", groups),
                    new HeatMap("How strongly factors go together (Cramér's V)", found.association()));
        });
    }

    private void draw(FigureCanvas canvas, Supplier<List<Figure>> figures) {
        worker.submit(canvas, () -> {
            List<Figure> shown = figures.get();
            canvas.control().getDisplay().asyncExec(() -> {
                if (!canvas.control().isDisposed()) {
                    canvas.show(shown, "");
                }
            });
        });
    }
}
