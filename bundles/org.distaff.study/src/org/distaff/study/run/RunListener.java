package org.distaff.study.run;

import java.util.List;

import org.distaff.study.plan.Cell;
import org.distaff.study.store.StoredCell;

/** Hears what becomes of each cell; called from the runner's threads. */
public interface RunListener {

    /** @param sentence which cells are trained side by side, or why none are, for the user */
    default void arranged(String sentence) {
    }

    default void started(Cell cell) {
    }

    default void finished(StoredCell cell) {
    }

    /** @param sentence why, for the user */
    default void failed(Cell cell, String sentence) {
    }

    /** Cells were compared with each other and got the scores of that. */
    default void compared(List<Cell> cells) {
    }

    /** @param sentence which comparison of which cells failed and why, for the user */
    default void comparisonFailed(String sentence) {
    }
}
