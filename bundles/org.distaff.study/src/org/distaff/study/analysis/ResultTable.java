package org.distaff.study.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.distaff.study.file.Study;
import org.distaff.study.plan.Cell;
import org.distaff.study.store.StoredCell;

/**
 * Finished cells as a table: one row per cell, or one per group with mean and standard deviation over its cells.
 *
 * @param columns the columns: data set, model, parameters that vary, seed or number of cells, then the scores
 * @param rows    the rows
 */
public record ResultTable(List<Column> columns, List<Row> rows) {

    /** How rows are made. */
    public enum Grouping {
        /** One row per cell. */
        NONE,
        /** One row per data set, model and setting: mean ± std over seeds. */
        SETTING,
        /** One row per data set and model. */
        MODEL,
        /** One row per data set. */
        DATASET
    }

    /**
     * @param id    "dataset", "modifiers", "model", "parameter:beta", "seed", "n" or "score:mig.score"
     * @param label header
     * @param score whether its values are scores
     */
    public record Column(String id, String label, boolean score) {
    }

    /**
     * A value: a text, or a number with its spread.
     *
     * @param text  what to show ("0.213 ± 0.041"); empty when there is none
     * @param value number to sort by; NaN for texts
     * @param std   sample standard deviation (n−1); NaN for a single cell
     */
    public record Value(String text, double value, double std) {
    }

    /** @param cells the cells behind the row, at least one */
    public record Row(List<Value> values, List<StoredCell> cells) {
    }

    /** A row's key column: what it shows of a cell. */
    private record Key(Column column, Function<Cell, Object> of) {
    }

    public static ResultTable of(List<StoredCell> cells, Grouping grouping) {
        List<Key> keys = keys(cells, grouping);
        Map<List<Object>, List<StoredCell>> groups = new LinkedHashMap<>();
        for (StoredCell cell : cells) {
            List<Object> key = new ArrayList<>(keys.stream().map(k -> k.of().apply(cell.cell())).toList());
            if (grouping == Grouping.NONE) {
                key.add(cell.cell().id());
            }
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(cell);
        }
        Set<String> scores = new LinkedHashSet<>();
        cells.forEach(cell -> scores.addAll(cell.scores().keySet()));
        List<Column> columns = new ArrayList<>(keys.stream().map(Key::column).toList());
        if (grouping != Grouping.NONE) {
            columns.add(new Column("n", "n", false));
        }
        scores.forEach(score -> columns.add(new Column("score:" + score, score, true)));
        List<Row> rows = groups.values().stream().map(group -> row(group, keys, scores, grouping)).toList();
        return new ResultTable(List.copyOf(columns), rows);
    }

    private static List<Key> keys(List<StoredCell> cells, Grouping grouping) {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(new Column("dataset", "data set", false), ResultTable::datasetText));
        if (cells.stream().anyMatch(cell -> !cell.cell().modifiers().isEmpty())) {
            keys.add(new Key(new Column("modifiers", "modifiers", false), ResultTable::modifiersText));
        }
        if (grouping == Grouping.DATASET) {
            return keys;
        }
        keys.add(new Key(new Column("model", "model", false), Cell::modelId));
        if (grouping == Grouping.MODEL) {
            return keys;
        }
        for (String name : varying(cells)) {
            keys.add(new Key(new Column("parameter:" + name, name, false),
                    cell -> cell.modelParameters().containsKey(name) ? cell.modelParameters().get(name)
                            : cell.training().getOrDefault(name, "")));
        }
        if (grouping == Grouping.NONE) {
            keys.add(new Key(new Column("seed", "seed", false), Cell::seed));
        }
        return keys;
    }

    private static String datasetText(Cell cell) {
        return cell.datasetId() + new TreeMap<>(cell.datasetParameters()).entrySet().stream()
                .map(e -> " " + e.getKey() + "=" + e.getValue()).collect(Collectors.joining());
    }

    private static String modifiersText(Cell cell) {
        return cell.modifiers().stream().map(Study.ModifierEntry::label).collect(Collectors.joining(" + "));
    }

    /** Parameters that take more than one value among the cells of one model. */
    private static Set<String> varying(List<StoredCell> cells) {
        Map<String, Set<Object>> values = new TreeMap<>();
        for (StoredCell stored : cells) {
            Cell cell = stored.cell();
            String prefix = cell.modelId() + "/";
            cell.modelParameters().forEach((name, value) -> values
                    .computeIfAbsent(prefix + name, k -> new LinkedHashSet<>()).add(value));
            cell.training().forEach((name, value) -> values
                    .computeIfAbsent(prefix + name, k -> new LinkedHashSet<>()).add(value));
        }
        return values.entrySet().stream().filter(e -> e.getValue().size() > 1)
                .map(e -> e.getKey().substring(e.getKey().indexOf('/') + 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Row row(List<StoredCell> group, List<Key> keys, Set<String> scores, Grouping grouping) {
        List<Value> values = new ArrayList<>();
        Cell first = group.get(0).cell();
        for (Key key : keys) {
            Object value = key.of().apply(first);
            values.add(new Value(plain(value), value instanceof Number n ? n.doubleValue() : Double.NaN, Double.NaN));
        }
        if (grouping != Grouping.NONE) {
            values.add(new Value(Integer.toString(group.size()), group.size(), Double.NaN));
        }
        for (String score : scores) {
            values.add(summary(group.stream().mapToDouble(c -> c.scores().getOrDefault(score, Double.NaN))
                    .filter(v -> !Double.isNaN(v)).toArray(), group.size()));
        }
        return new Row(List.copyOf(values), List.copyOf(group));
    }

    /** Mean ± sample standard deviation of the defined values; how many they are is told when some cells have none. */
    private static Value summary(double[] values, int cells) {
        if (values.length == 0) {
            return new Value("", Double.NaN, Double.NaN);
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        String some = values.length < cells ? " (n=" + values.length + ")" : "";
        if (values.length == 1) {
            return new Value(String.format(Locale.ROOT, "%.3f", mean) + some, mean, Double.NaN);
        }
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        double std = Math.sqrt(squares / (values.length - 1));
        return new Value(String.format(Locale.ROOT, "%.3f ± %.3f", mean, std) + some, mean, std);
    }

    private static String plain(Object value) {
        return value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e9 ? Long.toString(d.longValue())
                : String.valueOf(value);
    }
}
