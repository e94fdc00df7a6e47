package org.distaff.study.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.Preset;
import org.distaff.core.failure.Problem;
import org.snakeyaml.engine.v2.nodes.Node;

/** Expands a model's preset, fixed parameters, grid (product) and zip (in step) into settings. */
final class Grid {

    /** More settings than this are a slip of the pen, not a study. */
    private static final int MAXIMUM_SETTINGS = 100_000;

    private final Nodes nodes;
    private final String owner;
    private final List<Parameter> parameters;

    Grid(Nodes nodes, String owner, List<Parameter> parameters) {
        this.nodes = nodes;
        this.owner = owner;
        this.parameters = parameters;
    }

    /** What the blocks give replaces what the preset says about the same parameter. */
    List<Map<String, Object>> settings(Preset preset, Node fixed, Node grid, Node zip) {
        Set<String> given = new HashSet<>();
        for (Node block : Stream.of(fixed, grid, zip).filter(Objects::nonNull).toList()) {
            nodes.keys(block).stream().filter(key -> !given.add(nodes.text(key))).forEach(key -> nodes.problem(key,
                    "'" + nodes.text(key) + "' has its values in another block already; give them once"));
        }
        List<Map<String, Object>> settings = new ArrayList<>();
        settings.add(with(others(preset.fixed(), given),
                fixed == null ? Map.of() : nodes.values(fixed, owner, parameters)));
        for (Map.Entry<String, List<Object>> swept : others(preset.grid(), given).entrySet()) {
            settings = multiply(settings, swept.getKey(), swept.getValue());
        }
        Map<String, List<Object>> product = columns(grid);
        for (Map.Entry<String, List<Object>> column : product.entrySet()) {
            if ((long) settings.size() * column.getValue().size() > MAXIMUM_SETTINGS) {
                nodes.problem(grid, "the grid has more than " + MAXIMUM_SETTINGS + " points");
                return List.of();
            }
            settings = multiply(settings, column.getKey(), column.getValue());
        }
        Map<String, List<Object>> inStep = columns(zip);
        if (inStep.values().stream().map(List::size).distinct().count() > 1) {
            nodes.problem(zip, "the lists under 'zip' must have the same length");
            return List.of();
        }
        if (!inStep.isEmpty()) {
            int length = inStep.values().iterator().next().size();
            if ((long) settings.size() * length > MAXIMUM_SETTINGS) {
                nodes.problem(zip, "grid and zip have more than " + MAXIMUM_SETTINGS + " points");
                return List.of();
            }
            settings = step(settings, inStep);
        }
        return complete(settings, fixed == null ? grid == null ? zip : grid : fixed);
    }

    private Map<String, List<Object>> columns(Node node) {
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        if (node != null) {
            nodes.mapping(node, owner, parameters.stream().map(Parameter::name).toList()).forEach((name, list) -> {
                List<Object> values = new ArrayList<>();
                for (Node element : nodes.sequence(list)) {
                    nodes.value(name, element, owner, parameters).ifPresent(values::add);
                }
                if (!values.isEmpty()) {
                    columns.put(name, values);
                } else if (nodes.sequence(list).isEmpty()) {
                    nodes.problem(list, "'" + name + "' needs at least one value");
                }
            });
        }
        return columns;
    }

    private static List<Map<String, Object>> multiply(List<Map<String, Object>> settings, String name,
            List<Object> values) {
        List<Map<String, Object>> more = new ArrayList<>();
        for (Map<String, Object> setting : settings) {
            for (Object value : values) {
                more.add(with(setting, Map.of(name, value)));
            }
        }
        return more;
    }

    private static List<Map<String, Object>> step(List<Map<String, Object>> settings,
            Map<String, List<Object>> columns) {
        List<Map<String, Object>> more = new ArrayList<>();
        int length = columns.values().iterator().next().size();
        for (Map<String, Object> setting : settings) {
            for (int i = 0; i < length; i++) {
                Map<String, Object> row = new LinkedHashMap<>();
                int index = i;
                columns.forEach((name, values) -> row.put(name, values.get(index)));
                more.add(with(setting, row));
            }
        }
        return more;
    }

    private static <T> Map<String, T> others(Map<String, T> values, Set<String> given) {
        Map<String, T> others = new LinkedHashMap<>(values);
        others.keySet().removeAll(given);
        return others;
    }

    private static Map<String, Object> with(Map<String, Object> setting, Map<String, Object> more) {
        Map<String, Object> merged = new LinkedHashMap<>(setting);
        merged.putAll(more);
        return merged;
    }

    /** Fills the defaults in. */
    private List<Map<String, Object>> complete(List<Map<String, Object>> settings, Node place) {
        List<Map<String, Object>> complete = new ArrayList<>();
        for (Map<String, Object> setting : settings) {
            try {
                complete.add(Parameters.bind(parameters, setting, owner).values());
            } catch (Problem e) {
                nodes.problem(place == null ? nodes.last() : place, e.getMessage());
                return List.of();
            }
        }
        return complete;
    }
}
