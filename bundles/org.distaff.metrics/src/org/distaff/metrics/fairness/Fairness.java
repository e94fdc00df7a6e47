package org.distaff.metrics.fairness;

import java.util.Arrays;
import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.boosting.BoostingSettings;
import org.distaff.metrics.importance.BoostedFactors;
import org.distaff.metrics.importance.TreeFactors;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * Fairness: how much predictions of one factor from the codes change with another factor. Unfairness in [0, 1], lower
 * is better. Locatello et al., On the Fairness of Disentangled Representations, NeurIPS 2019, section 4.
 */
public final class Fairness implements Metric {

    @Override
    public Description describe() {
        return Description.of("fairness", "Fairness")
                .summary("How much predictions of one factor from the codes change with another factor")
                .help("""
                        Boosted trees (those of DCI) predict each factor from the codes. For every other, sensitive \
                        factor, rows of factors are drawn, the sensitive factor is set to each of its values, and the \
                        predictions under each value are compared with those under all values by their total \
                        variation distance ½ Σ_c |p(c | value) − p(c)|. mean-unfairness averages the distances over \
                        values, sensitive factors and predicted factors; it is the number of Locatello et al. 2019. \
                        max-unfairness is the largest single distance. Both lie in [0, 1]; lower means fairer. The \
                        matrices of the same names hold each pair: rows are predicted, columns sensitive factors. The \
                        matrix aggregates has the means and largest values over predicted (pred) and sensitive (sens) \
                        factors in either order.

                        The same rows are used for all values of a sensitive factor, so that predictions which do not \
                        depend on it have a distance of exactly 0, however few the rows (unless observations have \
                        noise of their own). They are also shared by all predicted factors, where the paper's code \
                        draws anew for each. A table of codes has no observation for every row: its points with the \
                        value stand in, whose other factors differ, so that unfairness is biased upward by about \
                        √(classes / testPoints) / 2 and mixes in what is correlated in the table; a warning says so.

                        Codes are [N, D]. Cost: the trees as DCI, with which they are shared, and testPoints · Σ_k n_k \
                        codes. Factors with a single value among the training points are not predicted.""")
                .reference("Locatello, Abbati, Rainforth, Bauer, Schölkopf, Bachem, On the Fairness of Disentangled "
                        + "Representations, NeurIPS 2019, section 4")
                .parameter(Parameter.integer("numTrain", 10_000).range(1, 10_000_000)
                        .meaning("points the trees are fitted to"))
                .parameter(Parameter.integer("testPoints", 100).range(1, 1_000_000)
                        .meaning("points under each value of a sensitive factor"))
                .score(ScoreMeaning.lower("mean-unfairness", 0, 1,
                        "mean total variation distance of predictions under a value of a sensitive factor"))
                .score(ScoreMeaning.lower("max-unfairness", 0, 1,
                        "largest total variation distance of predictions under a value of a sensitive factor"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = FiniteCodes.require(evaluation.points().train(parameters.integer("numTrain")));
        int factors = train.space().count();
        double[][] mean = new double[factors][factors];
        double[][] max = new double[factors][factors];
        for (int k = 0; k < factors; k++) {
            Arrays.fill(mean[k], Double.NaN);
            Arrays.fill(max[k], Double.NaN);
        }
        boolean exact = true;
        TreeFactors trees;
        try (Workers workers = new Workers(evaluation.threads())) {
            trees = BoostedFactors.of(train, BoostingSettings.CUSTOMARY, evaluation.seed(), workers,
                    progress.part(0, 0.9));
            for (int sensitive = 0; sensitive < factors; sensitive++) {
                progress.check();
                progress.report(0.9 + 0.1 * sensitive / factors, "fairness: setting factors");
                Interventions set = Interventions.of(evaluation.source(), sensitive, parameters.integer("testPoints"),
                        evaluation.random("fairness/" + sensitive));
                exact &= set.exact();
                for (int j = 0; j < trees.factors().size(); j++) {
                    int target = trees.factors().get(j);
                    if (target != sensitive) {
                        PredictionCounts counts = set.count(trees.classifiers().get(j).predict(set.codes(), workers),
                                train.space().size(target));
                        mean[target][sensitive] = counts.mean();
                        max[target][sensitive] = counts.max();
                    }
                }
            }
        }
        return scores(evaluation, train, trees, mean, max, exact);
    }

    private static Scores scores(Evaluation evaluation, Representation train, TreeFactors trees, double[][] mean,
            double[][] max, boolean exact) {
        List<String> names = train.space().factors().stream().map(f -> f.name()).toList();
        double[] ofMeans = Aggregates.of(mean);
        double[] ofLargest = Aggregates.of(max);
        Scores scores = Scores.of("mean-unfairness", ofMeans[Aggregates.NAMES.indexOf("mean-pred:mean-sens")])
                .and("max-unfairness", ofLargest[Aggregates.NAMES.indexOf("max-pred:max-sens")])
                .matrix("aggregates", new Matrix(List.of("mean-unfairness", "max-unfairness"), Aggregates.NAMES,
                        new double[][] {ofMeans, ofLargest}))
                .matrix("mean-unfairness", new Matrix(names, names, mean))
                .matrix("max-unfairness", new Matrix(names, names, max))
                .fact("variant", exact ? "factors set (Locatello et al. 2019)" : "points of the table with each value")
                .fact("train-points", train.points())
                .fact("test-points-per-value", evaluation.parameters().integer("testPoints"))
                .fact("estimator", "boosted trees as DCI, total variation distance");
        scores = evaluation.points().caveat().map(scores::warning).orElse(scores);
        if (!exact) {
            scores = scores.warning("Sensitive factors could not be set: points of the table that have the value stood "
                    + "in, so unfairness is overestimated.");
        }
        for (int k = 0; k < names.size(); k++) {
            if (!trees.factors().contains(k)) {
                scores = scores.warning("Fairness does not predict factor '" + names.get(k)
                        + "': it has a single value among the training points.");
            }
        }
        return names.size() > 1 && !trees.factors().isEmpty() ? scores
                : scores.warning("Unfairness is undefined: there are no two factors of which one can be predicted.");
    }
}
