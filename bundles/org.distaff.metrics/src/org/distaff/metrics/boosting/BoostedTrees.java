package org.distaff.metrics.boosting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;

/**
 * Gradient-boosted classification trees with the settings of scikit-learn's GradientBoostingClassifier: log loss, 100 stages of
 * one tree per class (one in all for two classes), depth 3, learning rate 0.1, Newton steps in the leaves, class priors as start.
 * Cost O(stages · classes · N · D).
 * Source: Friedman, Greedy Function Approximation: A Gradient Boosting Machine, Annals of Statistics 29 (2001), algorithms 5, 6.
 *
 * @param importance    importance of each latent: mean decrease of the squared error over all trees that split, normalised to
 *                      sum 1; zeros when no tree splits
 * @param trainAccuracy share of training points classified right
 * @param testAccuracy  share of test points classified right
 */
public record BoostedTrees(double[] importance, double trainAccuracy, double testAccuracy) {

    private static final int STAGES = 100;
    private static final double RATE = 0.1;
    private static final double SMALLEST_DENOMINATOR = 1e-150;

    /**
     * Fits one factor.
     *
     * @param factor  the factor to be told from the codes
     * @param seed    decides between latents that split equally well, as scikit-learn's random order of the features does
     * @param threads how many classes are grown at the same time; the result does not depend on it
     */
    public static BoostedTrees fit(Representation train, Representation test, int factor, long seed, int threads,
            Progress progress) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "distaff-trees");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new Fit(train, test, factor, seed).run(workers, threads, progress);
        } finally {
            workers.shutdownNow();
        }
    }

    /** The state of one fit. */
    private static final class Fit {

        private final SortedFeatures features;
        private final SortedFeatures testFeatures;
        private final double[] reciprocals;
        private final long seed;
        private final int[] labels;
        private final int[] testLabels;
        private final int[] classes;
        /** Trees per stage: one per class, but a single one for two classes. */
        private final int outputs;
        private final double[][] raw;
        private final double[][] testRaw;
        private final double[][] probability;
        private final double[][] importances;
        private final int[] splitTrees;

        Fit(Representation train, Representation test, int factor, long seed) {
            this.seed = seed;
            features = SortedFeatures.of(train);
            testFeatures = SortedFeatures.of(test);
            reciprocals = SortedFeatures.reciprocals(train.points());
            labels = train.factor(factor);
            testLabels = test.factor(factor);
            classes = Arrays.stream(labels).distinct().sorted().toArray();
            outputs = classes.length == 2 ? 1 : classes.length;
            raw = new double[outputs][labels.length];
            testRaw = new double[outputs][testLabels.length];
            probability = new double[outputs][labels.length];
            importances = new double[outputs][features.features()];
            splitTrees = new int[outputs];
        }

        BoostedTrees run(ExecutorService workers, int threads, Progress progress) {
            if (classes.length < 2) {
                return new BoostedTrees(new double[features.features()], 1, accuracy(testRaw, testLabels));
            }
            start();
            List<RegressionTree> trees = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                trees.add(new RegressionTree(features, reciprocals));
            }
            for (int stage = 0; stage < STAGES; stage++) {
                progress.check();
                progress.report((double) stage / STAGES, "boosted trees: stage " + (stage + 1) + " of " + STAGES);
                updateProbabilities();
                List<Future<?>> shares = new ArrayList<>();
                for (int t = 0; t < threads; t++) {
                    int share = t;
                    long stageSeed = seed + (long) stage * outputs;
                    shares.add(workers.submit(() -> {
                        double[] residuals = new double[labels.length];
                        for (int c = share; c < outputs; c += threads) {
                            boost(c, trees.get(share), residuals, stageSeed + c);
                        }
                    }));
                }
                shares.forEach(Fit::await);
            }
            return new BoostedTrees(importance(), accuracy(raw, labels), accuracy(testRaw, testLabels));
        }

        private static void await(Future<?> share) {
            try {
                share.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new org.distaff.core.progress.Cancelled();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }

        private void start() {
            for (int c = 0; c < outputs; c++) {
                int label = outputs == 1 ? classes[1] : classes[c];
                double share = Arrays.stream(labels).filter(l -> l == label).count() / (double) labels.length;
                double value = outputs == 1 ? Math.log(share / (1 - share)) : Math.log(share);
                Arrays.fill(raw[c], value);
                Arrays.fill(testRaw[c], value);
            }
        }

        private void updateProbabilities() {
            for (int n = 0; n < labels.length; n++) {
                if (outputs == 1) {
                    probability[0][n] = 1 / (1 + Math.exp(-raw[0][n]));
                    continue;
                }
                double largest = Double.NEGATIVE_INFINITY;
                for (double[] scores : raw) {
                    largest = Math.max(largest, scores[n]);
                }
                double sum = 0;
                for (int c = 0; c < outputs; c++) {
                    probability[c][n] = Math.exp(raw[c][n] - largest);
                    sum += probability[c][n];
                }
                for (int c = 0; c < outputs; c++) {
                    probability[c][n] /= sum;
                }
            }
        }

        /** One tree of one class: grow on the residuals, step in its leaves, add to the scores. */
        private void boost(int c, RegressionTree tree, double[] residuals, long ties) {
            int label = outputs == 1 ? classes[1] : classes[c];
            double[] p = probability[c];
            for (int n = 0; n < labels.length; n++) {
                residuals[n] = (labels[n] == label ? 1 : 0) - p[n];
            }
            if (tree.grow(residuals, importances[c], ties * 0x9E3779B97F4A7C15L)) {
                splitTrees[c]++;
            }
            double[] numerator = new double[RegressionTree.nodes()];
            double[] denominator = new double[RegressionTree.nodes()];
            for (int n = 0; n < labels.length; n++) {
                int leaf = tree.leafOf(n);
                numerator[leaf] += residuals[n];
                denominator[leaf] += p[n] * (1 - p[n]);
            }
            double factor = outputs == 1 ? 1 : (outputs - 1.0) / outputs;
            double[] values = tree.leafValues();
            for (int leaf = 0; leaf < values.length; leaf++) {
                values[leaf] = Math.abs(denominator[leaf]) < SMALLEST_DENOMINATOR ? 0
                        : factor * numerator[leaf] / denominator[leaf];
            }
            for (int n = 0; n < labels.length; n++) {
                raw[c][n] += RATE * values[tree.leafOf(n)];
            }
            for (int n = 0; n < testLabels.length; n++) {
                testRaw[c][n] += RATE * values[tree.leafOf(testFeatures.values(), n)];
            }
        }

        private double[] importance() {
            double[] total = new double[features.features()];
            for (double[] one : importances) {
                for (int d = 0; d < total.length; d++) {
                    total[d] += one[d];
                }
            }
            double sum = Arrays.stream(total).sum();
            for (int d = 0; d < total.length; d++) {
                total[d] = Arrays.stream(splitTrees).sum() == 0 || sum == 0 ? 0 : total[d] / sum;
            }
            return total;
        }

        private double accuracy(double[][] scores, int[] truth) {
            int right = 0;
            for (int n = 0; n < truth.length; n++) {
                right += predicted(scores, n) == truth[n] ? 1 : 0;
            }
            return (double) right / truth.length;
        }

        private int predicted(double[][] scores, int n) {
            if (classes.length == 1) {
                return classes[0];
            }
            if (outputs == 1) {
                return scores[0][n] > 0 ? classes[1] : classes[0];
            }
            int best = 0;
            for (int c = 1; c < outputs; c++) {
                best = scores[c][n] > scores[best][n] ? c : best;
            }
            return classes[best];
        }
    }
}
