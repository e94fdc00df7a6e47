package org.distaff.metrics.importance;

import org.distaff.core.describe.Description;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.boosting.BoostedTrees;
import org.distaff.metrics.information.InformationParameters;

/**
 * DCI: disentanglement (each latent matters for one factor), completeness (each factor needs one latent) and informativeness
 * (accuracy of predicting the factors). All in [0, 1], higher is better. Codes [N, D], factors [N, K]; cost: boosted trees per
 * factor, O(100 · Σ_k n_k · N · D).
 * Source: Eastwood and Williams, A Framework for the Quantitative Evaluation of Disentangled Representations, ICLR 2018, §2;
 * estimator of Locatello et al., ICML 2019.
 */
public final class Dci implements Metric {

    @Override
    public Description describe() {
        return Description.of("dci", "DCI: disentanglement, completeness, informativeness")
                .summary("Importance of each latent for predicting each factor, by boosted trees")
                .help("""
                        For each factor gradient-boosted trees predict it from the codes; the importances of the latents make \
                        a matrix. Disentanglement is one minus the entropy of a latent's row (base K), weighted by the latent's \
                        importance; completeness the same for a factor's column (base D). Informativeness is the accuracy of \
                        the prediction on training and on test points (the paper uses the error instead). Range 0 to 1, higher \
                        is better.

                        Trees: 100 stages, depth 3, learning rate 0.1, exact splits, as in scikit-learn's defaults. Between \
                        latents that split equally well a random one is chosen (from the seed); exactly duplicated latents share \
                        their importance at random, which moves single entries by up to 0.4 and completeness by 0.03.""")
                .reference("Eastwood and Williams, A Framework for the Quantitative Evaluation of Disentangled "
                        + "Representations, ICLR 2018, §2")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix (estimator)")
                .parameter(InformationParameters.TRAIN).parameter(InformationParameters.TEST);
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Representation train = evaluation.points().train(evaluation.parameters().integer("numTrain"));
        Representation test = evaluation.points().test(evaluation.parameters().integer("numTest"));
        int factors = train.space().count();
        double[][] importance = new double[train.latents()][factors];
        double trainAccuracy = 0;
        double testAccuracy = 0;
        for (int k = 0; k < factors; k++) {
            BoostedTrees trees = BoostedTrees.fit(train, test, k,
                    RandomStreams.seed(evaluation.seed(), "dci/" + k), evaluation.threads(),
                    progress.part((double) k / factors, (k + 1.0) / factors));
            for (int d = 0; d < importance.length; d++) {
                importance[d][k] = trees.importance()[d];
            }
            trainAccuracy += trees.trainAccuracy() / factors;
            testAccuracy += trees.testAccuracy() / factors;
        }
        ImportanceScores scores = ImportanceScores.of(importance);
        return Scores.of("disentanglement", train.space().count() < 2 ? Double.NaN : scores.disentanglement())
                .and("completeness", train.latents() < 2 ? Double.NaN : scores.completeness())
                .and("informativeness-train", trainAccuracy).and("informativeness-test", testAccuracy)
                .matrix("importance", Matrix.latentByFactor(train, importance))
                .fact("estimator", "gradient-boosted trees, 100 stages, depth 3, exact splits")
                .fact("trainPoints", train.points()).fact("testPoints", test.points());
    }
}
