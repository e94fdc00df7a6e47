package org.distaff.metrics.importance;

import java.util.List;
import java.util.stream.IntStream;

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
import org.distaff.metrics.information.MutualInformation;
import org.distaff.metrics.linear.LatentPredictability;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * Unified scores: every customary aggregation applied to every customary latent × factor matrix, to tell whether two
 * metrics differ by their matrix or by their aggregation. Higher is better. Locatello et al., A Sober Look at the
 * Unsupervised Learning of Disentangled Representations and their Evaluation, JMLR 2020, section 4.
 */
public final class UnifiedScores implements Metric {

    @Override
    public Description describe() {
        return Description.of("unified", "Unified scores")
                .summary("Every aggregation of every matrix of latents and factors, and which groups they form")
                .help("""
                        Three matrices say how much latent d has to do with factor k: importance (boosted trees, as \
                        DCI), mutual-information (plug-in estimate in nats from equal-width bins, as MIG) and accuracy \
                        (test accuracy of a linear support vector machine on the single latent, as SAP). Each gets the \
                        four aggregations: disentanglement and completeness (DCI), mig (gap of the two best latents of \
                        a factor over H(y_k)), sap (the plain gap) and modularity. Higher is better. All lie in [0, 1] \
                        but importance-mig, accuracy-mig and mutual-information-sap, which mix units.

                        Precision: latents and factors are joined when their entry is at least a threshold; the number \
                        of connected components of at least two nodes is 1 when everything hangs together and K when \
                        each factor has latents of its own. max-precision is its largest value over thresholds, \
                        area-precision the area under it as a function of the threshold, which depends on the scale \
                        of the matrix. The matrix <name>-thresholds holds the curve, <name>-merges the dendrogram: \
                        which components were joined at which entry (latents are 0 … D − 1, factors D … D + K − 1, the \
                        i-th merge makes D + K + i) and the size of the new one.

                        Codes are [N, D]. Mutual information is biased upward by about (bins − 1)(n_k − 1) / 2N nats, \
                        and trees overfit few points. The matrices are shared with DCI, modularity and SAP, so that \
                        this metric is nearly free beside them. Cost alone: that of DCI. A factor with a single value \
                        among the training points is left out with a warning.""")
                .reference("Locatello et al., A Sober Look at the Unsupervised Learning of Disentangled "
                        + "Representations and their Evaluation, JMLR 2020, section 4")
                .parameter(Parameter.integer("numTrain", 10_000).range(2, 10_000_000).meaning("training points"))
                .parameter(Parameter.integer("numTest", 5_000).range(1, 10_000_000)
                        .meaning("points that test the support vector machines"))
                .parameter(Parameter.integer("bins", 20).range(2, 1000).meaning("equal-width bins per latent"))
                .score(ScoreMeaning.higher("*-disentanglement", 0, 1, "whether each latent matters to one factor only"))
                .score(ScoreMeaning.higher("*-completeness", 0, 1, "whether each factor is coded by one latent only"))
                .score(ScoreMeaning.higher("*-mig", 0, Double.POSITIVE_INFINITY,
                        "lead of a factor's best latent over its second, per nat of the factor's entropy"))
                .score(ScoreMeaning.higher("*-sap", 0, Double.POSITIVE_INFINITY,
                        "lead of a factor's best latent over its second, in units of the matrix"))
                .score(ScoreMeaning.higher("*-modularity", 0, 1, "whether each latent has to do with one factor only"))
                .score(ScoreMeaning.higher("*-area-precision", 0, Double.POSITIVE_INFINITY,
                        "area under the number of separate groups over thresholds"))
                .score(ScoreMeaning.higher("*-max-precision", 0, Double.POSITIVE_INFINITY,
                        "largest number of separate groups of latents and factors at any threshold"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Representation train = FiniteCodes.require(evaluation.points().train(parameters.integer("numTrain")));
        Representation test = FiniteCodes.require(evaluation.points().test(parameters.integer("numTest")));
        MutualInformation information = MutualInformation.of(train, parameters.integer("bins"));
        try (Workers workers = new Workers(evaluation.threads())) {
            double[][] accuracy = LatentPredictability.of(train, test, workers, progress.part(0, 0.1));
            TreeFactors boosted = BoostedFactors.of(train, BoostingSettings.CUSTOMARY, evaluation.seed(), workers,
                    progress.part(0.1, 1));
            int[] factors = boosted.factors().stream().mapToInt(k -> k).toArray();
            double[] entropies = IntStream.of(factors).mapToDouble(k -> information.factorEntropies()[k]).toArray();
            Scores scores = new Scores(java.util.Map.of(), java.util.Map.of(), java.util.Map.of(), List.of());
            if (factors.length > 0) {
                scores = UnifiedAggregation.add(scores, "importance",
                        matrix(train, factors, boosted.importance(train.latents())), entropies);
                scores = UnifiedAggregation.add(scores, "mutual-information",
                        matrix(train, factors, columns(information.matrix(), factors)), entropies);
                scores = UnifiedAggregation.add(scores, "accuracy", matrix(train, factors, columns(accuracy, factors)),
                        entropies);
            }
            return facts(scores, evaluation, train, test, factors);
        }
    }

    private static Scores facts(Scores scores, Evaluation evaluation, Representation train, Representation test,
            int[] factors) {
        Scores done = scores.fact("variant", "all matrices, all aggregations (Locatello et al. 2020)")
                .fact("train-points", train.points()).fact("test-points", test.points())
                .fact("estimator", "boosted trees; plug-in, equal-width bins, nats; linear SVM, C = 0.01");
        done = evaluation.points().caveat().map(done::warning).orElse(done);
        for (int k = 0; k < train.space().count(); k++) {
            int factor = k;
            if (IntStream.of(factors).noneMatch(f -> f == factor)) {
                done = done.warning("Unified scores leave out factor '" + train.space().factors().get(k).name()
                        + "': it has a single value among the training points.");
            }
        }
        if (factors.length < 2 || train.latents() < 2) {
            done = done.warning("Aggregations that compare factors or latents are undefined with fewer than two.");
        }
        return done;
    }

    private static double[][] columns(double[][] matrix, int[] factors) {
        double[][] chosen = new double[matrix.length][];
        for (int d = 0; d < chosen.length; d++) {
            double[] row = matrix[d];
            chosen[d] = IntStream.of(factors).mapToDouble(k -> row[k]).toArray();
        }
        return chosen;
    }

    private static Matrix matrix(Representation train, int[] factors, double[][] values) {
        return new Matrix(IntStream.range(0, values.length).mapToObj(d -> "z" + d).toList(),
                IntStream.of(factors).mapToObj(k -> train.space().factors().get(k).name()).toList(), values);
    }
}
