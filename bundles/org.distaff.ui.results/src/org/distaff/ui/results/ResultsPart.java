package org.distaff.ui.results;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.distaff.study.analysis.ResultTable;
import org.distaff.ui.Topics;
import org.distaff.ui.export.FigureActions;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.osgi.service.event.Event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The results view. Stores are read in the background; everything shown is what was read last. */
public final class ResultsPart {

    private static final String STORE = "store";
    private static final String COMMANDS = "org.distaff.ui.results.";
    private static final String[] GROUPINGS = {"each cell", "setting (mean ± std)", "model (mean ± std)",
        "data set (mean ± std)"};

    @Inject
    private MPart part;

    private final StoreReading reading = new StoreReading(ResultTable.Grouping.SETTING, this::found);
    private Display display;
    private Composite area;
    /** Never seen; has the colours that tables have. */
    private Table model;
    private Text filter;
    private Label state;
    private CellDetails details;
    private ResultGrid grid;
    private ResultActions actions;
    private int cells;

    @PostConstruct
    void create(Composite parent, EHandlerService handlers) {
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        display = parent.getDisplay();
        createStrip(parent);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        area = new Composite(sash, SWT.NONE);
        area.setLayout(new FillLayout());
        details = new CellDetails(new Composite(sash, SWT.NONE));
        model = new Table(parent, SWT.NONE);
        GridDataFactory.swtDefaults().exclude(true).applyTo(model);
        sash.setWeights(58, 42);
        showHint("Run a study, or open a store, to see its results here.");
        createCommands(handlers);
        String remembered = part.getPersistedState().get(STORE);
        if (remembered != null) {
            reading.read(Path.of(remembered));
        }
    }

