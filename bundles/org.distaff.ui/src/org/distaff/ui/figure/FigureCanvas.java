package org.distaff.ui.figure;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.distaff.core.failure.Problem;
import org.distaff.plot.Figure;
import org.distaff.plot.Theme;
import org.distaff.plot.figure.Stack;
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
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Figures one below the other, scrolled when there is no room, in the colours of the active theme. What is pointed at
 * is told in a tooltip.
 */
public final class FigureCanvas {

    private static final int MARGIN = 12;

    private final Display display;
    private final ScrolledComposite scrolled;
    private final Canvas canvas;
    private final String name;
    private Stack figure = new Stack(List.of());
    private String sentence;
    /** Counts what was shown or wished for, so that what is late does not replace what is newer. */
    private int latest;

    /** @param name what is drawn, for people who hear it instead of seeing it */
    public FigureCanvas(Composite parent, String name) {
        this.name = name;
        display = parent.getDisplay();
        scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        canvas = new Canvas(scrolled, SWT.DOUBLE_BUFFERED);
        scrolled.setContent(canvas);
        canvas.addPaintListener(e -> paint(e.gc));
        canvas.addMouseMoveListener(e -> tell(figure.at(e.x, e.y).orElse(null)));
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

    /** The control that is drawn on, for menus. */
    public Control drawing() {
        return canvas;
    }

    /** What is shown; empty while it is read and where there is none. On the user interface thread. */
    public Stack figure() {
        return figure;
    }

    /** Shows figures; a sentence stands where there is none. On the user interface thread. */
    public void show(List<? extends Figure> figures, String instead) {
        latest++;
        figure = new Stack(List.copyOf(figures));
        sentence = instead;
        scrolled.setMinSize((int) Math.ceil(figure.width()), (int) Math.ceil(figure.height()));
        tell(null);
        canvas.redraw();
    }

    /** Reads figures in the background and shows them when they are there. On the user interface thread. */
    public void load(Callable<? extends List<? extends Figure>> reading, String instead) {
        read(reading, figures -> show(figures, instead));
    }

    /**
     * Reads something in the background that figures will come from; a failure is shown in place of figures. On the
     * user interface thread.
     *
     * @param then hears what was read, on the user interface thread, unless the canvas was given something else to do
     */
    public <T> void read(Callable<T> reading, Consumer<? super T> then) {
        int wish = ++latest;
        Job.createSystem("Reading " + name, (ICoreRunnable) monitor -> {
            try {
                T read = reading.call();
                later(wish, () -> then.accept(read));
            } catch (Problem e) {
                later(wish, () -> show(List.of(), e.getMessage()));
            } catch (Exception e) { // whatever a file holds, the tab says so and the log has the rest
                ILog.of(FigureCanvas.class).warn(name + " cannot be read.", e);
                later(wish, () -> show(List.of(), name + " cannot be read: " + e.getMessage()));
            }
        }).schedule();
    }

    private void later(int wish, Runnable work) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!canvas.isDisposed() && wish == latest) {
                    work.run();
                }
            });
        }
    }

    private void tell(String what) {
        if (what == null || !what.equals(canvas.getToolTipText())) {
            canvas.setToolTipText(what);
        }
    }

    private void paint(GC gc) {
        if (figure.figures().isEmpty()) {
            gc.setForeground(canvas.getForeground());
            drawSentence(gc);
            return;
        }
        try (SwtPen pen = new SwtPen(gc)) {
            figure.draw(pen, theme());
        }
    }

    private void drawSentence(GC gc) {
        TextLayout layout = new TextLayout(gc.getDevice());
        try {
            layout.setFont(canvas.getFont());
            layout.setText(sentence);
            layout.setWidth(Math.max(1, scrolled.getClientArea().width - 2 * MARGIN));
            layout.draw(gc, MARGIN, MARGIN);
        } finally {
            layout.dispose();
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
