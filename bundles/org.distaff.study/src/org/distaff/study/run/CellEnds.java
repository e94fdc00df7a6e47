package org.distaff.study.run;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.study.plan.Cell;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/** How each cell of a run ended: finished, failed, or left for later. */
final class CellEnds {

    private final Store store;
    private final Contributions contributions;
    private final RunListener listener;
    private final RunProgress progress;
    private final Set<Cell> ended = ConcurrentHashMap.newKeySet();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final Map<Cell, String> failures = new LinkedHashMap<>();

    CellEnds(Store store, Contributions contributions, RunListener listener, RunProgress progress) {
        this.store = store;
        this.contributions = contributions;
        this.listener = listener;
        this.progress = progress;
    }

    /** Work on some cells. */
    interface Attempt {
        void run() throws IOException;
    }

    /** Works on cells; what goes wrong ends all of them that have not ended yet, and nothing else. */
    void attempt(Collection<Cell> cells, Attempt attempt) {
        try {
            attempt.run();
        } catch (Cancelled e) {
            cells.forEach(this::left);
        } catch (Problem e) {
            cells.forEach(cell -> failed(cell, e.getMessage()));
        } catch (IOException e) {
            cells.forEach(cell -> failed(cell, "The files of the cell cannot be written in " + store.folder() + ": "
                    + e.getMessage() + "; make room or mend access and run again."));
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            cells.forEach(cell -> failed(cell, "Unexpected: " + e + at(e) + "."));
        }
    }

    private static String at(Throwable e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }

    /** Where a cell's work tells how far it is. */
    Progress progress(Cell cell) {
        return progress.of(cell.label(contributions));
    }

    void started(Cell cell) {
        listener.started(cell);
    }

    void finished(Cell cell, StoredCell stored) {
        if (end(cell)) {
            finished.incrementAndGet();
            listener.finished(stored);
        }
    }

    /** Nobody finished it here: the run was stopped, or another process has it. */
    void left(Cell cell) {
        if (end(cell)) {
            left.incrementAndGet();
        }
    }

    private void failed(Cell cell, String sentence) {
        if (end(cell)) {
            synchronized (failures) {
                failures.put(cell, sentence);
            }
            store.recordFailure(cell, sentence);
            listener.failed(cell, sentence);
        }
    }

    private boolean end(Cell cell) {
        boolean first = ended.add(cell);
        if (first) {
            progress.ended(cell.label(contributions));
        }
        return first;
    }

    int finished() {
        return finished.get();
    }

    /** Whether every cell was finished or failed. */
    boolean complete() {
        return left.get() == 0;
    }

    Map<Cell, String> failures() {
        synchronized (failures) {
            return Map.copyOf(failures);
        }
    }
}
