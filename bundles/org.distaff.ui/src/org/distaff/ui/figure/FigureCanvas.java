package org.distaff.ui.figure;

import java.util.List;
import java.util.concurrent.Callable;

import org.distaff.plot.Figure;
import org.distaff.plot.Theme;
import org.distaff.ui.ThemeHandler;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Figures one below the other, scrolled when there is no room, in the colours of the active theme. */
public final class FigureCanvas {

    private final ScrolledComposite scrolled;
    private final Canvas canvas;
    private final String name;
    private List<? extends Figure> figures = List.of();
    private String sentence;

    /** @param name what is drawn, for people who hear it instead of seeing it */
    public FigureCanvas(Composite parent, String name) {
        this.name = name;
        scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        canvas = new Canvas(scrolled, SWT.DOUBLE_BUFFERED);
        scrolled.setContent(canvas);
        canvas.addPaintListener(e -> paint(e.gc));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
        sentence = "Reading…";
    }

    /** The control to lay out. */
    public ScrolledComposite control() {
        return scrolled;
    }

    /** Shows figures; a sentence stands where there is none. On the user interface thread. */
    public void show(List<? extends Figure> newFigures, String instead) {
        figures = List.copyOf(newFigures);
        sentence = instead;
        scrolled.setMinSize((int) Math.ceil(figures.stream().mapToDouble(Figure::width).max().orElse(0)),
                (int) Math.ceil(figures.stream().mapToDouble(Figure::height).sum()));
        canvas.redraw();
    }

    /** Reads figures in the background and shows them when they are there. */
    public void load(Callable<List<? extends Figure>> reading, String instead) {
        Job.createSystem("Reading " + name, (ICoreRunnable) monitor -> {
            try {
                List<? extends Figure> read = reading.call();
                later(() -> show(read, instead));
            } catch (Exception e) { // whatever a file holds, the tab says so and the log has the rest
                ILog.of(FigureCanvas.class).warn(name + " cannot be read.", e);
                later(() -> show(List.of(), name + " cannot be read: " + e.getMessage()));
            }
        }).schedule();
    }

    private void later(Runnable work) {
        canvas.getDisplay().asyncExec(() -> {
            if (!canvas.isDisposed()) {
                work.run();
            }
        });
    }

    private void paint(GC gc) {
        if (figures.isEmpty()) {
            gc.setForeground(canvas.getForeground());
            gc.drawText(sentence, 12, 12, true);
            return;
        }
        Theme theme = theme();
        SwtPen pen = new SwtPen(gc);
        double top = 0;
        for (Figure figure : figures) {
            Transform move = new Transform(gc.getDevice());
            move.translate(0, (float) top);
            gc.setTransform(move);
            figure.draw(pen, theme);
            gc.setTransform(null);
            move.dispose();
            top += figure.height();
        }
    }

    /** The figures' own theme, on the background and with the text colour that the widget has. */
    private Theme theme() {
        Theme base = ThemeHandler.isDark() ? Theme.DARK : Theme.LIGHT;
        return new Theme(rgb(canvas.getBackground().getRGB()), rgb(canvas.getForeground().getRGB()), base.grid(),
                base.series());
    }

    private static int rgb(RGB colour) {
        return colour.red << 16 | colour.green << 8 | colour.blue;
    }
}
