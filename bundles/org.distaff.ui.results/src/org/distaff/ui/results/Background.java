package org.distaff.ui.results;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/** Does work over few rows at once, over many in the background: the window never waits, small tables never flicker. */
final class Background {

    /** Rows that any work here is done with in a few milliseconds. */
    private static final int FEW = 1000;

    private Background() {
    }

    /** @param done hears the result on the display's thread */
    static <T> void compute(Display display, String name, int rows, Supplier<T> work, Consumer<T> done) {
        if (rows <= FEW) {
            done.accept(work.get());
            return;
        }
        Job.createSystem(name, (ICoreRunnable) monitor -> {
            T result = work.get();
            if (!display.isDisposed()) {
                display.asyncExec(() -> done.accept(result));
            }
        }).schedule();
    }
}
