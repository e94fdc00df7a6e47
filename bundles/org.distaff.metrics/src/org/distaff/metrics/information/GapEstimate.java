package org.distaff.metrics.information;

import java.util.Optional;

import org.distaff.core.metric.Representation;
import org.distaff.metrics.work.Gap;

/**
 * Gaps of each factor and what they were made of.
 *
 * @param points      the points
 * @param information {@code D × K}: I(z_d; y_k)
 * @param entropies   {@code K}: H(y_k)
 * @param gaps        {@code K}: normalised gap; NaN where undefined
 * @param variant     whose definition it is
 * @param estimator   how information was estimated, and its unit
 * @param caveat      a sentence about where a reference would be undefined
 */
record GapEstimate(Representation points, double[][] information, double[] entropies, double[] gaps, String variant,
        String estimator, Optional<String> caveat) {

    /** Gaps between the two best latents of each factor, divided by the factor's divisor. */
    static GapEstimate of(Representation points, double[][] information, double[] entropies, double[] divisors,
            String variant, String estimator) {
        double[] gaps = new double[divisors.length];
        for (int k = 0; k < gaps.length; k++) {
            gaps[k] = divisors[k] == 0 ? Double.NaN : Gap.ofColumn(information, k) / divisors[k];
        }
        return new GapEstimate(points, information, entropies, gaps, variant, estimator, Optional.empty());
    }
}
