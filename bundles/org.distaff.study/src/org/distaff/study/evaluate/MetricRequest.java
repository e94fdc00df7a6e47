package org.distaff.study.evaluate;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.Metric;

/** A metric to be evaluated with these parameters. */
public record MetricRequest(Metric metric, Parameters parameters) {
}
