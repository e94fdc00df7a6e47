package org.distaff.study.evaluate;

import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.Comparison;

/** A comparison to be made with these parameters. */
public record ComparisonRequest(Comparison comparison, Parameters parameters) {
}
