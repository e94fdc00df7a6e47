package org.distaff.metrics.boosting;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.FiniteCodes;
import org.distaff.metrics.work.Workers;

/**
 * Gradient boosting of classification trees. Friedman, Greedy Function Approximation: A Gradient Boosting Machine,
 * Annals of Statistics 2001, algorithms 5 and 6: at each stage one regression tree per class is fitted to the gradient
 * of the logistic loss (a single tree when there are two classes), its leaves take one Newton step, and a share of it
 * is added.
 *
 * <p>Codes count in single precision and thresholds lie midway between neighbouring values. Equal input and seed give
 * equal results, whatever the number of threads.
 */
public final class GradientBoosting {

    /** Newton steps with a smaller denominator are not taken. */
    private static final double FLAT = 1e-150;
    /** Prior probabilities are kept this far from 0 and 1. */
    private static final double PRIOR_MARGIN = Math.ulp(1f);

    private final BoostingSettings settings;
    private final Workers workers;
    private final Progress progress;

    public GradientBoosting(BoostingSettings settings, Workers workers, Progress progress) {
        this.settings = settings;
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Fits a classifier.
     *
     * @param points {@code N × D} codes
     * @param target the label of each point, at least 0; at least two different ones
     * @param lots   for class c a stream of its own, by which ties between features are broken
     */
    public BoostedClassifier fit(Representation points, int[] target, IntFunction<RandomGenerator> lots) {
        SortedFeatures features = SortedFeatures.of(FiniteCodes.require(points));
        int[] labels = Arrays.stream(target).distinct().sorted().toArray();
        if (labels.length < 2) {
            throw new IllegalArgumentException("a classifier needs at least two classes");
        }
        int[] classOf = Arrays.stream(target).map(label -> Arrays.binarySearch(labels, label)).toArray();
        int outputs = labels.length == 2 ? 1 : labels.length;
        double[] initial = initial(classOf, labels.length);
        double[][] raw = new double[outputs][target.length];
        RandomGenerator[] streams = new RandomGenerator[outputs];
        for (int c = 0; c < outputs; c++) {
            Arrays.fill(raw[c], initial[c]);
            streams[c] = lots.apply(c);
        }
        long bytesEach = TreeGrower.bytes(features);
        TreeGrower[] growers = new TreeGrower[workers.threads(bytesEach)];
        RegressionTree[][] trees = new RegressionTree[outputs][settings.stages()];
        double[][] gains = new double[outputs][features.features()];
        double[][] residuals = new double[outputs][target.length];
        for (int s = 0; s < settings.stages(); s++) {
            int stage = s;
            progress.check();
            progress.report((double) s / settings.stages(), "boosting trees: stage " + s);
            Residuals.compute(raw, classOf, residuals, workers);
            workers.each(outputs, bytesEach, (slot, c) -> {
                if (growers[slot] == null) {
                    growers[slot] = new TreeGrower(features, settings.depth());
                }
                trees[c][stage] = grow(growers[slot], residuals[c], labels.length, raw[c], gains[c], streams[c]);
            });
        }
        return new BoostedClassifier(labels, settings.learningRate(), initial, trees, normalise(gains),
                accuracy(raw, classOf));
    }

    private RegressionTree grow(TreeGrower grower, double[] residuals, int classes, double[] raw, double[] gains,
            RandomGenerator lots) {
        RegressionTree tree = grower.grow(residuals, lots);
        int[] leafOf = grower.leafOf();
        double[] slope = new double[tree.places()];
        double[] curvature = new double[tree.places()];
        for (int n = 0; n < leafOf.length; n++) {
            double size = Math.abs(residuals[n]);
            slope[leafOf[n]] += residuals[n];
            curvature[leafOf[n]] += size * (1 - size);
        }
        double shrink = classes == 2 ? 1 : (classes - 1.0) / classes;
        for (int leaf = 0; leaf < slope.length; leaf++) {
            tree.value(leaf, curvature[leaf] < FLAT ? 0 : shrink * slope[leaf] / curvature[leaf]);
        }
        for (int n = 0; n < leafOf.length; n++) {
            raw[n] += settings.learningRate() * tree.value(leafOf[n]);
        }
        for (int f = 0; f < gains.length; f++) {
            gains[f] += grower.gains()[f];
        }
        return tree;
    }

    /** Log priors; log odds of the second class when there are two. */
    private static double[] initial(int[] classOf, int classes) {
        double[] priors = new double[classes];
        for (int c : classOf) {
            priors[c] += 1.0 / classOf.length;
        }
        for (int c = 0; c < classes; c++) {
            priors[c] = Math.log(Math.clamp(priors[c], PRIOR_MARGIN, 1 - PRIOR_MARGIN));
        }
        return classes == 2 ? new double[] {priors[1] - priors[0]} : priors;
    }

    private static double[] normalise(double[][] gains) {
        double[] sums = new double[gains[0].length];
        for (double[] ofClass : gains) {
            for (int f = 0; f < sums.length; f++) {
                sums[f] += ofClass[f];
            }
        }
        double total = Arrays.stream(sums).sum();
        return total > 0 ? Arrays.stream(sums).map(sum -> sum / total).toArray() : sums;
    }

    private static double accuracy(double[][] raw, int[] classOf) {
        int right = 0;
        for (int n = 0; n < classOf.length; n++) {
            right += BoostedClassifier.best(raw, n) == classOf[n] ? 1 : 0;
        }
        return (double) right / classOf.length;
    }
}
