package org.distaff.metrics.importance;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.boosting.BoostingSettings;
import org.distaff.metrics.forest.ForestSettings;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * DCI: disentanglement, completeness and informativeness, from the importances of boosted trees that predict each
 * factor from the codes, or of other predictors. All in [0, 1], higher is better. Eastwood and Williams, A Framework
 * for the Quantitative Evaluation of Disentangled Representations, ICLR 2018, section 2, with the probe of Locatello et
 * al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled Representations, ICML 2019, appendix
 * C.
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

                        estimator=random-forest uses forests of 10 unpruned trees instead, as Eastwood and Williams \
                        2018 did (bootstrap samples, √D latents per node, Gini importance normalised per tree as in \
                        scikit-learn; they chose the depth by cross-validation), O(trees · N D · depth) and much \
                        faster. estimator=lasso predicts factor values as numbers by linear regressions with an \
                        absolute penalty alpha on standardised codes and factors; R[d, k] is the size of the weight, \
                        and informativeness is 1 − RMSE / (RMSE of guessing the training mean), at least 0: one minus \
                        the paper's normalised error, so that higher is better here too. The weights of a factor do \
                        not sum to 1, so factors that need larger weights count more. It suits ordered factors only, \
                        and alpha is fixed, at a value of Distaff's choosing, where the paper takes cross-validation.

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
                .parameter(Parameter.choice("estimator", "boosted-trees", "random-forest", "lasso")
                        .meaning("what predicts the factors"))
                .parameter(Parameter.integer("stages", 100).range(1, 10_000).meaning("boosting stages"))
                .parameter(Parameter.integer("depth", 3).range(1, 10).meaning("splits from root to leaf"))
                .parameter(Parameter.real("learningRate", 0.1).range(1e-6, 1).meaning("share of each tree added"))
                .parameter(Parameter.integer("trees", 10).range(1, 10_000).meaning("trees of each random forest"))
                .parameter(Parameter.real("alpha", 0.02).range(0, 1e6)
                        .meaning("penalty of the lasso; the default is a choice of Distaff"))
                .score(ScoreMeaning.higher("disentanglement", 0, 1, "whether each latent matters to one factor only"))
                .score(ScoreMeaning.higher("completeness", 0, 1, "whether each factor is coded by one latent only"))
                .score(ScoreMeaning.higher("informativeness-*", 0, 1,
                        "accuracy of predicting the factors; with estimator=lasso one minus the normalised error"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = FiniteCodes.require(evaluation.points().train(parameters.integer("numTrain")));
        Representation test = FiniteCodes.require(evaluation.points().test(parameters.integer("numTest")));
        try (Workers workers = new Workers(evaluation.threads())) {
            ImportanceProbe probe = switch (parameters.text("estimator")) {
                case "random-forest" -> forest(train, test, evaluation, workers, progress);
                case "lasso" -> LassoFactors.of(train, test, parameters.real("alpha"), progress);
                default -> boosted(train, test, evaluation, workers, progress);
            };
            Scores scores = probe.scores(train, test);
            scores = evaluation.points().caveat().map(scores::warning).orElse(scores);
            return probe.warn("DCI", scores, train);
        }
    }

    private static ImportanceProbe boosted(Representation train, Representation test, Evaluation evaluation,
            Workers workers, Progress progress) {
        Parameters parameters = evaluation.parameters();
        BoostingSettings settings = new BoostingSettings(parameters.integer("stages"), parameters.integer("depth"),
                parameters.real("learningRate"));
        TreeFactors boosted = BoostedFactors.of(train, settings, evaluation.seed(), workers, progress.part(0, 0.95));
        progress.report(0.95, "testing boosted trees");
        return ImportanceProbe.of(boosted, train, test, workers, "gradient-boosted trees (Locatello et al. 2019)",
                "exact splits, " + settings.stages() + " stages, depth " + settings.depth() + ", learning rate "
                        + settings.learningRate());
    }

    private static ImportanceProbe forest(Representation train, Representation test, Evaluation evaluation,
            Workers workers, Progress progress) {
        ForestSettings settings = new ForestSettings(evaluation.parameters().integer("trees"),
                ForestSettings.UNBOUNDED);
        TreeFactors forest = ForestFactors.of(train, settings, evaluation.seed(), workers, progress.part(0, 0.95));
        progress.report(0.95, "testing random forests");
        return ImportanceProbe.of(forest, train, test, workers, "random forest (Eastwood and Williams 2018)",
                settings.trees() + " trees on bootstrap samples, Gini impurity, square root of the latents per node");
    }
}
