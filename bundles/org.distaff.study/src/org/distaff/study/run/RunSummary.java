package org.distaff.study.run;

import java.util.List;
import java.util.Map;

import org.distaff.study.plan.Cell;

/**
 * How a run ended.
 *
 * @param planned  cells of the study (of this shard)
 * @param reused   cells that were finished before
 * @param finished cells that this run finished
 * @param failures cells that failed, with a sentence each
 * @param complete whether nothing is missing but failures; false after cancelling or when the time budget ran out
 * @param comparisonFailures comparisons of cells that failed, a sentence each; the cells are finished nevertheless
 */
public record RunSummary(int planned, int reused, int finished, Map<Cell, String> failures, boolean complete,
        List<String> comparisonFailures) {

    /** A summary without failed comparisons. */
    public RunSummary(int planned, int reused, int finished, Map<Cell, String> failures, boolean complete) {
        this(planned, reused, finished, failures, complete, List.of());
    }
}
