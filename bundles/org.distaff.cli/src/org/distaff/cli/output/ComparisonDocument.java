package org.distaff.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.describe.Description;
import org.distaff.core.metric.Scores;
import org.distaff.core.provenance.Provenance;
import org.distaff.study.evaluate.ComparisonRequest;

/**
 * What {@code compare} found, as a JSON document and as a table.
 *
 * @param models     the models as the user named them
 * @param requests   the comparisons with their parameters
 * @param scores     comparison id → scores of each model, in the models' order
 * @param provenance where models and points came from
 */
public record ComparisonDocument(List<String> models, List<ComparisonRequest> requests,
        Map<String, List<Scores>> scores, Map<String, Object> provenance) {

    /** {@code {"scores": {model: {comparison: {name: number or null}}}, "warnings": […], "provenance": {…}}}. */
    public Map<String, Object> json() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < models.size(); i++) {
            Map<String, Object> ofModel = new LinkedHashMap<>();
            for (Map.Entry<String, List<Scores>> comparison : scores.entrySet()) {
                ofModel.put(comparison.getKey(), comparison.getValue().get(i).values());
            }
            values.put(models.get(i), ofModel);
        }
        Map<String, Object> facts = new LinkedHashMap<>(provenance);
        Map<String, Object> metrics = new LinkedHashMap<>();
        for (ComparisonRequest request : requests) {
            Description description = request.comparison().describe();
            Map<String, Object> metric = new LinkedHashMap<>();
            metric.put("version", description.version());
            metric.put("parameters", request.parameters().values());
            metric.put("facts", scores.get(description.id()).stream().map(Scores::facts).toList());
            metrics.put(description.id(), metric);
        }
        facts.put("metrics", metrics);
        facts.put("environment", Provenance.capture(Map.of()));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("scores", values);
        document.put("warnings", warnings());
        document.put("provenance", facts);
        return document;
    }

    private List<String> warnings() {
        List<String> all = new ArrayList<>();
        scores.forEach((id, found) -> {
            for (int i = 0; i < models.size(); i++) {
                String model = models.get(i);
                found.get(i).warnings().forEach(w -> all.add(model + ": " + id + ": " + w));
            }
        });
        return all;
    }

    /** A row for each model, a column for each score; warnings below. */
    public String table() {
        List<String> headers = new ArrayList<>(List.of("model"));
        scores.forEach((id, found) -> found.get(0).values().keySet()
                .forEach(name -> headers.add(id + "." + name + ">")));
        TextTable table = new TextTable(headers.toArray(String[]::new));
        for (int i = 0; i < models.size(); i++) {
            List<String> row = new ArrayList<>(List.of(models.get(i)));
            for (List<Scores> found : scores.values()) {
                Map<String, Double> values = found.get(i).values();
                found.get(0).values().keySet()
                        .forEach(name -> row.add(ScoreDocument.number(values.getOrDefault(name, Double.NaN))));
            }
            table.row(row.toArray(String[]::new));
        }
        StringBuilder text = new StringBuilder(table.toString());
        if (!warnings().isEmpty()) {
            text.append("\nWarnings:\n");
            warnings().forEach(w -> text.append("  ").append(w).append('\n'));
        }
        return text.toString();
    }
}
