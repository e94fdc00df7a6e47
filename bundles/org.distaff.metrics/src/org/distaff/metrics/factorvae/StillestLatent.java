package org.distaff.metrics.factorvae;

import java.util.stream.IntStream;

/**
 * Finds the latent that keeps stillest while a factor is held: the one whose variance within a batch is the smallest
 * share of its variance over all points. Latents that hardly vary at all are not asked. Not thread-safe: a workspace is
 * used again by every vote.
 */
public final class StillestLatent {

    private final double[] variances;
    private final int[] active;
    private final double[] sums;
    private final double[] within;

    /**
     * @param variances variance of every latent over all points
     * @param threshold latents with a smaller standard deviation are not asked; those with none never
     */
    public StillestLatent(double[] variances, double threshold) {
        this.variances = variances;
        this.sums = new double[variances.length];
        this.within = new double[variances.length];
        this.active = IntStream.range(0, variances.length)
                .filter(d -> variances[d] > 0 && Math.sqrt(variances[d]) >= threshold).toArray();
    }

    /** The latents that are asked, ascending. */
    public int[] active() {
        return active.clone();
    }

    /**
     * The latent a batch votes for; the first among equals.
     *
     * @param codes row by row
     * @param from  first row of the batch
     * @param to    row behind it, at least {@code from + 2}
     */
    public int vote(double[] codes, int from, int to) {
        LatentVariances.write(codes, from, to, sums, within);
        int best = active[0];
        for (int d : active) {
            best = within[d] / variances[d] < within[best] / variances[best] ? d : best;
        }
        return best;
    }

    /** The latent whose variance within a batch is the largest share of its variance over all points. */
    public int liveliest(double[] codes, int from, int to) {
        LatentVariances.write(codes, from, to, sums, within);
        int best = active[0];
        for (int d : active) {
            best = within[d] / variances[d] > within[best] / variances[best] ? d : best;
        }
        return best;
    }
}
