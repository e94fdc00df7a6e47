package org.distaff.metrics.importance;

/**
 * Disentanglement and completeness of a latent × factor matrix of non-negative importances R. Eastwood and Williams, A
 * Framework for the Quantitative Evaluation of Disentangled Representations, ICLR 2018, section 2.
 *
 * @param disentanglement Σ_d ρ_d (1 − H_K(P_d)), in [0, 1]: whether each latent matters to one factor only; ρ_d is the
 *                        latent's share of all importance and H_K the entropy in base K of its row
 * @param completeness    Σ_k ρ_k (1 − H_D(P_k)), in [0, 1]: whether each factor is coded by one latent only
 * @param perLatent       {@code D}: 1 − H_K(P_d)
 * @param perFactor       {@code K}: 1 − H_D(P_k)
 */
public record ImportanceScores(double disentanglement, double completeness, double[] perLatent,
        double[] perFactor) {

    /** Added to every entry before rows and columns are made distributions, so that empty ones count as uniform. */
    private static final double SMALL = 1e-11;

    /**
     * Scores of an importance matrix {@code D × K}. A perfect matrix scores 1 − 6e-10, for the smallest number that is
     * added; the per-latent scores are NaN with a single factor, the per-factor ones with a single latent.
     */
    public static ImportanceScores of(double[][] importance) {
        double[][] transposed = new double[importance[0].length][importance.length];
        for (int d = 0; d < importance.length; d++) {
            for (int k = 0; k < transposed.length; k++) {
                transposed[k][d] = importance[d][k];
            }
        }
        double[] perLatent = concentrations(importance);
        double[] perFactor = concentrations(transposed);
        return new ImportanceScores(weighted(perLatent, importance), weighted(perFactor, transposed), perLatent,
                perFactor);
    }

    /** For each row one minus its entropy, in units of the largest entropy possible. */
    private static double[] concentrations(double[][] rows) {
        double[] result = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (double entry : rows[i]) {
                sum += entry + SMALL;
            }
            double entropy = 0;
            for (double entry : rows[i]) {
                double share = (entry + SMALL) / sum;
                entropy -= share * Math.log(share);
            }
            result[i] = rows[i].length < 2 ? Double.NaN : 1 - entropy / Math.log(rows[i].length);
        }
        return result;
    }

    /** Average weighted by each row's share of the whole; unweighted when everything is zero. */
    private static double weighted(double[] values, double[][] rows) {
        double sum = 0;
        double total = 0;
        double plain = 0;
        for (int i = 0; i < rows.length; i++) {
            double weight = 0;
            for (double entry : rows[i]) {
                weight += entry;
            }
            sum += weight * values[i];
            total += weight;
            plain += values[i];
        }
        return total == 0 ? plain / rows.length : sum / total;
    }
}
