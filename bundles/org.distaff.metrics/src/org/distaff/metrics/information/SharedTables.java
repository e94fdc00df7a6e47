package org.distaff.metrics.information;

import org.distaff.core.metric.Representation;

/** What one pass over the contingency tables of all latents and factors gives. */
record SharedTables(MutualInformation mutual, LatentInformation latents) {

    /** Of all points of a representation, kept with it. O(N D K). */
    static SharedTables of(Representation representation, int bins) {
        EqualWidthBins binned = EqualWidthBins.of(representation, bins);
        return representation.derive(new Key(bins), r -> compute(r, binned));
    }

    private static SharedTables compute(Representation representation, EqualWidthBins bins) {
        int factors = representation.space().count();
        double[][] information = new double[representation.latents()][factors];
        double[][] joint = new double[information.length][factors];
        double[] entropies = new double[information.length];
        double[] factorEntropies = new double[factors];
        for (int k = 0; k < factors; k++) {
            int[] values = representation.factor(k);
            for (int d = 0; d < information.length; d++) {
                Contingency table = new Contingency(bins.labels()[d], bins.count(), values,
                        representation.space().size(k));
                information[d][k] = table.mutualInformation();
                joint[d][k] = table.jointEntropy();
                entropies[d] = table.rowEntropy();
                factorEntropies[k] = table.columnEntropy();
            }
        }
        return new SharedTables(new MutualInformation(information, factorEntropies),
                new LatentInformation(entropies, joint));
    }

    private record Key(int bins) {
    }
}
