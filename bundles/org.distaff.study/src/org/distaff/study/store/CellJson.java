package org.distaff.study.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.distaff.study.file.Study;
import org.distaff.study.plan.Cell;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** cell.json: what a cell is and where it came from. */
final class CellJson {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls()
            .create();

    /** Far above what any cell writes; a larger file is not ours. */
    private static final long MAXIMUM_BYTES = 16L << 20;

    private CellJson() {
    }

    static String write(Cell cell, Map<String, Object> provenance) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", cell.id());
        document.put("cell", cell.description());
        document.put("provenance", provenance);
        return GSON.toJson(document) + "\n";
    }

    static String text(Object document) {
        return GSON.toJson(document) + "\n";
    }

    /** The cell, or an exception when the text is damaged or belongs to another id. */
    static Cell cell(JsonObject document) {
        JsonObject json = document.getAsJsonObject("cell");
        Cell cell = new Cell(json.get("dataset").getAsString(), values(json.getAsJsonObject("datasetParameters")),
                modifiers(json), json.get("datasetDigest").getAsString(), json.get("model").getAsString(),
                json.get("modelVersion").getAsString(), values(json.getAsJsonObject("modelParameters")),
                values(json.getAsJsonObject("training")), json.get("seed").getAsLong());
        if (!cell.id().equals(document.get("id").getAsString())) {
            throw new IllegalStateException("its description does not belong to its id");
        }
        return cell;
    }

    private static List<Study.ModifierEntry> modifiers(JsonObject json) {
        List<Study.ModifierEntry> modifiers = new ArrayList<>();
        if (json.has("modifiers")) {
            json.getAsJsonArray("modifiers").forEach(e -> modifiers.add(new Study.ModifierEntry(
                    e.getAsJsonObject().get("id").getAsString(),
                    values(e.getAsJsonObject().getAsJsonObject("parameters")))));
        }
        return modifiers;
    }

    static JsonObject parse(Path file) throws IOException {
        if (Files.size(file) > MAXIMUM_BYTES) {
            throw new IOException(file.getFileName() + " has " + Files.size(file) + " bytes");
        }
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    /** JSON values as parameter values: integers as Long, other numbers as Double. */
    static Map<String, Object> values(JsonObject json) {
        Map<String, Object> values = new LinkedHashMap<>();
        json.entrySet().forEach(e -> values.put(e.getKey(), value(e.getValue())));
        return values;
    }

    private static Object value(JsonElement element) {
        if (element.isJsonObject()) {
            return values(element.getAsJsonObject());
        }
        if (element.isJsonArray()) {
            List<Object> list = new ArrayList<>();
            element.getAsJsonArray().forEach(e -> list.add(value(e)));
            return list;
        }
        if (element.isJsonNull()) {
            return "";
        }
        JsonPrimitive primitive = element.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        if (primitive.isNumber()) {
            String digits = primitive.getAsString();
            return digits.matches("-?\\d+") ? (Object) Long.valueOf(digits) : (Object) Double.valueOf(digits);
        }
        return primitive.getAsString();
    }
}
