package org.distaff.study.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.array.Npy;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Scores;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** scores.json: per metric id and version the values, facts, warnings, and where the matrices lie. */
final class ScoresJson {

    private ScoresJson() {
    }

    /** Key of a metric's scores: id@version. */
    static String key(String metricId, String version) {
        return metricId + "@" + version;
    }

    /** One metric's entry. */
    static Map<String, Object> entry(String metricId, String version, Map<String, Object> parameters, long seed,
            Scores scores) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("metric", metricId);
        entry.put("version", version);
        entry.put("parameters", parameters);
        entry.put("seed", seed);
        Map<String, Object> values = new LinkedHashMap<>();
        scores.values().forEach((name, value) -> values.put(name, finite(value)));
        entry.put("values", values);
        Map<String, Object> facts = new LinkedHashMap<>();
        scores.facts().forEach((name, value) -> facts.put(name, finite(value)));
        entry.put("facts", facts);
        entry.put("warnings", scores.warnings());
        Map<String, Object> matrices = new LinkedHashMap<>();
        scores.matrices().forEach((name, matrix) -> matrices.put(name, Map.of("file", matrixFile(metricId, name),
                "rows", matrix.rows(), "columns", matrix.columns())));
        entry.put("matrices", matrices);
        return entry;
    }

    /** JSON knows no NaN and no infinity; null stands for both. */
    private static Object finite(Object value) {
        return value instanceof Double number && !Double.isFinite(number)
                || value instanceof Float single && !Float.isFinite(single) ? null : value;
    }

    static String matrixFile(String metricId, String name) {
        return "matrices/" + metricId + "." + name + ".npy";
    }

    static byte[] npy(Matrix matrix) throws IOException {
        int columns = matrix.columns().size();
        double[] values = new double[matrix.rows().size() * columns];
        for (int i = 0; i < matrix.rows().size(); i++) {
            System.arraycopy(matrix.values()[i], 0, values, i * columns, columns);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Npy.write(bytes, values, matrix.rows().size(), columns);
        return bytes.toByteArray();
    }

    static JsonObject read(Path folder) throws IOException {
        Path file = folder.resolve("scores.json");
        return Files.exists(file) ? CellJson.parse(file) : new JsonObject();
    }

    /** The entries whose parameters are these, by metric id; those of other metrics are left out. */
    static JsonObject measuredWith(JsonObject scores, Map<String, Map<String, Object>> parameters) {
        JsonObject kept = new JsonObject();
        for (Map.Entry<String, JsonElement> metric : scores.entrySet()) {
            JsonObject entry = metric.getValue().getAsJsonObject();
            if (CellJson.values(entry.getAsJsonObject("parameters"))
                    .equals(parameters.get(entry.get("metric").getAsString()))) {
                kept.add(metric.getKey(), entry);
            }
        }
        return kept;
    }

    /** "metric.score" → value, NaN for null. */
    static Map<String, Double> values(JsonObject scores) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> metric : scores.entrySet()) {
            JsonObject entry = metric.getValue().getAsJsonObject();
            String id = entry.get("metric").getAsString();
            entry.getAsJsonObject("values").entrySet().forEach(value -> values.put(id + "." + value.getKey(),
                    value.getValue().isJsonNull() ? Double.NaN : value.getValue().getAsDouble()));
        }
        return values;
    }

    static Map<String, List<String>> warnings(JsonObject scores) {
        Map<String, List<String>> warnings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> metric : scores.entrySet()) {
            JsonObject entry = metric.getValue().getAsJsonObject();
            List<String> sentences = new ArrayList<>();
            entry.getAsJsonArray("warnings").forEach(w -> sentences.add(w.getAsString()));
            warnings.put(entry.get("metric").getAsString(), sentences); // of two versions the later one counts
        }
        warnings.values().removeIf(List::isEmpty);
        return warnings;
    }
}
