package org.distaff.ui.traversal;

import java.util.Locale;
import java.util.function.BiConsumer;

import org.distaff.study.traverse.Traversal;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The latent × step grid; the cell nearest to each slider is framed, and a click chooses a cell. */
final class TraversalGrid {

    private static final int LEFT = 44;
    private static final int TOP = 22;
    private static final int GAP = 3;
    /** Smaller images show nothing: the grid scrolls instead. */
    private static final int SMALLEST = 28;
    private static final int LARGEST = 128;

    private final ScrolledComposite scrolled;
    private final Canvas canvas;
    private final BiConsumer<Integer, Integer> chosen;
    private Traversal traversal;
    private Image[] strips = {};
    private float[] code = {};

    /** @param chosen hears position and step of a clicked cell */
    TraversalGrid(Composite parent, BiConsumer<Integer, Integer> chosen) {
        this.chosen = chosen;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        canvas = new Canvas(scrolled, SWT.DOUBLE_BUFFERED);
        scrolled.setContent(canvas);
        canvas.addPaintListener(e -> paint(e.gc));
        canvas.addListener(SWT.MouseDown, e -> click(e.x, e.y));
        canvas.addDisposeListener(e -> disposeStrips());
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Traversal grid: one row per latent, one column per step";
            }
        });
    }

    Control control() {
        return scrolled;
    }

    Canvas canvas() {
        return canvas;
    }

    /** @param pictures the strips of {@link Images#strips} */
    void show(Traversal newTraversal, ImageData[] pictures) {
        disposeStrips();
        traversal = newTraversal;
        strips = new Image[pictures.length];
        for (int row = 0; row < strips.length; row++) {
            strips[row] = new Image(canvas.getDisplay(), pictures[row]);
        }
        scrolled.setMinSize(LEFT + traversal.steps().length * (SMALLEST + GAP), TOP + strips.length * (SMALLEST + GAP));
        canvas.redraw();
    }

    void mark(float[] newCode) {
        code = newCode;
        canvas.redraw();
    }

    private void disposeStrips() {
        for (Image strip : strips) {
            strip.dispose();
        }
        strips = new Image[0];
    }

    private int cell() {
        Rectangle area = canvas.getClientArea();
        int across = (area.width - LEFT) / Math.max(1, traversal.steps().length) - GAP;
        int down = (area.height - TOP) / Math.max(1, strips.length) - GAP;
        return Math.max(SMALLEST, Math.min(LARGEST, Math.min(across, down)));
    }

    private void paint(GC gc) {
        Images.clear(gc, canvas, scrolled.getParent());
        if (traversal == null) {
            return;
        }
        int cell = cell();
        gc.setInterpolation(SWT.NONE);
        gc.setForeground(scrolled.getParent().getForeground());
        int textHeight = gc.getFontMetrics().getHeight();
        int free = 0;
        for (int step = 0; step < traversal.steps().length; step++) {
            String text = String.format(Locale.ROOT, "%.1f", traversal.steps()[step]);
            int width = gc.textExtent(text).x;
            int x = LEFT + step * (cell + GAP) + (cell - width) / 2;
            if (x > free) {
                gc.drawText(text, x, (TOP - textHeight) / 2, true);
                free = x + width + GAP;
            }
        }
        for (int row = 0; row < strips.length; row++) {
            int y = TOP + row * (cell + GAP);
            int latent = traversal.order().get(row);
            gc.drawText("z" + latent, 8, y + Math.max(0, (cell - textHeight) / 2), true);
            paintSteps(gc, row, y, cell, code.length == 0 ? -1 : nearest(code[latent]));
        }
    }

    private void paintSteps(GC gc, int row, int y, int cell, int marked) {
        var shape = traversal.card().observation();
        for (int step = 0; step < traversal.steps().length; step++) {
            int x = LEFT + step * (cell + GAP);
            Images.draw(gc, strips[row], step * shape.width(), shape, x, y, cell);
        }
        if (marked >= 0) {
            gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.setLineWidth(GAP);
            gc.drawRectangle(LEFT + marked * (cell + GAP) - 1, y - 1, cell + 1, cell + 1);
            gc.setForeground(scrolled.getParent().getForeground());
        }
    }

    /** The step whose value is nearest. */
    int nearest(float value) {
        int best = 0;
        for (int step = 1; step < traversal.steps().length; step++) {
            if (Math.abs(traversal.steps()[step] - value) < Math.abs(traversal.steps()[best] - value)) {
                best = step;
            }
        }
        return best;
    }

    private void click(int x, int y) {
        if (traversal != null && x >= LEFT && y >= TOP) {
            int step = (x - LEFT) / (cell() + GAP);
            int row = (y - TOP) / (cell() + GAP);
            if (row < strips.length && step < traversal.steps().length) {
                chosen.accept(row, step);
            }
        }
    }
}
