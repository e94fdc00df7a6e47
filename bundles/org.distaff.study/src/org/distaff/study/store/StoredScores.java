package org.distaff.study.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.failure.Problem;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

/**
 * How a finished cell's scores of one metric were measured, and what the metric left beside them.
 *
 * @param metricId   id of the metric
 * @param version    version of its behaviour
 * @param parameters all its parameters
 * @param seed       seed of the evaluation
 * @param facts      variant, sample sizes, estimator
 * @param matrices   its matrices, in the order of the metric
 */
public record StoredScores(String metricId, String version, Map<String, Object> parameters, long seed,
        Map<String, Object> facts, List<StoredMatrix> matrices) {

    /**
     * Reads what scores.json of a cell's folder says, in stored order; of two versions of a metric the later one.
     *
     * @throws Problem when the file is damaged
     */
    public static List<StoredScores> read(Path cellFolder) {
        try {
            Map<String, StoredScores> found = new LinkedHashMap<>();
            for (JsonElement element : ScoresJson.read(cellFolder).asMap().values()) {
                StoredScores scores = of(element.getAsJsonObject(), cellFolder);
                found.remove(scores.metricId);
                found.put(scores.metricId, scores);
            }
            return List.copyOf(found.values());
        } catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException
                | NullPointerException | ClassCastException | UnsupportedOperationException e) {
            throw Problem.failed(cellFolder.resolve("scores.json") + " is damaged (" + e.getMessage()
                    + "); measure the cell again.", e); // each is how Gson says that a text is not what was written
        }
    }

    private static StoredScores of(JsonObject entry, Path folder) {
        String id = entry.get("metric").getAsString();
        List<StoredMatrix> matrices = new ArrayList<>();
        entry.getAsJsonObject("matrices").entrySet().forEach(m -> matrices.add(matrix(id, m.getKey(),
                m.getValue().getAsJsonObject(), folder)));
        return new StoredScores(id, entry.get("version").getAsString(),
                CellJson.values(entry.getAsJsonObject("parameters")), entry.get("seed").getAsLong(),
                CellJson.values(entry.getAsJsonObject("facts")), List.copyOf(matrices));
    }

    private static StoredMatrix matrix(String metricId, String name, JsonObject entry, Path folder) {
        Path file = folder.resolve(entry.get("file").getAsString()).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IllegalArgumentException("the matrix " + name + " lies outside of the cell");
        }
        return new StoredMatrix(metricId, name, file, texts(entry.getAsJsonArray("rows")),
                texts(entry.getAsJsonArray("columns")));
    }

    private static List<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }
}
