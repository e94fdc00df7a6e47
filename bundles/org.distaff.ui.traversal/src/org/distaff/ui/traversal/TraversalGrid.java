package org.distaff.ui.traversal;

import java.util.Locale;
import java.util.function.BiConsumer;

import org.distaff.core.data.ObservationShape;
import org.distaff.plot.image.Bitmap;
import org.distaff.study.traverse.Traversal;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The latent × step grid; the cell nearest to each slider is framed, and a click chooses a cell. */
final class TraversalGrid {

    private static final int LEFT = 44;
    private static final int TOP = 20;
    private static final int GAP = 2;

    private final Canvas canvas;
    private final BiConsumer<Integer, Integer> chosen;
    private Traversal traversal;
    private Image[][] images = new Image[0][0];
    private float[] code = new float[0];

    /** @param chosen hears position and step of a clicked cell */
    TraversalGrid(Composite parent, BiConsumer<Integer, Integer> chosen) {
        this.chosen = chosen;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addPaintListener(e -> paint(e.gc));
        canvas.addListener(SWT.MouseDown, e -> click(e.x, e.y));
        canvas.addDisposeListener(e -> disposeImages());
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Traversal grid: one row per latent, one column per step";
            }
        });
    }

    Canvas control() {
        return canvas;
    }

    void show(Traversal newTraversal) {
        disposeImages();
        traversal = newTraversal;
        ObservationShape shape = traversal.card().observation();
        images = new Image[traversal.order().size()][traversal.steps().length];
        for (int row = 0; row < images.length; row++) {
            for (int step = 0; step < images[row].length; step++) {
                images[row][step] = Images.of(canvas.getDisplay(), Bitmap.ofObservation(traversal.images()[row][step], 0,
                        shape.channels(), shape.height(), shape.width()));
            }
        }
        canvas.redraw();
    }

    void mark(float[] newCode) {
        code = newCode;
        canvas.redraw();
    }

    private void disposeImages() {
        for (Image[] row : images) {
            for (Image image : row) {
                image.dispose();
            }
        }
        images = new Image[0][0];
    }

    private int cell() {
        Rectangle area = canvas.getClientArea();
        int across = (area.width - LEFT) / Math.max(1, traversal.steps().length) - GAP;
        int down = (area.height - TOP) / Math.max(1, images.length) - GAP;
        return Math.max(8, Math.min(across, down));
    }

    private void paint(GC gc) {
        if (traversal == null) {
            return;
        }
        int cell = cell();
        gc.setInterpolation(SWT.NONE);
        gc.setForeground(canvas.getForeground());
        for (int step = 0; step < traversal.steps().length; step++) {
            String text = String.format(Locale.ROOT, "%.1f", traversal.steps()[step]);
            int x = LEFT + step * (cell + GAP) + (cell - gc.textExtent(text).x) / 2;
            if (cell >= 24) {
                gc.drawText(text, x, 1, true);
            }
        }
        for (int row = 0; row < images.length; row++) {
            int y = TOP + row * (cell + GAP);
            int latent = traversal.order().get(row);
            gc.drawText("z" + latent, 8, y + Math.max(0, (cell - gc.getFontMetrics().getHeight()) / 2), true);
            int nearest = code.length == 0 ? -1 : nearest(code[latent]);
            for (int step = 0; step < images[row].length; step++) {
                int x = LEFT + step * (cell + GAP);
                Rectangle size = images[row][step].getBounds();
                gc.drawImage(images[row][step], 0, 0, size.width, size.height, x, y, cell, cell);
                if (step == nearest) {
                    gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
                    gc.setLineWidth(2);
                    gc.drawRectangle(x, y, cell - 1, cell - 1);
                    gc.setForeground(canvas.getForeground());
                }
            }
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
            if (row < images.length && step < traversal.steps().length) {
                chosen.accept(row, step);
            }
        }
    }
}
