package org.distaff.metrics.importance;

import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.metrics.work.Workers;

/**
 * What predictors of the factors found out about the latents.
 *
 * @param factors          indices of the factors that could be predicted, ascending
 * @param importance       {@code D × factors}: how much each latent matters to each
 * @param informativeTrain how well the training points are predicted, averaged over factors
 * @param informativeTest  how well the test points are predicted
 * @param variant          what predicts
 * @param estimator        with which settings
 */
record ImportanceProbe(List<Integer> factors, double[][] importance, double informativeTrain, double informativeTest,
        String variant, String estimator) {

    /** Classifiers of trees, judged by their accuracy. */
    static ImportanceProbe of(TreeFactors trees, Representation train, Representation test, Workers workers,
            String variant, String estimator) {
        return new ImportanceProbe(trees.factors(), trees.importance(train.latents()), trees.trainAccuracy(),
                trees.accuracy(test, workers), variant, estimator);
    }

    /** Disentanglement, completeness and informativeness with their matrices and facts. */
    Scores scores(Representation train, Representation test) {
        Scores scores = factors.isEmpty()
                ? Scores.of("disentanglement", Double.NaN).and("completeness", Double.NaN)
                        .and("informativeness-train", Double.NaN).and("informativeness-test", Double.NaN)
                : defined(train);
        return scores.fact("variant", variant).fact("train-points", train.points())
                .fact("test-points", test.points()).fact("estimator", estimator);
    }

    private Scores defined(Representation train) {
        ImportanceScores scores = ImportanceScores.of(importance);
        List<String> latents = IntStream.range(0, train.latents()).mapToObj(d -> "z" + d).toList();
        List<String> names = factors.stream().map(k -> train.space().factors().get(k).name()).toList();
        return Scores.of("disentanglement", scores.disentanglement()).and("completeness", scores.completeness())
                .and("informativeness-train", informativeTrain).and("informativeness-test", informativeTest)
                .matrix("importance", new Matrix(latents, names, importance))
                .matrix("disentanglement", new Matrix(List.of("disentanglement"), latents,
                        new double[][] {scores.perLatent()}))
                .matrix("completeness", new Matrix(List.of("completeness"), names,
                        new double[][] {scores.perFactor()}));
    }

    /** Adds sentences about what is left out or undefined. */
    Scores warn(String metric, Scores scores, Representation train) {
        Scores warned = scores;
        for (int k = 0; k < train.space().count(); k++) {
            if (!factors.contains(k)) {
                warned = warned.warning(metric + " leaves out factor '" + train.space().factors().get(k).name()
                        + "': it has a single value among the training points.");
            }
        }
        if (factors.size() == 1) {
            warned = warned.warning("Disentanglement is undefined with a single factor.");
        }
        if (train.latents() == 1) {
            warned = warned.warning("Completeness is undefined with a single latent.");
        }
        return warned;
    }
}
