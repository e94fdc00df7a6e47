package org.distaff.study.run;

import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.core.registry.Contributions;
import org.distaff.study.evaluate.MetricRequest;
import org.distaff.study.file.Study;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/**
 * The scores that a study asks of every cell by itself, without those that compare cells.
 *
 * @param requests its metrics, in its order
 */
public record WantedScores(List<MetricRequest> requests) {

    public static WantedScores of(Study study, Contributions contributions) {
        return new WantedScores(study.metrics().stream()
                .filter(entry -> !GroupComparer.isComparison(entry, contributions))
                .map(entry -> new MetricRequest(contributions.metric(entry.id()),
                        Parameters.of(contributions.metric(entry.id()), entry.parameters()))).toList());
    }

    /** Those that a finished cell lacks: added to the study later, or failed. */
    public List<MetricRequest> missing(Store store, StoredCell cell) {
        return requests.stream().filter(request -> {
            Description metric = request.metric().describe();
            return !store.hasScores(cell, metric.id(), metric.version(), request.parameters().values());
        }).toList();
    }
}
