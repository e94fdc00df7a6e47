package org.distaff.metrics.downstream;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.boosting.BoostingSettings;
import org.distaff.metrics.boosting.GradientBoosting;
import org.distaff.metrics.boosting.TreeClassifier;
import org.distaff.metrics.importance.BoostedFactors;
import org.distaff.metrics.importance.TreeFactors;
import org.distaff.metrics.linear.CrossValidatedRegression;
import org.distaff.metrics.linear.LinearClassifier;
import org.distaff.metrics.work.SharedProgress;
import org.distaff.metrics.work.Workers;

/** What predicts factors from codes in downstream tasks. */
enum FactorPredictor {

    /** Logistic regression with a cross-validated penalty, on the codes as they are. */
    LOGISTIC_REGRESSION {
        @Override
        Accuracies accuracies(Representation train, Representation test, long seed, Workers workers,
                Progress progress) {
            Accuracies accuracies = Accuracies.undefined(train.space().count());
            SharedProgress shared = new SharedProgress(progress, IntStream.range(0, train.space().count())
                    .mapToDouble(k -> count(train, k)).toArray());
            // points of all folds but one, and the same in blocks
            long bytesEach = 2L * Double.BYTES * train.codes().length;
            workers.each(accuracies.test().length, bytesEach, (slot, k) -> {
                if (varies(train, k)) {
                    LinearClassifier classifier = regression(train, k, shared.of(k));
                    accuracies.train()[k] = classifier.accuracy(train.codes(), train.factor(k));
                    accuracies.test()[k] = classifier.accuracy(test.codes(), test.factor(k));
                }
            });
            return accuracies;
        }

        @Override
        double fitted(Representation train, Representation test, int factor, long seed, Workers workers,
                Progress progress) {
            return regression(train, factor, progress).accuracy(test.codes(), test.factor(factor));
        }

        private LinearClassifier regression(Representation train, int factor, Progress progress) {
            return CrossValidatedRegression.fit(train.codes(), train.latents(), train.factor(factor), progress);
        }
    },

    /** The boosted trees of DCI, with which they are shared where the points are the same. */
    BOOSTED_TREES {
        @Override
        Accuracies accuracies(Representation train, Representation test, long seed, Workers workers,
                Progress progress) {
            TreeFactors boosted = BoostedFactors.of(train, BoostingSettings.CUSTOMARY, seed, workers, progress);
            Accuracies accuracies = Accuracies.undefined(train.space().count());
            double[] found = boosted.accuracies(test, workers);
            for (int j = 0; j < found.length; j++) {
                accuracies.train()[boosted.factors().get(j)] = boosted.classifiers().get(j).trainAccuracy();
                accuracies.test()[boosted.factors().get(j)] = found[j];
            }
            return accuracies;
        }

        @Override
        double fitted(Representation train, Representation test, int factor, long seed, Workers workers,
                Progress progress) {
            TreeClassifier trees = new GradientBoosting(BoostingSettings.CUSTOMARY, workers, progress).fit(train,
                    train.factor(factor), c -> RandomStreams.derive(seed, "downstream/" + factor + "/" + c));
            return trees.accuracies(test, test.factor(factor), new int[] {trees.capacity()}, workers)[0];
        }
    };

    /** Accuracies for every factor. */
    abstract Accuracies accuracies(Representation train, Representation test, long seed, Workers workers,
            Progress progress);

    /** Test accuracy for a factor that has at least two values among the training points. */
    abstract double fitted(Representation train, Representation test, int factor, long seed, Workers workers,
            Progress progress);

    /** Test accuracy for one factor; NaN when it has a single value among the training points. */
    double accuracy(Representation train, Representation test, int factor, long seed, Workers workers,
            Progress progress) {
        return varies(train, factor) ? fitted(train, test, factor, seed, workers, progress) : Double.NaN;
    }

    private static boolean varies(Representation train, int factor) {
        return count(train, factor) > 1;
    }

    private static long count(Representation train, int factor) {
        return Arrays.stream(train.factor(factor)).distinct().count();
    }

    /** The predictor that a parameter names: {@code logistic-regression} or {@code boosted-trees}. */
    static FactorPredictor of(String name) {
        return name.equals("boosted-trees") ? BOOSTED_TREES : LOGISTIC_REGRESSION;
    }
}
