package org.distaff.ui.tests.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.distaff.ui.Topics;
import org.distaff.ui.Workspace;
import org.distaff.ui.export.FigureActions;
import org.distaff.ui.tests.Workbench;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;

/** The results view and the tabs beside it, as their user handles them. */
final class CellTabs {

    private static final String RESULTS = "org.distaff.ui.results.view";
    private static final int STEP = 8;
    /** Within a check box, in pixels from its corner. */
    private static final int BOX = 9;

    private CellTabs() {
    }

    /** Shows a store with one row for each cell. */
    static void open(Path store, int cells) {
        Workbench.ui(() -> Workbench.page().showView(RESULTS));
        Workspace.announce(Topics.STORE_OPEN, store);
        Workbench.ui(() -> choose(combo(shell(), "each cell"), "each cell"));
        Workbench.until("the table shows the cells", () -> table() != null && table().getRowCount() == cells + 1
                && table().getDataValueByPosition(0, 1).equals("sprites"));
    }

    /** Leaves the view as other tests expect it: a row for each setting, and what is known of it in front. */
    static void close() {
        front("Values");
        Workbench.ui(() -> choose(combo(shell(), "each cell"), "setting (mean ± std)"));
    }

    private static Shell shell() {
        return Workbench.window().getShell();
    }

    static NatTable table() {
        List<NatTable> found = Workbench.find(shell(), NatTable.class, t -> true);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Selects the row with that seed. */
    static void select(String seed) {
        Workbench.ui(() -> {
            int column = 0;
            while (!table().getDataValueByPosition(column, 0).equals("seed")) {
                column++;
            }
            int row = 1;
            while (!table().getDataValueByPosition(column, row).equals(seed)) {
                row++;
            }
            table().doCommand(new SelectRowsCommand(table(), 0, row, false, false));
        });
    }

    /** Brings a tab to the front. */
    static void front(String name) {
        Workbench.ui(() -> {
            CTabFolder tabs = Workbench.find(shell(), CTabFolder.class, f -> item(f, "Matrices") != null).get(0);
            tabs.setSelection(item(tabs, name));
            Event event = new Event();
            event.item = item(tabs, name);
            tabs.notifyListeners(SWT.Selection, event);
        });
    }

    private static CTabItem item(CTabFolder folder, String name) {
        return Arrays.stream(folder.getItems()).filter(i -> i.getText().equals(name)).findFirst().orElse(null);
    }

    /** The tab's content; on the UI thread. */
    static Composite content() {
        return Workbench.find(shell(), Composite.class, c -> FigureActions.of(c).isPresent()).get(0);
    }

    static Canvas canvas() {
        return Workbench.find(content(), Canvas.class, c -> c.getMenu() != null).get(0);
    }

    /** Whether there is something to look at; on the UI thread. */
    static boolean hasFigures() {
        return Workbench.find(content(), ToolBar.class, t -> true).get(0).isEnabled();
    }

    /** What the tab offers to choose; nothing while there is no choice. */
    static List<String> choices() {
        return Workbench.uiGet(() -> Workbench.find(content(), Combo.class, c -> true).stream()
                .flatMap(combo -> Arrays.stream(combo.getItems())).toList());
    }

    static void choose(String choice) {
        Workbench.ui(() -> choose(combo(content(), choice), choice));
    }

    private static Combo combo(Composite below, String choice) {
        return Workbench.find(below, Combo.class, c -> c.indexOf(choice) >= 0).get(0);
    }

    private static void choose(Combo combo, String choice) {
        combo.select(combo.indexOf(choice));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    /** Clicks a check box with the mouse. */
    static void check(String text) {
        Button button = Workbench.uiGet(() -> Workbench.button(content(), text));
        boolean before = Workbench.uiGet(button::getSelection);
        Workbench.click(button, BOX, BOX);
        Workbench.until("'" + text + "' is clicked", () -> button.getSelection() != before);
    }

    /** What the tooltip says where a mouse goes over the whole figure, row by row; on the UI thread. */
    static List<String> tips() {
        Set<String> tips = new LinkedHashSet<>();
        Canvas canvas = canvas();
        for (int y = 0; y < 400; y += STEP) {
            for (int x = 0; x < 300; x += STEP) {
                Event move = new Event();
                move.x = x;
                move.y = y;
                canvas.notifyListeners(SWT.MouseMove, move);
                if (canvas.getToolTipText() != null) {
                    tips.add(canvas.getToolTipText());
                }
            }
        }
        return new ArrayList<>(tips);
    }

    /** Chooses an entry of the figure's context menu. */
    static void menu(String entry) {
        Workbench.ui(() -> {
            canvas().getMenu().notifyListeners(SWT.Show, new Event());
            MenuItem item = Arrays.stream(canvas().getMenu().getItems()).filter(i -> i.getText().equals(entry))
                    .findFirst().orElseThrow();
            if (!item.isEnabled()) {
                throw new AssertionError(entry + " is disabled");
            }
            item.notifyListeners(SWT.Selection, new Event());
        });
    }
}
