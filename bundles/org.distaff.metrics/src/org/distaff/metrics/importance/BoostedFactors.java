package org.distaff.metrics.importance;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.metrics.boosting.BoostedClassifier;
import org.distaff.metrics.boosting.BoostingSettings;
import org.distaff.metrics.boosting.GradientBoosting;
import org.distaff.metrics.work.Workers;

/**
 * One boosted classifier per factor, fitted to predict it from all latents.
 *
 * @param factors     indices of the factors that have at least two values among the points, ascending
 * @param classifiers their classifiers
 */
public record BoostedFactors(List<Integer> factors, List<BoostedClassifier> classifiers) {

    /** Fits the classifiers, or returns those fitted before to the same points with the same settings and seed. */
    public static BoostedFactors of(Representation train, BoostingSettings settings, long seed, Workers workers,
            Progress progress) {
        return train.derive(new Key(settings, seed), points -> {
            int count = points.space().count();
            List<Integer> factors = new ArrayList<>();
            List<BoostedClassifier> classifiers = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                int[] values = points.factor(k);
                String purpose = "boosted-factors/" + k + "/";
                if (java.util.Arrays.stream(values).distinct().limit(2).count() == 2) {
                    Progress part = progress.part((double) k / count, (k + 1.0) / count);
                    factors.add(k);
                    classifiers.add(new GradientBoosting(settings, workers, part).fit(points, values,
                            c -> RandomStreams.derive(seed, purpose + c)));
                }
            }
            return new BoostedFactors(factors, classifiers);
        });
    }

    /** Importance of each latent for each of {@link #factors()}, {@code D × factors}; columns sum to 1. */
    public double[][] importance(int latents) {
        double[][] matrix = new double[latents][factors.size()];
        for (int j = 0; j < factors.size(); j++) {
            double[] column = classifiers.get(j).importances();
            for (int d = 0; d < latents; d++) {
                matrix[d][j] = column[d];
            }
        }
        return matrix;
    }

    /** Share of the training points classified correctly, averaged over factors. */
    public double trainAccuracy() {
        return classifiers.stream().mapToDouble(BoostedClassifier::trainAccuracy).average().orElse(Double.NaN);
    }

    /** Share of these points classified correctly, averaged over factors. */
    public double accuracy(Representation points, Workers workers) {
        return java.util.Arrays.stream(accuracies(points, workers)).average().orElse(Double.NaN);
    }

    /** Share of these points classified correctly, for each of {@link #factors()}. */
    public double[] accuracies(Representation points, Workers workers) {
        double[] accuracies = new double[factors.size()];
        for (int j = 0; j < accuracies.length; j++) {
            int[] truth = points.factor(factors.get(j));
            int[] predicted = classifiers.get(j).predict(points, workers);
            int right = 0;
            for (int n = 0; n < truth.length; n++) {
                right += truth[n] == predicted[n] ? 1 : 0;
            }
            accuracies[j] = (double) right / truth.length;
        }
        return accuracies;
    }

    private record Key(BoostingSettings settings, long seed) {
    }
}
