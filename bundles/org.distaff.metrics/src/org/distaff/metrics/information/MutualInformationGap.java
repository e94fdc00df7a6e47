package org.distaff.metrics.information;

import java.util.Arrays;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;

/**
 * Mutual information gap: for each factor, the gap between the two latents that know most about it, divided by the factor's
 * entropy; averaged over factors. In [0, 1], higher is better. Codes [N, D], factors [N, K]; cost O(N D K).
 * Source: Chen, Li, Grosse, Duvenaud, Isolating Sources of Disentanglement in Variational Autoencoders, NeurIPS 2018, §4.1;
 * estimator of Locatello et al., ICML 2019 (means in equal-width bins instead of samples of the posterior).
 */
public final class MutualInformationGap implements Metric {

    @Override
    public Description describe() {
        return Description.of("mig", "Mutual information gap")
                .summary("Gap between the two latents that know most about a factor, per factor entropy")
                .help("""
                        For each factor the mutual information with every latent is estimated from a histogram of the latent \
                        in equal-width bins; the score is the mean over factors of (largest − second largest) / entropy of the \
                        factor. Range 0 to 1, higher is better.

                        Two latents that code one factor together (sine and cosine of an angle) are punished, exact \
                        duplicates give 0. The plug-in estimate is biased upward by about (bins − 1)(values − 1)/(2 N) nats. \
                        This is the estimator of Locatello et al.; Chen et al. sample the posterior instead, which \
                        gives other values.""")
                .reference("Chen, Li, Grosse, Duvenaud, Isolating Sources of Disentanglement in Variational "
                        + "Autoencoders, NeurIPS 2018, §4.1")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix (estimator)")
                .parameter(InformationParameters.TRAIN).parameter(InformationParameters.BINS);
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Representation points = evaluation.points().all(evaluation.parameters().integer("numTrain"));
        int bins = evaluation.parameters().integer("bins");
        MutualInformation information = MutualInformation.of(points, bins);
        double[] gaps = gaps(information);
        Scores scores = Scores.of("score", Arrays.stream(gaps).average().orElse(Double.NaN))
                .matrix("mutual-information", Matrix.latentByFactor(points, information.matrix()))
                .fact("variant", "histogram").fact("points", points.points()).fact("bins", bins);
        if (points.latents() < 2) {
            return scores.warning("The gap needs at least two latents; there is " + points.latents() + ".");
        }
        for (int k = 0; k < gaps.length; k++) {
            if (information.entropy()[k] == 0) {
                scores = scores.warning("Factor '" + points.space().factors().get(k).name()
                        + "' has a single value in these points: its gap, and with it the score, is undefined.");
            }
        }
        return scores;
    }

    /** The normalised gap of each factor; NaN for a factor without entropy or fewer than two latents. */
    static double[] gaps(MutualInformation information) {
        double[] gaps = new double[information.entropy().length];
        for (int k = 0; k < gaps.length; k++) {
            int factor = k;
            double[] sorted = Arrays.stream(information.matrix()).mapToDouble(row -> row[factor]).sorted().toArray();
            int last = sorted.length - 1;
            gaps[k] = last < 1 || information.entropy()[k] == 0 ? Double.NaN
                    : (sorted[last] - sorted[last - 1]) / information.entropy()[k];
        }
        return gaps;
    }
}
