package org.distaff.metrics.information;

import org.distaff.core.metric.Representation;

/**
 * How much binned latents hold, alone and together with each factor.
 *
 * @param entropies      {@code D}: H(z_d) in nats
 * @param jointEntropies {@code D × K}: H(z_d, y_k) in nats
 */
public record LatentInformation(double[] entropies, double[][] jointEntropies) {

    /** Plug-in estimates from all points of a representation, kept with it. O(N D K). */
    public static LatentInformation of(Representation representation, int bins) {
        return SharedTables.of(representation, bins).latents();
    }
}
