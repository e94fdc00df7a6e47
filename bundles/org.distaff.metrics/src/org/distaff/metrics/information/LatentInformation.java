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
        EqualWidthBins binned = EqualWidthBins.of(representation, bins);
        return representation.derive(new Key(bins), r -> compute(r, binned));
    }

    private static LatentInformation compute(Representation representation, EqualWidthBins bins) {
        int factors = representation.space().count();
        double[][] joint = new double[representation.latents()][factors];
        double[] entropies = new double[joint.length];
        for (int k = 0; k < factors; k++) {
            int[] values = representation.factor(k);
            for (int d = 0; d < joint.length; d++) {
                Contingency table = new Contingency(bins.labels()[d], bins.count(), values,
                        representation.space().size(k));
                joint[d][k] = table.jointEntropy();
                entropies[d] = table.rowEntropy();
            }
        }
        return new LatentInformation(entropies, joint);
    }

    private record Key(int bins) {
    }
}
