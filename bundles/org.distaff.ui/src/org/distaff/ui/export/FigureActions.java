package org.distaff.ui.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.BitmapPen;
import org.distaff.plot.Figure;
import org.distaff.plot.SvgPen;
import org.distaff.plot.Theme;
import org.distaff.plot.image.Png;
import org.distaff.ui.figure.FigureCanvas;
import org.distaff.ui.figure.SwtPen;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/**
 * What can be done with the figures of a tab and the numbers behind them: its context menu, its tool bar and the
 * commands do the same. What leaves the window is drawn on white, for paper, whatever the theme.
 */
public final class FigureActions {

    private static final String KEY = FigureActions.class.getName();
    private static final double SCALE = 2;
    private static final List<String> PICTURES = List.of("svg", "png");
    private static final List<String> ALL = List.of("svg", "png", "csv", "tex");

    private final FigureCanvas canvas;
    private final String name;

    /**
     * @param owner what {@link #of} will be asked for
     * @param name  what files are called at first, without ending
     */
    public FigureActions(Control owner, FigureCanvas canvas, String name) {
        this.canvas = canvas;
        this.name = name;
        owner.setData(KEY, this);
    }

    /** The actions of a control that was made with some. */
    public static Optional<FigureActions> of(Control control) {
        return Optional.ofNullable((FigureActions) control.getData(KEY));
    }

    /** The figure's context menu. */
    public Menu menu() {
        if (canvas.drawing().getMenu() == null) {
            canvas.drawing().setMenu(createMenu());
        }
        return canvas.drawing().getMenu();
    }

    /** A tool bar with the same entries: to copy, with a menu of ways, and to export. */
    public ToolBar tools(Composite parent) {
        ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
        ToolBar tools = new ToolBar(parent, SWT.FLAT);
        ToolItem copy = new ToolItem(tools, SWT.DROP_DOWN);
        copy.setImage(images.getImage(ISharedImages.IMG_TOOL_COPY));
        copy.setToolTipText("Copy as CSV, or as image where there are no numbers; other ways in the menu");
        copy.addListener(SWT.Selection, e -> {
            if (e.detail == SWT.ARROW) {
                Rectangle place = copy.getBounds();
                menu().setLocation(tools.toDisplay(place.x, place.y + place.height));
                menu().setVisible(true);
            } else {
                copy();
            }
        });
        ToolItem export = new ToolItem(tools, SWT.PUSH);
        export.setImage(images.getImage(ISharedImages.IMG_ETOOL_SAVEAS_EDIT));
        export.setToolTipText("Export as .svg or .png, and numbers as .csv or .tex");
        export.addListener(SWT.Selection, e -> export());
        return tools;
    }

    private Menu createMenu() {
        Menu menu = new Menu(canvas.drawing());
        MenuItem csv = Copies.item(menu, "Copy as CSV", this::copyCsv);
        MenuItem latex = Copies.item(menu, "Copy as LaTeX", this::copyLatex);
        MenuItem image = Copies.item(menu, "Copy as Image", this::copyImage);
        csv.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_TOOL_COPY));
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem export = Copies.item(menu, "Export…", this::export);
        menu.addListener(SWT.Show, e -> {
            csv.setEnabled(hasNumbers());
            latex.setEnabled(hasNumbers());
            image.setEnabled(isPossible());
            export.setEnabled(isPossible());
        });
        return menu;
    }

    /** Whether a figure is shown. */
    public boolean isPossible() {
        return !canvas.figure().figures().isEmpty();
    }

    private boolean hasNumbers() {
        return !canvas.figure().tables().isEmpty();
    }

    private void copy() {
        if (hasNumbers()) {
            copyCsv();
        } else if (isPossible()) {
            copyImage();
        }
    }

    /** Copies the numbers behind the figure, with every digit. */
    public void copyCsv() {
        copyTables(TableText::csv);
    }

    /** Copies the numbers behind the figure as a table with the rules of booktabs. */
    public void copyLatex() {
        copyTables(TableText::latex);
    }

    private void copyTables(Function<Matrix, String> format) {
        if (hasNumbers()) {
            Copies.copy(display(), text(canvas.figure(), format), TextTransfer.getInstance());
        }
    }

    /** Copies the figure. */
    public void copyImage() {
        Figure figure = canvas.figure();
        Display display = display();
        Job.createSystem("Drawing " + name, monitor -> {
            ImageData data = SwtPen.data(BitmapPen.draw(figure, Theme.LIGHT, SCALE));
            if (!display.isDisposed()) {
                display.asyncExec(() -> Copies.copy(display, data, ImageTransfer.getInstance()));
            }
        }).schedule();
    }

    private Display display() {
        return canvas.control().getDisplay();
    }

    /** Asks for a file and writes the figure, or the numbers behind it, in the background. */
    public void export() {
        if (!isPossible()) {
            return;
        }
        Figure figure = canvas.figure();
        FileExport.ask(canvas.control().getShell(), "Export " + name, name, hasNumbers() ? ALL : PICTURES,
                ending -> bytes(figure, ending));
    }

    /** A job that writes what is shown now to a file; its ending says how. */
    public Job exporting(Path file) {
        Figure figure = canvas.figure();
        return FileExport.job(file, hasNumbers() ? ALL : PICTURES, ending -> bytes(figure, ending));
    }

    private static byte[] bytes(Figure figure, String ending) {
        return switch (ending) {
            case "png" -> Png.encode(BitmapPen.draw(figure, Theme.LIGHT, SCALE));
            case "svg" -> SvgPen.draw(figure, Theme.LIGHT).getBytes(StandardCharsets.UTF_8);
            case "csv" -> text(figure, TableText::csv).getBytes(StandardCharsets.UTF_8);
            case "tex" -> text(figure, TableText::latex).getBytes(StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException(ending);
        };
    }

    /** All tables, an empty line between them. */
    private static String text(Figure figure, Function<Matrix, String> format) {
        return figure.tables().stream().map(format).collect(Collectors.joining("\n"));
    }
}
