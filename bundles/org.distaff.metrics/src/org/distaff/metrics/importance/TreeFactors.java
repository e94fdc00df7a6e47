package org.distaff.metrics.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.boosting.TreeClassifier;
import org.distaff.metrics.work.Workers;

/**
 * One classifier of trees per factor, fitted to predict it from all latents.
 *
 * @param factors     indices of the factors that have at least two values among the points, ascending
 * @param classifiers their classifiers
 */
public record TreeFactors(List<Integer> factors, List<TreeClassifier> classifiers) {

    /** Fits one classifier. */
    @FunctionalInterface
    interface Fit {

        TreeClassifier fit(int factor, int[] values, Progress progress);
    }

    static TreeFactors fit(Representation points, Progress progress, Fit fit) {
        int count = points.space().count();
        long[] trees = IntStream.range(0, count)
                .mapToLong(k -> Arrays.stream(points.factor(k)).distinct().count()).toArray();
        double whole = Arrays.stream(trees).sum();
        long before = 0;
        List<Integer> factors = new ArrayList<>();
        List<TreeClassifier> classifiers = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            if (trees[k] > 1) {
                factors.add(k);
                classifiers.add(fit.fit(k, points.factor(k), progress.part(before / whole, (before + trees[k]) / whole)));
            }
            before += trees[k];
        }
        return new TreeFactors(factors, classifiers);
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
        return classifiers.stream().mapToDouble(TreeClassifier::trainAccuracy).average().orElse(Double.NaN);
    }

    /** Share of these points classified correctly, averaged over factors. */
    public double accuracy(Representation points, Workers workers) {
        return Arrays.stream(accuracies(points, workers)).average().orElse(Double.NaN);
    }

    /** Share of these points classified correctly, for each of {@link #factors()}. */
    public double[] accuracies(Representation points, Workers workers) {
        double[] accuracies = new double[factors.size()];
        for (int j = 0; j < accuracies.length; j++) {
            TreeClassifier classifier = classifiers.get(j);
            accuracies[j] = classifier.accuracies(points, points.factor(factors.get(j)),
                    new int[] {classifier.capacity()}, workers)[0];
        }
        return accuracies;
    }
}
