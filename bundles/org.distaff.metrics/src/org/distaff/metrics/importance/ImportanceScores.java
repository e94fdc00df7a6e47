package org.distaff.metrics.importance;

/**
 * Disentanglement and completeness of an importance matrix (Eastwood and Williams, A Framework for the Quantitative Evaluation
 * of Disentangled Representations, ICLR 2018, §2).
 *
 * @param ofLatents      1 − entropy of each latent's row, base K
 * @param ofFactors      1 − entropy of each factor's column, base D
 * @param disentanglement mean of {@code ofLatents} weighted by the rows' sums
 * @param completeness   mean of {@code ofFactors} weighted by the columns' sums
 */
public record ImportanceScores(double[] ofLatents, double[] ofFactors, double disentanglement, double completeness) {

    /** Added to every entry before the entropies, as in the reference implementation; a perfect matrix scores 1 − 6e-10. */
    private static final double SMALL = 1e-11;

    /** @param importance {@code [latent][factor]}, non-negative */
    public static ImportanceScores of(double[][] importance) {
        int latents = importance.length;
        int factors = importance[0].length;
        double[][] transposed = new double[factors][latents];
        for (int d = 0; d < latents; d++) {
            for (int k = 0; k < factors; k++) {
                transposed[k][d] = importance[d][k];
            }
        }
        double[] ofLatents = scores(importance);
        double[] ofFactors = scores(transposed);
        return new ImportanceScores(ofLatents, ofFactors, weighted(ofLatents, importance),
                weighted(ofFactors, transposed));
    }

    private static double[] scores(double[][] rows) {
        double[] scores = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (double value : rows[i]) {
                sum += value + SMALL;
            }
            double entropy = 0;
            for (double value : rows[i]) {
                double share = (value + SMALL) / sum;
                entropy -= share * Math.log(share);
            }
            scores[i] = 1 - entropy / Math.log(rows[i].length);
        }
        return scores;
    }

    /** Weighted by the rows' sums; equal weights when all is zero. */
    private static double weighted(double[] scores, double[][] rows) {
        double total = 0;
        double result = 0;
        double plain = 0;
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (double value : rows[i]) {
                sum += value;
            }
            total += sum;
            result += sum * scores[i];
            plain += scores[i];
        }
        return total == 0 ? plain / scores.length : result / total;
    }
}
