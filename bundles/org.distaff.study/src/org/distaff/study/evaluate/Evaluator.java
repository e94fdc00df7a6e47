package org.distaff.study.evaluate;

import java.util.List;
import java.util.Map;

import org.distaff.core.metric.Points;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;

/** Runs metrics over shared points. */
public final class Evaluator {

    private Evaluator() {
    }

    /**
     * Evaluates the metrics one after the other over the same points, so that shared work is done once.
     *
     * @return metric id → scores, in the order asked; undefined values are NaN
     */
    public static Map<String, Scores> evaluate(List<MetricRequest> requests, Points points, int threads,
            Progress progress) {
        throw new IllegalStateException("stub");
    }
}
