package org.distaff.study.run;

import org.distaff.study.plan.Cell;
import org.distaff.study.store.StoredCell;

/** Hears what becomes of each cell; called from the runner's threads. */
public interface RunListener {

    default void started(Cell cell) {
    }

    default void finished(StoredCell cell) {
    }

    /** @param sentence why, for the user */
    default void failed(Cell cell, String sentence) {
    }
}
