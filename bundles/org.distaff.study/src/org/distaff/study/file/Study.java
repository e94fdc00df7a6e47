package org.distaff.study.file;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.registry.Contributions;

/**
 * What a study file says, after checking and with defaults filled in.
 *
 * @param name     name of the study
 * @param datasets data sets in the file's order
 * @param models   models with their grids
 * @param seeds    seeds of the cells
 * @param metrics  metrics with their parameters, those that compare models among them
 */
public record Study(String name, List<DatasetEntry> datasets, List<ModelEntry> models, List<Long> seeds,
        List<MetricEntry> metrics) {

    /**
     * A data set with its parameters (all of them, defaults included).
     *
     * @param modifiers what changes it, in the order in which they apply
     */
    public record DatasetEntry(String id, Map<String, Object> parameters, List<ModifierEntry> modifiers) {

        public DatasetEntry {
            modifiers = List.copyOf(modifiers);
        }

        /**
         * Opens the data set and applies its modifiers.
         *
         * @throws Problem when files are missing, or (input) when a modifier cannot change this data set
         */
        public Dataset open(Contributions contributions) {
            DatasetProvider provider = contributions.dataset(id);
            Dataset dataset = provider.open(Parameters.of(provider, parameters));
            for (ModifierEntry entry : modifiers) {
                DatasetModifier modifier = contributions.modifier(entry.id());
                dataset = modifier.modify(dataset, Parameters.of(modifier, entry.parameters()));
            }
            return dataset;
        }
    }

    /** A data set modifier with its parameters (all of them, defaults included). */
    public record ModifierEntry(String id, Map<String, Object> parameters) {

        public ModifierEntry {
            parameters = Map.copyOf(parameters);
        }

        /** Text for people with every parameter: "correlation pairs=shape-scale sigma=0.1". */
        public String label() {
            return id + new TreeMap<>(parameters).entrySet().stream().map(e -> " " + e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining());
        }
    }

    /**
     * A model with the settings its grid spans.
     *
     * @param settings one map of all model parameters (defaults included) for each point of the grid, in grid order
     * @param training the {@code training:} block, defaults included
     */
    public record ModelEntry(String id, List<Map<String, Object>> settings, Map<String, Object> training) {
    }

    /** A metric or comparison with its parameters (all of them, defaults included). */
    public record MetricEntry(String id, Map<String, Object> parameters) {
    }
}
