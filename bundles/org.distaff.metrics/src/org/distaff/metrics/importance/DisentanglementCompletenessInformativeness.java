package org.distaff.metrics.importance;

import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.boosting.BoostingSettings;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * DCI: disentanglement, completeness and informativeness, from the importances of boosted trees that predict each
 * factor from the codes. All in [0, 1], higher is better. Eastwood and Williams, A Framework for the Quantitative
 * Evaluation of Disentangled Representations, ICLR 2018, section 2, with the probe of Locatello et al., Challenging
 * Common Assumptions in the Unsupervised Learning of Disentangled Representations, ICML 2019, appendix C.
 */
public final class DisentanglementCompletenessInformativeness implements Metric {

    @Override
    public Description describe() {
        return Description.of("dci", "Disentanglement, completeness, informativeness")
                .summary("Whether each latent matters to one factor, each factor to one latent, and factors can be "
                        + "predicted")
                .help("""
                        A classifier of gradient-boosted trees predicts each factor k from all latents; R[d, k] is the \
                        share of latent d in the decrease of its splitting error. Disentanglement is the average over \
                        latents of 1 − H_K(R[d, ·] / Σ), the entropy in base K, weighted by each latent's share of all \
                        importance. Completeness is the average over factors of 1 − H_D(R[·, k] / Σ). Informativeness \
                        is the classifiers' mean accuracy on the training and on the test points. All scores lie in \
                        [0, 1]; higher is better. A latent that matters to nothing has no weight.

                        Codes are [N, D], single precision; trees have exact splits, depth 3, 100 stages, learning \
                        rate 0.1, Newton leaves and class priors as start, which are the defaults of scikit-learn's \
                        GradientBoostingClassifier, used by Locatello et al. 2019. Cost O(stages · Σ_k n_k · N D), by \
                        far the slowest of the usual metrics; factors' values are shared out over threads, and the \
                        result does not depend on how many there are.

                        Latents that are equally good are chosen by lot at every split. With exact duplicates among \
                        the latents, single importances and completeness therefore depend on the seed (completeness by \
                        about 0.03); otherwise they hardly do. Informativeness is an accuracy here, where Eastwood and \
                        Williams report an error. A factor with a single value is left out with a warning. On few \
                        points the trees overfit and noise latents get some importance.""")
                .reference("Eastwood, Williams, A Framework for the Quantitative Evaluation of Disentangled "
                        + "Representations, ICLR 2018, section 2")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of "
                        + "Disentangled Representations, ICML 2019, appendix C")
                .reference("Friedman, Greedy Function Approximation: A Gradient Boosting Machine, Annals of Statistics "
                        + "2001, algorithms 5 and 6")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points the trees are fitted to"))
                .parameter(Parameter.integer("numTest", 5_000).range(1, 10_000_000)
                        .meaning("points that test informativeness"))
                .parameter(Parameter.integer("stages", 100).range(1, 10_000).meaning("boosting stages"))
                .parameter(Parameter.integer("depth", 3).range(1, 10).meaning("splits from root to leaf"))
                .parameter(Parameter.real("learningRate", 0.1).range(1e-6, 1).meaning("share of each tree added"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = FiniteCodes.require(evaluation.points().train(parameters.integer("numTrain")));
        Representation test = FiniteCodes.require(evaluation.points().test(parameters.integer("numTest")));
        BoostingSettings settings = new BoostingSettings(parameters.integer("stages"), parameters.integer("depth"),
                parameters.real("learningRate"));
        try (Workers workers = new Workers(evaluation.threads())) {
            BoostedFactors boosted = BoostedFactors.of(train, settings, evaluation.seed(), workers,
                    progress.part(0, 0.95));
            progress.report(0.95, "testing boosted trees");
            double testAccuracy = boosted.accuracy(test, workers);
            Scores scores = boosted.factors().isEmpty() ? undefined() : scores(train, boosted, testAccuracy);
            scores = scores.fact("variant", "gradient-boosted trees (Locatello et al. 2019)")
                    .fact("train-points", train.points()).fact("test-points", test.points())
                    .fact("estimator", "exact splits, " + settings.stages() + " stages, depth " + settings.depth()
                            + ", learning rate " + settings.learningRate());
            return warn(scores, evaluation, train, boosted);
        }
    }

    private static Scores undefined() {
        return Scores.of("disentanglement", Double.NaN).and("completeness", Double.NaN)
                .and("informativeness-train", Double.NaN).and("informativeness-test", Double.NaN);
    }

    private static Scores scores(Representation train, BoostedFactors boosted, double testAccuracy) {
        double[][] importance = boosted.importance(train.latents());
        ImportanceScores scores = ImportanceScores.of(importance);
        List<String> latents = java.util.stream.IntStream.range(0, train.latents()).mapToObj(d -> "z" + d).toList();
        List<String> factors = boosted.factors().stream().map(k -> train.space().factors().get(k).name()).toList();
        return Scores.of("disentanglement", scores.disentanglement()).and("completeness", scores.completeness())
                .and("informativeness-train", boosted.trainAccuracy()).and("informativeness-test", testAccuracy)
                .matrix("importance", new Matrix(latents, factors, importance))
                .matrix("disentanglement", new Matrix(List.of("disentanglement"), latents,
                        new double[][] {scores.perLatent()}))
                .matrix("completeness", new Matrix(List.of("completeness"), factors,
                        new double[][] {scores.perFactor()}));
    }

    private static Scores warn(Scores scores, Evaluation evaluation, Representation train, BoostedFactors boosted) {
        Scores warned = evaluation.points().caveat().map(scores::warning).orElse(scores);
        for (int k = 0; k < train.space().count(); k++) {
            if (!boosted.factors().contains(k)) {
                warned = warned.warning("DCI leaves out factor '" + train.space().factors().get(k).name()
                        + "': it has a single value among the training points.");
            }
        }
        if (boosted.factors().size() == 1) {
            warned = warned.warning("Disentanglement is undefined with a single factor.");
        }
        if (train.latents() == 1) {
            warned = warned.warning("Completeness is undefined with a single latent.");
        }
        return warned;
    }
}
