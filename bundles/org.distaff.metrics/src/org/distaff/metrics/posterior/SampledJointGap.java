package org.distaff.metrics.posterior;

import java.util.Arrays;
import java.util.List;

import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.work.Gap;

/**
 * JEMMIG from samples of the posterior: JEMMIG_k = H(z_a, y_k) − I(z_a; y_k) + I(z_b; y_k) with differential
 * entropies. Do and Tran, Theory and Evaluation Metrics for Learning Disentangled Representations, ICLR 2020.
 */
public final class SampledJointGap {

    /** Whose definition it is. */
    public static final String VARIANT = "samples of the posterior (Do and Tran 2020)";

    private SampledJointGap() {
    }

    /**
     * @param bins into how many bins the range of a latent is cut when its differential entropy is made discrete for
     *             the normalised score: 1 − (JEMMIG_k − ln(range_a / bins)) / (H(y_k) + ln bins)
     */
    public static Scores score(SampledInformation information, Posterior posterior, int bins) {
        double[][] matrix = information.mutualInformation();
        double[] raw = new double[information.factorEntropies().length];
        double[] normalised = new double[raw.length];
        for (int k = 0; k < raw.length; k++) {
            int best = 0;
            for (int d = 1; d < matrix.length; d++) {
                best = matrix[d][k] > matrix[best][k] ? d : best;
            }
            raw[k] = information.jointEntropies()[best][k] - Gap.ofColumn(matrix, k);
            double width = information.ranges()[best] / bins;
            normalised[k] = 1 - (raw[k] - Math.log(width)) / (information.factorEntropies()[k] + Math.log(bins));
        }
        Scores scores = Scores.of("score", Arrays.stream(normalised).average().orElse(Double.NaN))
                .and("raw", Arrays.stream(raw).average().orElse(Double.NaN))
                .matrix("mutual-information", Matrix.latentByFactor(posterior.means(), matrix))
                .matrix("factors", new Matrix(List.of("raw", "normalised"),
                        posterior.means().space().factors().stream().map(f -> f.name()).toList(),
                        new double[][] {raw, normalised}))
                .fact("variant", VARIANT).fact("estimator", Posteriors.ESTIMATOR);
        return posterior.means().latents() > 1 ? scores
                : scores.warning("JEMMIG is undefined with a single latent: there is no second one.");
    }
}
