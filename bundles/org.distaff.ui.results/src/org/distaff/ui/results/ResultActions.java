package org.distaff.ui.results;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;

import org.distaff.study.analysis.ResultTable;
import org.distaff.ui.export.Copies;
import org.distaff.ui.export.FileExport;
import org.distaff.ui.export.TableText;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What can be done with the rows of a table: its context menu and the commands do the same. */
final class ResultActions {

    /** More cells than this are not listed in a menu. */
    private static final int LISTED = 40;

    private final ResultGrid grid;

    ResultActions(ResultGrid grid) {
        this.grid = grid;
    }

    Menu menu() {
        Menu menu = new Menu(grid.control());
        MenuItem traversal = Copies.item(menu, "Open Traversal", this::openTraversal);
        MenuItem others = new MenuItem(menu, SWT.CASCADE);
        others.setText("Open Traversal of");
        others.setMenu(new Menu(others));
        MenuItem folder = Copies.item(menu, "Open Folder", this::openFolder);
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem copy = Copies.item(menu, "Copy Rows\tCtrl+C", this::copyRows);
        Copies.item(menu, "Copy Table as LaTeX", this::copyLatex);
        Copies.item(menu, "Copy Table as CSV", this::copyCsv);
        new MenuItem(menu, SWT.SEPARATOR);
        Copies.item(menu, "Export Table…", this::export);
        menu.addListener(SWT.Show, e -> {
            List<ResultTable.Row> rows = grid.selectedRows();
            traversal.setEnabled(!rows.isEmpty());
            folder.setEnabled(!rows.isEmpty());
            copy.setEnabled(!rows.isEmpty());
            list(others, rows);
        });
        return menu;
    }

    /** The cells behind the selected row, of which any can be opened. */
    private static void list(MenuItem others, List<ResultTable.Row> rows) {
        for (MenuItem old : others.getMenu().getItems()) {
            old.dispose();
        }
        if (!rows.isEmpty()) {
            rows.get(0).cells().stream().limit(LISTED).forEach(cell -> Copies.item(others.getMenu(),
                    cell.cell().label(), () -> TraversalOpening.open(cell)));
        }
        others.setEnabled(!rows.isEmpty() && rows.get(0).cells().size() > 1);
    }

    void openTraversal() {
        grid.selectedRow().ifPresent(row -> TraversalOpening.open(row.cells().get(0)));
    }

    private void openFolder() {
        grid.selectedRow().ifPresent(row -> Program.launch(row.cells().get(0).folder().toString()));
    }

    void copyRows() {
        copy(grid.selectedRows(), TableText::tsv);
    }

    void copyLatex() {
        copy(grid.rows().shown(), TableText::latex);
    }

    void copyCsv() {
        copy(grid.rows().shown(), TableText::csv);
    }

    private List<ResultTable.Column> columns() {
        return grid.rows().table().columns();
    }

    private void copy(List<ResultTable.Row> rows,
            BiFunction<List<ResultTable.Column>, List<ResultTable.Row>, String> format) {
        Display display = grid.control().getDisplay();
        List<ResultTable.Column> columns = columns();
        if (!rows.isEmpty()) {
            Background.compute(display, "Copying results", rows.size(), () -> format.apply(columns, rows),
                    text -> Copies.copy(display, text, TextTransfer.getInstance()));
        }
    }

    void export() {
        List<ResultTable.Column> columns = columns();
        List<ResultTable.Row> rows = grid.rows().shown();
        FileExport.ask(grid.control().getShell(), "Export Table", "results", List.of("csv", "tex"),
                ending -> (ending.equals("tex") ? TableText.latex(columns, rows) : TableText.csv(columns, rows))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
