package org.distaff.metrics.factorvae;

/**
 * Votes of the FactorVAE score: how often latent d varied least while factor k was held.
 *
 * @param counts {@code [factor][active latent]}
 */
public record Votes(int[][] counts) {

    /** For each active latent the factor with most votes; ties go to the lowest factor, latents without votes to factor 0. */
    public int[] classifier() {
        int[] best = new int[counts[0].length];
        for (int d = 0; d < best.length; d++) {
            for (int k = 1; k < counts.length; k++) {
                if (counts[k][d] > counts[best[d]][d]) {
                    best[d] = k;
                }
            }
        }
        return best;
    }

    /** Share of votes that a classifier gets right. */
    public double accuracy(int[] classifier) {
        long right = 0;
        long all = 0;
        for (int k = 0; k < counts.length; k++) {
            for (int d = 0; d < counts[k].length; d++) {
                all += counts[k][d];
                right += classifier[d] == k ? counts[k][d] : 0;
            }
        }
        return (double) right / all;
    }
}
