package org.distaff.metrics.information;

import org.distaff.core.metric.Representation;
import org.distaff.metrics.work.FiniteCodes;

/**
 * Codes made discrete: every latent's range is cut into bins of equal width.
 *
 * @param count  number of bins B
 * @param labels {@code labels[d][n]} in [0, B): bin of latent {@code d} of point {@code n}; the maximum lies in the
 *               last bin, every other bin is open on the right
 */
public record EqualWidthBins(int count, short[][] labels) {

    /** The bins of a representation's codes, kept with it while there is room. */
    public static EqualWidthBins of(Representation representation, int bins) {
        return FiniteCodes.require(representation).deriveWhileRoom(new Key(bins), r -> {
            short[][] labels = new short[r.latents()][];
            for (int d = 0; d < labels.length; d++) {
                labels[d] = narrow(labels(r.latent(d), bins));
            }
            return new EqualWidthBins(bins, labels);
        });
    }

    /** The bin of each value; all values are in one bin when they are equal. */
    public static int[] labels(double[] values, int bins) {
        double[] edges = edges(values, bins);
        double step = edges[1] - edges[0];
        int[] labels = new int[values.length];
        for (int n = 0; n < values.length; n++) {
            int label = (int) Math.clamp((values[n] - edges[0]) / step, 0, bins - 1);
            while (label > 0 && values[n] < edges[label]) {
                label--;
            }
            while (label < bins - 1 && values[n] >= edges[label + 1]) {
                label++;
            }
            labels[n] = label;
        }
        return labels;
    }

    /** Small numbers in little room: a thousand latents of 10,000 points take 20 MB. */
    private static short[] narrow(int[] labels) {
        short[] narrow = new short[labels.length];
        for (int n = 0; n < narrow.length; n++) {
            narrow[n] = (short) labels[n];
        }
        return narrow;
    }

    /** Left edges of the bins and the maximum; a constant gets a range of width 1 around it. */
    private static double[] edges(double[] values, int bins) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low == high) {
            low -= 0.5;
            high += 0.5;
        }
        double step = (high - low) / bins;
        double[] edges = new double[bins + 1];
        for (int i = 0; i < bins; i++) {
            edges[i] = i * step + low;
        }
        edges[bins] = high;
        return edges;
    }

    private record Key(int bins) {
    }
}
