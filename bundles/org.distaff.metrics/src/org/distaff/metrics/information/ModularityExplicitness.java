package org.distaff.metrics.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.linear.LogisticRegression;
import org.distaff.metrics.linear.RocArea;
import org.distaff.metrics.linear.Standardiser;

/**
 * Modularity (each latent knows one factor) and explicitness (each factor can be read off linearly). Both in [0, 1], higher is
 * better. Codes [N, D], factors [N, K]; cost O(N D K) plus a logistic regression per factor.
 * Source: Ridgeway and Mozer, Learning Deep Disentangled Embeddings with the F-Statistic Loss, NeurIPS 2018, §3; as in
 * Locatello et al., ICML 2019, modularity averages over all latents and the area under the ROC curve is not rescaled.
 */
public final class ModularityExplicitness implements Metric {

    @Override
    public Description describe() {
        return Description.of("modularity-explicitness", "Modularity and explicitness")
                .summary("Does each latent know one factor, and can each factor be read off linearly")
                .help("""
                        Modularity: per latent, one minus the mutual information with all factors but its best one (squared, \
                        relative to the best), averaged over all latents; a latent that knows nothing scores 0.

                        Explicitness: per factor a logistic regression on standardised codes; the area under the ROC curve, \
                        one value against the rest, averaged over values and factors. Range 0.5 (chance) to 1, not rescaled.

                        Latents that are constant are left out of the regression, where the reference implementation is \
                        undefined; values of a factor that never occur in a set of points are left out of its average.""")
                .reference("Ridgeway and Mozer, Learning Deep Disentangled Embeddings with the F-Statistic Loss, "
                        + "NeurIPS 2018, §3")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix (estimator)")
                .parameter(InformationParameters.TRAIN).parameter(InformationParameters.TEST)
                .parameter(InformationParameters.BINS);
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Representation train = evaluation.points().train(evaluation.parameters().integer("numTrain"));
        Representation test = evaluation.points().test(evaluation.parameters().integer("numTest"));
        int bins = evaluation.parameters().integer("bins");
        MutualInformation information = MutualInformation.of(train, bins);
        double modularity = Arrays.stream(Modularity.ofLatents(information.matrix())).average().orElse(Double.NaN);
        List<String> warnings = new ArrayList<>();
        double[] areas = explicitness(train, test, progress, warnings);
        Scores scores = Scores.of("modularity", modularity).and("explicitness-train", areas[0])
                .and("explicitness-test", areas[1])
                .matrix("mutual-information", Matrix.latentByFactor(train, information.matrix()))
                .fact("estimator", "logistic regression, L2, C = 1, converged").fact("bins", bins)
                .fact("trainPoints", train.points()).fact("testPoints", test.points());
        for (String warning : warnings) {
            scores = scores.warning(warning);
        }
        return scores;
    }

    private static double[] explicitness(Representation train, Representation test, Progress progress,
            List<String> warnings) {
        Standardiser standardiser = Standardiser.fit(train);
        if (!standardiser.constantLatents().isEmpty()) {
            warnings.add("Latents " + standardiser.constantLatents()
                    + " are constant and were left out of explicitness; the reference is undefined here.");
        }
        double[] sums = new double[2];
        int factors = train.space().count();
        for (int k = 0; k < factors; k++) {
            progress.check();
            progress.report((double) k / factors, "explicitness of " + train.space().factors().get(k).name());
            int size = train.space().size(k);
            LogisticRegression model = LogisticRegression.fit(standardiser.apply(train), standardiser.width(),
                    train.factor(k), size, 1);
            sums[0] += area(model, standardiser, train, k);
            sums[1] += area(model, standardiser, test, k);
        }
        return new double[] {sums[0] / factors, sums[1] / factors};
    }

    private static double area(LogisticRegression model, Standardiser standardiser, Representation points, int k) {
        double[][] probabilities = model.probabilities(standardiser.apply(points));
        return RocArea.macroAverage(probabilities, points.factor(k));
    }
}
