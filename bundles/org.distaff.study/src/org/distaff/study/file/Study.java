package org.distaff.study.file;

import java.util.List;
import java.util.Map;

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

    /** A data set with its parameters (all of them, defaults included). */
    public record DatasetEntry(String id, Map<String, Object> parameters) {
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
