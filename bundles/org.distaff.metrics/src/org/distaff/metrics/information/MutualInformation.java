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
        EqualWidthBins binned = EqualWidthBins.of(representation, bins);
        return representation.derive(new Key(bins), r -> compute(r, binned));
    }

    private static MutualInformation compute(Representation representation, EqualWidthBins bins) {
        int factors = representation.space().count();
        double[][] matrix = new double[representation.latents()][factors];
        double[] entropies = new double[factors];
        for (int k = 0; k < factors; k++) {
            int[] values = representation.factor(k);
            int size = representation.space().size(k);
            entropies[k] = new Contingency(values, size, values, size).rowEntropy();
            for (int d = 0; d < matrix.length; d++) {
                matrix[d][k] = new Contingency(bins.labels()[d], bins.count(), values, size).mutualInformation();
            }
        }
        return new MutualInformation(matrix, entropies);
    }

    private record Key(int bins) {
    }
}
