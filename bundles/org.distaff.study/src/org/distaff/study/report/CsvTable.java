package org.distaff.study.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.distaff.study.plan.Cell;
import org.distaff.study.store.StoredCell;

/** Cells as CSV (RFC 4180): one row each, scores at full precision, undefined ones empty. */
public final class CsvTable {

    private CsvTable() {
    }

    public static String of(List<StoredCell> cells) {
        Set<String> dataset = new TreeSet<>();
        Set<String> modifiers = new TreeSet<>();
        Set<String> model = new TreeSet<>();
        Set<String> training = new TreeSet<>();
        Set<String> scores = new LinkedHashSet<>();
        for (StoredCell cell : cells) {
            dataset.addAll(cell.cell().datasetParameters().keySet());
            modifiers.addAll(modifierParameters(cell.cell()).keySet());
            model.addAll(cell.cell().modelParameters().keySet());
            training.addAll(cell.cell().training().keySet());
            scores.addAll(cell.scores().keySet());
        }
        List<String> header = new ArrayList<>(List.of("cell", "dataset", "model", "seed"));
        dataset.forEach(name -> header.add("dataset." + name));
        modifiers.forEach(header::add);
        model.forEach(name -> header.add("model." + name));
        training.forEach(name -> header.add("training." + name));
        header.addAll(scores);
        StringBuilder csv = new StringBuilder();
        line(csv, header);
        for (StoredCell stored : cells) {
            Cell cell = stored.cell();
            List<Object> row = new ArrayList<>(List.of(cell.id(), cell.datasetId(), cell.modelId(), cell.seed()));
            dataset.forEach(name -> row.add(cell.datasetParameters().getOrDefault(name, "")));
            modifiers.forEach(name -> row.add(modifierParameters(cell).getOrDefault(name, "")));
            model.forEach(name -> row.add(cell.modelParameters().getOrDefault(name, "")));
            training.forEach(name -> row.add(cell.training().getOrDefault(name, "")));
            scores.forEach(name -> row.add(stored.scores().getOrDefault(name, Double.NaN)));
            line(csv, row);
        }
        return csv.toString();
    }

    /** "modifier.correlation" → its place in the order, from 1; "modifier.correlation.sigma" → 0.1. */
    private static Map<String, Object> modifierParameters(Cell cell) {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < cell.modifiers().size(); i++) {
            String prefix = "modifier." + cell.modifiers().get(i).id();
            values.put(prefix, i + 1);
            cell.modifiers().get(i).parameters().forEach((name, value) -> values.put(prefix + "." + name, value));
        }
        return values;
    }

    private static void line(StringBuilder csv, List<?> fields) {
        for (int i = 0; i < fields.size(); i++) {
            csv.append(i == 0 ? "" : ",").append(field(fields.get(i)));
        }
        csv.append('\n');
    }

    /** A field of a row: numbers with every digit, undefined ones empty, texts quoted where they need it. */
    public static String field(Object value) {
        String text = value instanceof Double d && d.isNaN() ? "" : String.valueOf(value);
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
