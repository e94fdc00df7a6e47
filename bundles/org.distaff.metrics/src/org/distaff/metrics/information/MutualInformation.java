package org.distaff.metrics.information;

import org.distaff.core.metric.Representation;

/**
 * What every binned latent tells about every factor.
 *
 * @param matrix          {@code D × K}: I(z_d; y_k) in nats, at least 0
 * @param factorEntropies {@code K}: H(y_k) in nats
 */
public record MutualInformation(double[][] matrix, double[] factorEntropies) {

    /** Plug-in estimates from all points of a representation, kept with it. O(N D K). */
    public static MutualInformation of(Representation representation, int bins) {
        return SharedTables.of(representation, bins).mutual();
    }
}
