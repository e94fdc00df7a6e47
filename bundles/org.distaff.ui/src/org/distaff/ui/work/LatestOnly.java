package org.distaff.ui.work;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A thread that does only the latest of each kind of work: what a slider asked for before is out of date. */
public final class LatestOnly {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread worker = new Thread(work, "distaff-latest");
        worker.setDaemon(true);
        return worker;
    });
    private final Map<Object, Runnable> latest = new ConcurrentHashMap<>();
    private final Consumer<RuntimeException> failed;

    /** @param failed hears, on the thread, what work threw */
    public LatestOnly(Consumer<RuntimeException> failed) {
        this.failed = failed;
    }

    /** Replaces work of the same kind that has not begun. */
    public void submit(Object kind, Runnable work) {
        if (latest.put(kind, work) == null) {
            thread.execute(() -> {
                try {
                    latest.remove(kind).run();
                } catch (RuntimeException e) {
                    failed.accept(e);
                }
            });
        }
    }

    /** Does this after what has begun, and nothing after it. */
    public void finish(Runnable last) {
        latest.replaceAll((kind, work) -> () -> { });
        thread.execute(last);
        thread.shutdown();
    }
}
