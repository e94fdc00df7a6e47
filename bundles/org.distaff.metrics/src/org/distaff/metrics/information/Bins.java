package org.distaff.metrics.information;

import org.distaff.core.metric.Representation;

/**
 * Latents cut into equal-width bins over each latent's own range, in double arithmetic: edge i is i·(max − min)/bins + min, the
 * last edge is the maximum, a value belongs to the last bin whose lower edge it reaches, the maximum to the last bin. A constant
 * latent falls into one bin.
 */
public final class Bins {

    private Bins() {
    }

    private record Key(int bins) {
    }

    /** Bin 0 … bins−1 of every latent and point, {@code [latent][point]}; kept with the representation. */
    public static int[][] of(Representation representation, int bins) {
        return representation.derive(new Key(bins), r -> {
            int[][] labels = new int[r.latents()][];
            for (int d = 0; d < labels.length; d++) {
                labels[d] = of(r.latent(d), bins);
            }
            return labels;
        });
    }

    /** Bins of one latent. */
    static int[] of(double[] values, int bins) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low == high) { // numpy's histogram widens an empty range by one half to either side
            low -= 0.5;
            high += 0.5;
        }
        double[] edges = new double[bins];
        double step = (high - low) / bins;
        for (int i = 0; i < bins; i++) {
            edges[i] = i * step + low;
        }
        int[] labels = new int[values.length];
        for (int n = 0; n < values.length; n++) {
            labels[n] = find(values[n], edges, (values[n] - low) / step);
        }
        return labels;
    }

    /** The last edge that the value reaches; the guess is off by at most one, which comparing with the edges mends. */
    private static int find(double value, double[] edges, double guess) {
        int bin = Math.max(0, Math.min(edges.length - 1, (int) guess));
        while (bin > 0 && value < edges[bin]) {
            bin--;
        }
        while (bin + 1 < edges.length && value >= edges[bin + 1]) {
            bin++;
        }
        return bin;
    }
}
