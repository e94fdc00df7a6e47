package org.distaff.ui.traversal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A thread that does only the latest of the work it is given: what a slider asked for before is out of date. */
final class LatestOnly {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "distaff-decoder");
        worker.setDaemon(true);
        return worker;
    });
    private final AtomicReference<Runnable> latest = new AtomicReference<>();

    /** Replaces work that has not begun. */
    void submit(Runnable work) {
        if (latest.getAndSet(work) == null) {
            thread.execute(() -> {
                Runnable now = latest.getAndSet(null);
                if (now != null) {
                    now.run();
                }
            });
        }
    }

    /** Does this after everything else, and nothing after it. */
    void finish(Runnable last) {
        thread.execute(last);
        thread.shutdown();
    }

    /** Does this in its turn. */
    void always(Runnable work) {
        thread.execute(work);
    }
}
