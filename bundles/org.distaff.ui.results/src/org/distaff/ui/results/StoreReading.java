package org.distaff.ui.results;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.distaff.core.failure.Problem;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.distaff.ui.Workspace;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Reads a store and makes its table in the background; wishes that come in the meantime end in one more reading. */
final class StoreReading extends Job {

    /** Finished cells of a run come fast at times; the table follows them at this pace. */
    private static final long PACE_MILLISECONDS = 400;

    /**
     * What was wished for and found.
     *
     * @param problem why the store could not be read, or null
     * @param rows    the rows; null when there is a problem or no cell
     */
    record Reading(Path store, ResultTable.Grouping grouping, int cells, ResultRows rows, String problem) {
    }

    private final Consumer<Reading> found;
    private final AtomicBoolean outdated = new AtomicBoolean();
    private volatile Path store;
    private volatile ResultTable.Grouping grouping;
    private List<StoredCell> cells = List.of();

    /** @param found hears what was read, on the job's thread */
    StoreReading(ResultTable.Grouping grouping, Consumer<Reading> found) {
        super("Reading results");
        this.grouping = grouping;
        this.found = found;
        setSystem(true);
    }

    /** The store that is shown or will be; null at first. */
    Path store() {
        return store;
    }

    /** Whether a reading is what is still wished for. */
    boolean isWanted(Reading reading) {
        return reading.store().equals(store) && reading.grouping() == grouping;
    }

    void read(Path wanted) {
        store = wanted;
        outdated.set(true);
        schedule();
        wakeUp();
    }

    void readAgain() {
        outdated.set(true);
        schedule(PACE_MILLISECONDS);
    }

    void group(ResultTable.Grouping wanted) {
        grouping = wanted;
        if (store != null) {
            schedule();
            wakeUp();
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Path place = store;
        ResultTable.Grouping wanted = grouping;
        String problem = null;
        if (outdated.getAndSet(false)) {
            cells = List.of();
            try {
                Store opened = Store.open(place);
                cells = opened.cells();
                opened.problems().forEach(sentence -> ILog.of(StoreReading.class).warn(sentence));
            } catch (Problem e) {
                problem = e.getMessage();
            }
        }
        ResultRows rows = cells.isEmpty() ? null
                : new ResultRows(ResultTable.of(cells, wanted), Workspace.contributions());
        found.accept(new Reading(place, wanted, cells.size(), rows, problem));
        return Status.OK_STATUS;
    }
}
