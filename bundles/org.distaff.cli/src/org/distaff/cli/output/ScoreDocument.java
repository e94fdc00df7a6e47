package org.distaff.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Scores;
import org.distaff.core.provenance.Provenance;
import org.distaff.study.evaluate.MetricRequest;

/**
 * What {@code evaluate} and {@code score} found, as the JSON document of the stable contract and as a table.
 *
 * @param requests   the metrics with their parameters
 * @param scores     metric id → scores
 * @param warnings   sentences about the input
 * @param provenance where codes and points came from
 */
public record ScoreDocument(List<MetricRequest> requests, Map<String, Scores> scores, List<String> warnings,
        Map<String, Object> provenance) {

    /** Characters in a line of warnings. */
    private static final int WIDTH = 100;

    /** {@code {"scores": {metric: {name: number or null}}, "warnings": […], "provenance": {…}}}. */
    public Map<String, Object> json() {
        Map<String, Object> values = new LinkedHashMap<>();
        scores.forEach((id, s) -> values.put(id, s.values()));
        Map<String, Object> facts = new LinkedHashMap<>(provenance);
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (MetricRequest request : requests) {
            Description description = request.metric().describe();
            Map<String, Object> metric = new LinkedHashMap<>();
            metric.put("version", description.version());
            metric.put("parameters", request.parameters().values());
            metric.put("facts", scores.get(description.id()).facts());
            metrics.put(description.id(), metric);
        }
        facts.put("metrics", metrics);
        facts.put("environment", Provenance.capture(Map.of()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("scores", values);
        document.put("warnings", allWarnings());
        document.put("provenance", facts);
        return document;
    }

    private List<String> allWarnings() {
        List<String> all = new ArrayList<>(warnings);
        scores.forEach((id, s) -> s.warnings().forEach(w -> all.add(w.startsWith(id) ? w : id + ": " + w)));
        return all;
    }

    /** A readable table with what each score means, warnings below. */
    public String table() {
        TextTable table = new TextTable("metric", "score", "value>", "better", "range", "meaning");
        for (MetricRequest request : requests) {
            Description description = request.metric().describe();
            scores.get(description.id()).values().forEach((name, value) -> {
                Optional<ScoreMeaning> meaning = description.meaning(name);
                table.row(description.id(), name, number(value), meaning.map(m -> m.better().sign()).orElse(""),
                        meaning.map(ScoreMeaning::range).orElse(""), meaning.map(ScoreMeaning::meaning).orElse(""));
            });
        }
        StringBuilder text = new StringBuilder(table.toString());
        if (!allWarnings().isEmpty()) {
            text.append("\nWarnings:\n");
            allWarnings().forEach(w -> text.append(Paragraph.hanging(w, "  ", "    ", WIDTH)));
        }
        return text.toString();
    }

    /** A score for people. */
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return Double.isNaN(value) ? "undefined" : String.format(Locale.ROOT, "%.4f", value);
    }
}
