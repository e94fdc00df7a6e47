package org.distaff.study.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Metric;
import org.distaff.core.registry.Contributions;

/** Turns a list of metrics in words ({@code mig,dci}, {@code default}, {@code all}) into requests. */
public final class MetricSelection {

    /** The ids that {@code default} stands for, those of them that are installed. */
    public static final List<String> DEFAULT =
            List.of("mig", "dci", "factor-vae-score", "modularity-explicitness");

    private MetricSelection() {
    }

    /**
     * @param selection   metric ids separated by commas, {@code default} or {@code all}
     * @param assignments parameter values; those of other ids are ignored here
     * @throws Problem (input) for an unknown metric or a wrong parameter, with the nearest valid name
     */
    public static List<MetricRequest> parse(String selection, Assignments assignments, Contributions contributions) {
        Map<String, Metric> chosen = new LinkedHashMap<>();
        for (String word : Arrays.stream(selection.split(",")).map(String::strip).toList()) {
            for (Metric metric : metrics(word, contributions)) {
                chosen.put(metric.describe().id(), metric);
            }
        }
        return chosen.entrySet().stream().map(e -> new MetricRequest(e.getValue(),
                Parameters.bind(e.getValue().describe().parameters(), assignments.of(e.getKey()),
                        "metric '" + e.getKey() + "'"))).toList();
    }

    private static List<Metric> metrics(String word, Contributions contributions) {
        List<Metric> found = switch (word) {
            case "all" -> contributions.metrics();
            case "default" -> DEFAULT.stream().flatMap(id -> contributions.metrics().stream()
                    .filter(m -> m.describe().id().equals(id))).toList();
            default -> List.of(metric(word, contributions));
        };
        if (found.isEmpty()) {
            throw Problem.input("'" + word + "' selects no metric, because none is installed that it stands for; "
                    + "name metrics by id.");
        }
        return found;
    }

    private static Metric metric(String id, Contributions contributions) {
        if (contributions.comparisons().stream().anyMatch(c -> c.describe().id().equals(id))) {
            throw Problem.input("'" + id + "' compares trained models with each other and cannot measure one alone; "
                    + "use distaff compare, or name it among a study's metrics.");
        }
        return contributions.metric(id);
    }
}