    private void createStrip(Composite parent) {
        Composite strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(5).margins(6, 3).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        filter = new Text(strip, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter: beta-vae mig.score>0.1");
        filter.setToolTipText(RowFilter.GRAMMAR);
        GridDataFactory.fillDefaults().grab(true, false).hint(240, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(filter);
        filter.addModifyListener(e -> applyFilter());
        state = new Label(strip, SWT.NONE);
        Label rowsPer = new Label(strip, SWT.NONE);
        rowsPer.setText("One row per");
        GridDataFactory.swtDefaults().indent(12, 0).applyTo(rowsPer);
        Combo grouping = new Combo(strip, SWT.READ_ONLY | SWT.DROP_DOWN);
        grouping.setItems(GROUPINGS);
        grouping.select(ResultTable.Grouping.SETTING.ordinal());
        grouping.addListener(SWT.Selection,
                e -> reading.group(ResultTable.Grouping.values()[grouping.getSelectionIndex()]));
        Button choose = new Button(strip, SWT.PUSH);
        choose.setText("Open Store…");
        choose.addListener(SWT.Selection, e -> {
            DirectoryDialog dialog = new DirectoryDialog(strip.getShell());
            dialog.setMessage("Choose a store: a folder that holds finished cells");
            String folder = dialog.open();
            if (folder != null) {
                open(folder);
            }
        });
    }

    private void createCommands(EHandlerService handlers) {
        command(handlers, "org.eclipse.ui.edit.copy", this::copy);
        command(handlers, "org.eclipse.ui.file.refresh", reading::readAgain);
        command(handlers, COMMANDS + "traversal", () -> actions.openTraversal());
        command(handlers, COMMANDS + "latex", () -> actions.copyLatex());
        command(handlers, COMMANDS + "csv", () -> actions.copyCsv());
        command(handlers, COMMANDS + "export", () -> actions.export());
        figureCommand(handlers, "csv", FigureActions::copyCsv);
        figureCommand(handlers, "latex", FigureActions::copyLatex);
        figureCommand(handlers, "image", FigureActions::copyImage);
        figureCommand(handlers, "export", FigureActions::export);
    }

    private void command(EHandlerService handlers, String id, Runnable work) {
        handlers.activateHandler(id, new PartCommand(() -> grid != null, work));
    }

    private void figureCommand(EHandlerService handlers, String id, Consumer<FigureActions> work) {
        handlers.activateHandler(COMMANDS + "figure." + id,
                new PartCommand(() -> details.actions().isPresent(), () -> details.actions().ifPresent(work)));
    }

    /** Copies the selected rows, or text where text is being edited. */
    private void copy() {
        if (filter.isFocusControl()) {
            filter.copy();
        } else {
            actions.copyRows();
        }
    }

    @Inject
    @Optional
    void storeOpened(@UIEventTopic(Topics.STORE_OPEN) String folder) {
        open(folder);
    }

    @Inject
    @Optional
    void cellFinished(@UIEventTopic(Topics.CELL_FINISHED) String folder) {
        if (normal(folder).equals(reading.store())) {
            reading.readAgain();
        }
    }

    @Inject
    @Optional
    void themeChanged(@UIEventTopic(IThemeEngine.Events.THEME_CHANGED) Event event) {
        if (display != null) {
            display.asyncExec(() -> { // the event comes before the controls have their new colours
                if (grid != null && !grid.control().isDisposed()) {
                    grid.control().redraw();
                }
            });
        }
    }

    private static Path normal(String folder) {
        return Path.of(folder).toAbsolutePath().normalize();
    }

    /** Reads a store in the background and shows it. */
    void open(String folder) {
        Path store = normal(folder);
        part.getPersistedState().put(STORE, store.toString());
        reading.read(store);
    }

    private void found(StoreReading.Reading read) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!area.isDisposed() && reading.isWanted(read)) {
                    show(read);
                }
            });
        }
    }

    private void show(StoreReading.Reading read) {
        cells = read.cells();
        if (read.problem() != null) {
            showHint(read.problem());
        } else if (read.rows() == null) {
            showHint("No cell is finished in " + read.store() + " yet.");
        } else {
            show(read.rows());
        }
    }

    private void show(ResultRows rows) {
        rows.filter(RowFilter.parse(filter.getText(), rows.table().columns()));
        if (grid == null || !grid.takes(rows)) {
            if (grid != null) {
                rows.sortLike(grid.rows());
            }
            createGrid(rows);
        }
        grid.show(rows);
    }

    private void createGrid(ResultRows rows) {
        clear();
        grid = new ResultGrid(area, rows, this::rowSelected, this::showState);
        actions = new ResultActions(grid);
        grid.control().addListener(SWT.MouseDoubleClick, e -> {
            if (grid.isRow(e.x, e.y)) {
                actions.openTraversal();
            }
        });
        grid.control().addListener(SWT.MouseDown, e -> {
            if (e.button == 3) {
                grid.selectAt(e.x, e.y);
            }
        });
        grid.control().setMenu(actions.menu());
        TableColours.follow(grid.control(), model);
        area.layout();
    }

    private void rowSelected() {
        grid.selectedRow().ifPresent(details::show);
    }

    private void clear() {
        for (var child : area.getChildren()) {
            child.dispose();
        }
        grid = null;
        actions = null;
        details.clear();
    }

    private void showHint(String sentence) {
        clear();
        Label hint = new Label(area, SWT.WRAP | SWT.CENTER);
        hint.setText("\n" + sentence);
        showState();
        area.layout();
    }

    private void applyFilter() {
        if (grid != null) {
            grid.filter(RowFilter.parse(filter.getText(), grid.rows().table().columns()));
        }
    }

    private void showState() {
        String text = "";
        if (grid != null) {
            ResultRows rows = grid.rows();
            text = rows.shown().size() + " of " + rows.table().rows().size() + " rows, " + cells + " cells";
            if (rows.shown().isEmpty()) {
                text = rows.arrangement().filter().problem().orElse(text);
            }
        }
        if (!text.equals(state.getText())) {
            state.setText(text);
            state.getParent().layout();
        }
    }

    @Focus
    void focus() {
        if (grid == null) {
            filter.setFocus();
        } else {
            grid.control().setFocus();
        }
    }

    @PreDestroy
    void close() {
        reading.cancel();
    }
}
