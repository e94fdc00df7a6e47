package org.distaff.study.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Comparison;
import org.distaff.core.registry.Contributions;

/** Turns a list of comparisons in words ({@code udr,model-centrality}, {@code all}) into requests. */
public final class ComparisonSelection {

    private ComparisonSelection() {
    }

    /**
     * @param selection   comparison ids separated by commas, or {@code all}
     * @param assignments parameter values; those of other ids are ignored here
     * @throws Problem (input) for an unknown comparison or a wrong parameter, with the nearest valid name
     */
    public static List<ComparisonRequest> parse(String selection, Assignments assignments,
            Contributions contributions) {
        Map<String, Comparison> chosen = new LinkedHashMap<>();
        for (String word : Arrays.stream(selection.split(",")).map(String::strip).toList()) {
            comparisons(word, contributions).forEach(c -> chosen.put(c.describe().id(), c));
        }
        return chosen.entrySet().stream().map(e -> new ComparisonRequest(e.getValue(),
                Parameters.bind(e.getValue().describe().parameters(), assignments.of(e.getKey()),
                        "comparison '" + e.getKey() + "'"))).toList();
    }

    private static List<Comparison> comparisons(String word, Contributions contributions) {
        if (word.equals("all") && !contributions.comparisons().isEmpty()) {
            return contributions.comparisons();
        }
        if (contributions.metrics().stream().anyMatch(m -> m.describe().id().equals(word))) {
            throw Problem.input("'" + word + "' measures one trained model and compares none; use distaff evaluate.");
        }
        return List.of(contributions.comparison(word));
    }
}
