package org.distaff.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** The running workbench as tests see it: they live on a thread of their own, as a user does. */
public final class Workbench {

    /** Every wait ends here; far longer than anything takes on the slowest machine, so that only a hang meets it. */
    private static final long DEADLINE_NANOSECONDS = 120_000_000_000L;
    private static final int WAKE_MILLISECONDS = 50;

    /** Long enough for the toolkit to paint everything that is out of date; only pictures for people depend on it. */
    private static final int SETTLE_MILLISECONDS = 600;

    private static final Queue<String> ERRORS = new ConcurrentLinkedQueue<>();

    static {
        Platform.addLogListener((status, plugin) -> {
            if (status.getSeverity() == IStatus.ERROR) {
                ERRORS.add(plugin + ": " + status.getMessage() + " " + status.getException());
            }
        });
    }

    private Workbench() {
    }

    /** Work on the UI thread that may fail. */
    public interface Work {
        void run() throws Exception;
    }

    /** Does something on the UI thread; its failure is the test's. */
    public static void ui(Work work) {
        uiGet(() -> {
            work.run();
            return null;
        });
    }

    /** Gets something on the UI thread. */
    public static <T> T uiGet(Callable<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Display.getDefault().syncExec(() -> {
            try {
                result.set(work.call());
            } catch (Throwable e) { // an assertion must reach the test's thread, too
                failure.set(e);
            }
        });
        if (failure.get() != null) {
            throw new AssertionError(failure.get().getMessage(), failure.get());
        }
        return result.get();
    }

    /** Lets the event loop run until something holds, which is asked on the UI thread. */
    public static void until(String what, Callable<Boolean> holds) {
        ui(() -> {
            Display display = Display.getCurrent();
            long end = System.nanoTime() + DEADLINE_NANOSECONDS;
            while (!holds.call()) {
                if (System.nanoTime() > end) {
                    save("in-vain"); // what was there instead
                    throw new AssertionError("waited in vain until " + what);
                }
                display.timerExec(WAKE_MILLISECONDS, () -> { });
                display.sleep();
                // all of them: asking may cause events, and asynchronous work waits until none is left
                while (display.readAndDispatch() && System.nanoTime() < end) {
                    continue;
                }
            }
        });
    }

    /** The window; on the UI thread. */
    public static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** The page; on the UI thread. */
    public static IWorkbenchPage page() {
        return window().getActivePage();
    }

    /** Executes a command as a key or menu would. */
    public static void execute(String command) {
        ui(() -> window().getService(IHandlerService.class).executeCommand(command, null));
    }

    /** The controls of a type below another that are shown and pass; on the UI thread. */
    public static <T extends Control> List<T> find(Composite below, Class<T> type, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        for (Control child : below.getChildren()) {
            if (type.isInstance(child) && child.isVisible() && wanted.test(type.cast(child))) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(find(composite, type, wanted));
            }
        }
        return found;
    }

    /** The button with that text; on the UI thread. */
    public static Button button(Composite below, String text) {
        List<Button> found = find(below, Button.class, b -> b.getText().equals(text));
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " buttons are called '" + text + "'");
        }
        return found.get(0);
    }

    /** Pushes the button; one that is disabled cannot be pushed. On the UI thread. */
    public static void push(Button button) {
        if (!button.isEnabled()) {
            throw new AssertionError("'" + button.getText() + "' is disabled");
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    /** Clicks with the mouse at a place of a control. */
    public static void click(Control control, int x, int y) {
        ui(() -> {
            Point place = control.toDisplay(x, y);
            Event move = new Event();
            move.type = SWT.MouseMove;
            move.x = place.x;
            move.y = place.y;
            post(move);
            for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
                Event button = new Event();
                button.type = type;
                button.button = 1;
                post(button);
            }
        });
    }

    private static void post(Event event) {
        if (!Display.getCurrent().post(event)) {
            throw new AssertionError("the display takes no events");
        }
    }

    /** Writes what the window shows, menu bar included, to target/screenshots of this test bundle. */
    public static void screenshot(String name) {
        AtomicReference<Boolean> settled = new AtomicReference<>(false);
        ui(() -> {
            window().getShell().forceActive();
            Display.getCurrent().timerExec(SETTLE_MILLISECONDS, () -> settled.set(true));
        });
        until("what changed is painted", settled::get);
        ui(() -> save(name));
    }

    private static void save(String name) throws IOException {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {Pixels.of(window().getShell().getBounds())};
        Path folder = Path.of("").toAbsolutePath().resolve("target").resolve("screenshots");
        Files.createDirectories(folder);
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    }

    /** Fails when the error log got an error since this was asked last. */
    public static void assertNothingLogged() {
        List<String> found = new ArrayList<>();
        for (String entry = ERRORS.poll(); entry != null; entry = ERRORS.poll()) {
            found.add(entry);
        }
        if (!found.isEmpty()) {
            throw new AssertionError("the error log has: " + found);
        }
    }

    /** Takes one expected error out of the log. */
    public static void expectLogged(String part) {
        until("'" + part + "' is logged", () -> ERRORS.removeIf(entry -> entry.contains(part)));
    }
}
