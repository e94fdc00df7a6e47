package org.distaff.ui.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.distaff.core.failure.Problem;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.distaff.ui.Topics;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.statushandlers.StatusManager;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** The results view. Stores are read in the background; everything shown is what was read last. */
public final class ResultsPart {

    private static final String STORE = "store";
    private static final String PLUGIN = "org.distaff.ui.results";
    private static final String[] GROUPINGS = {"each cell", "setting (mean ± std)", "model (mean ± std)",
        "data set (mean ± std)"};

    @Inject
    private MPart part;

    private Composite area;
    private Text filter;
    private Combo grouping;
    private Label state;
    private CellDetails details;
    private List<StoredCell> cells = List.of();
    private ResultGrid grid;
    private ResultRows rows;
    private Path store;

    @PostConstruct
    void create(Composite parent) {
        CollectionServices.enable();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        createStrip(parent);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        area = new Composite(sash, SWT.NONE);
        area.setLayout(new FillLayout());
        details = new CellDetails(new Composite(sash, SWT.NONE));
        sash.setWeights(75, 25);
        showHint("Run a study, or open a store, to see its results here.");
        String remembered = part.getPersistedState().get(STORE);
        if (remembered != null && Files.isDirectory(Path.of(remembered))) {
            open(remembered);
        }
    }

    private void createStrip(Composite parent) {
        Composite strip = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(5).margins(6, 3).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        filter = new Text(strip, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter: beta-vae mig.score>0.1");
        filter.setToolTipText(RowFilter.GRAMMAR);
        GridDataFactory.fillDefaults().grab(true, false).hint(240, SWT.DEFAULT).applyTo(filter);
        filter.addModifyListener(e -> applyFilter());
        new Label(strip, SWT.NONE).setText("One row per");
        grouping = new Combo(strip, SWT.READ_ONLY | SWT.DROP_DOWN);
        grouping.setItems(GROUPINGS);
        grouping.select(1);
        grouping.addListener(SWT.Selection, e -> rebuild());
        Button choose = new Button(strip, SWT.PUSH);
        choose.setText("Open Store…");
        choose.addListener(SWT.Selection, e -> {
            String folder = new DirectoryDialog(strip.getShell()).open();
            if (folder != null) {
                open(folder);
            }
        });
        state = new Label(strip, SWT.RIGHT);
        GridDataFactory.fillDefaults().hint(210, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(state);
    }

    @Inject
    @Optional
    void storeOpened(@UIEventTopic(Topics.STORE_OPEN) String folder) {
        open(folder);
    }

    @Inject
    @Optional
    void cellFinished(@UIEventTopic(Topics.CELL_FINISHED) String folder) {
        if (store != null && store.equals(Path.of(folder))) {
            open(folder);
        }
    }

    @Inject
    @Optional
    void themeChanged(@UIEventTopic(IThemeEngine.Events.THEME_CHANGED) Object event) {
        if (grid != null && !grid.control().isDisposed()) {
            grid.applyTheme();
        }
    }

    /** Reads a store in the background and shows it. */
    void open(String folder) {
        if (area == null || area.isDisposed()) {
            return;
        }
        store = Path.of(folder);
        part.getPersistedState().put(STORE, folder);
        Job.createSystem("Reading " + folder, (ICoreRunnable) monitor -> {
            try {
                Store opened = Store.open(Path.of(folder));
                List<StoredCell> found = opened.cells();
                opened.problems().forEach(ResultsPart::log);
                later(() -> {
                    cells = found;
                    rebuild();
                });
            } catch (Problem e) {
                log(e.getMessage());
            }
        }).schedule();
    }

    private void later(Runnable work) {
        area.getDisplay().asyncExec(() -> {
            if (!area.isDisposed()) {
                work.run();
            }
        });
    }

    private static void log(String sentence) {
        StatusManager.getManager().handle(new Status(IStatus.WARNING, PLUGIN, sentence), StatusManager.LOG);
    }

    private void rebuild() {
        if (cells.isEmpty()) {
            showHint("No cell is finished in " + store + " yet.");
            return;
        }
        rows = new ResultRows(ResultTable.of(cells, ResultTable.Grouping.values()[grouping.getSelectionIndex()]));
        clear();
        grid = new ResultGrid(area, rows);
        grid.control().addListener(SWT.MouseDoubleClick, e -> openTraversal());
        grid.control().addListener(SWT.MouseUp, e -> grid.selectedRow().ifPresent(details::show));
        grid.control().setMenu(menu());
        applyFilter();
        area.layout();
    }

    private void clear() {
        for (var child : area.getChildren()) {
            child.dispose();
        }
        grid = null;
    }

    private void showHint(String sentence) {
        clear();
        Label hint = new Label(area, SWT.WRAP | SWT.CENTER);
        hint.setText("\n" + sentence);
        state.setText("");
        area.layout();
    }

    private void applyFilter() {
        if (grid != null) {
            rows.filter(RowFilter.parse(filter.getText()));
            grid.refresh();
            state.setText(rows.shown().size() + " of " + rows.table().rows().size() + " rows, " + cells.size() + " cells");
        }
    }

    private Menu menu() {
        Menu menu = new Menu(grid.control());
        item(menu, "Open Traversal", this::openTraversal);
        item(menu, "Copy Table as LaTeX", () -> copy(TableText.latex(rows.table().columns(), rows.shown())));
        item(menu, "Copy Table as CSV", () -> copy(TableText.csv(rows.table().columns(), rows.shown())));
        item(menu, "Export Table as CSV…", this::export);
        return menu;
    }

    private static void item(Menu menu, String text, Runnable work) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> work.run());
    }

    private void openTraversal() {
        grid.selectedRow().ifPresent(row -> TraversalOpening.open(row.cells().get(0)));
    }

    private void copy(String text) {
        Clipboard clipboard = new Clipboard(area.getDisplay());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private void export() {
        FileDialog dialog = new FileDialog(area.getShell(), SWT.SAVE);
        dialog.setFileName("results.csv");
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            try {
                Files.writeString(Path.of(file), TableText.csv(rows.table().columns(), rows.shown()),
                        StandardCharsets.UTF_8);
            } catch (IOException e) {
                StatusManager.getManager().handle(new Status(IStatus.ERROR, PLUGIN,
                        file + " cannot be written: " + e.getMessage() + "; choose another folder.", e),
                        StatusManager.SHOW);
            }
        }
    }

    @Focus
    void focus() {
        filter.setFocus();
    }
}
