package org.distaff.metrics.forest;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.boosting.SortedFeatures;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * Random forests of classification trees: each tree is grown on a bootstrap sample, looks at √D features at every node,
 * and votes with the class shares of the leaf a point reaches. Breiman, Random Forests, Machine Learning 2001, with the
 * conventions of scikit-learn's RandomForestClassifier: Gini impurity, exact splits midway between neighbouring
 * single-precision values, no pruning, averaged probabilities.
 *
 * <p>Equal input and seed give equal results, whatever the number of threads. O(trees · N D · depth).
 */
public final class RandomForest {

    private final ForestSettings settings;
    private final Workers workers;
    private final Progress progress;

    public RandomForest(ForestSettings settings, Workers workers, Progress progress) {
        this.settings = settings;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Fits a classifier.
     *
     * @param points {@code N × D} codes
     * @param target the label of each point; at least two different ones
     * @param random for tree t a stream of its own
     */
    public ForestClassifier fit(Representation points, int[] target, IntFunction<RandomGenerator> random) {
        SortedFeatures features = SortedFeatures.of(FiniteCodes.require(points));
        int[] labels = Arrays.stream(target).distinct().sorted().toArray();
        if (labels.length < 2) {
            throw new IllegalArgumentException("a classifier needs at least two classes");
        }
        int[] classOf = Arrays.stream(target).map(label -> Arrays.binarySearch(labels, label)).toArray();
        ClassificationTree[] trees = new ClassificationTree[settings.trees()];
        double[][] importances = new double[trees.length][];
        workers.each(trees.length, (long) Integer.BYTES * features.features() * features.points(), (slot, t) -> {
            progress.check();
            progress.report((double) t / trees.length, "growing a random forest: tree " + t);
            GiniGrower grower = new GiniGrower(features, classOf, labels.length, settings, random.apply(t));
            trees[t] = grower.grow();
            importances[t] = grower.importances();
        });
        ForestClassifier forest = new ForestClassifier(labels, trees, mean(importances, features.features()), 0);
        double accuracy = forest.accuracies(points, target, new int[] {forest.capacity()}, workers)[0];
        return new ForestClassifier(labels, trees, forest.importances(), accuracy);
    }

    /** Mean over the trees that have a split of their shares, made to sum to 1. */
    private static double[] mean(double[][] importances, int features) {
        double[] sums = new double[features];
        for (double[] ofTree : importances) {
            for (int f = 0; f < features; f++) {
                sums[f] += ofTree[f];
            }
        }
        double total = Arrays.stream(sums).sum();
        return total > 0 ? Arrays.stream(sums).map(sum -> sum / total).toArray() : sums;
    }
}
