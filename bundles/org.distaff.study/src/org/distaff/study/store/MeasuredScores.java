package org.distaff.study.store;

import java.util.Map;

import org.distaff.core.metric.Scores;

/**
 * Scores with what they were measured by.
 *
 * @param metricId   id of the metric
 * @param version    version of its behaviour
 * @param parameters all its parameters
 * @param seed       seed of the evaluation
 * @param scores     what it found
 */
public record MeasuredScores(String metricId, String version, Map<String, Object> parameters, long seed, Scores scores) {
}
