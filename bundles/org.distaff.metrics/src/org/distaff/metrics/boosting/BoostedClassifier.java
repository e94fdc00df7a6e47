package org.distaff.metrics.boosting;

import org.distaff.core.metric.Representation;
import org.distaff.metrics.work.Workers;

/** A classifier made of boosted trees: their scores are added, and the highest wins. Immutable. */
public final class BoostedClassifier implements TreeClassifier {

    private final int[] labels;
    private final double learningRate;
    private final double[] initial;
    private final RegressionTree[][] trees;
    private final double[] importances;
    private final double trainAccuracy;

    BoostedClassifier(int[] labels, double learningRate, double[] initial, RegressionTree[][] trees,
            double[] importances, double trainAccuracy) {
        this.labels = labels;
        this.learningRate = learningRate;
        this.initial = initial;
        this.trees = trees;
        this.importances = importances;
        this.trainAccuracy = trainAccuracy;
    }

    /**
     * Share of each feature in the decrease of squared error over all splits of all trees, {@code D} values that sum to
     * 1; all zero when no tree found a split.
     */
    @Override
    public double[] importances() {
        return importances.clone();
    }

    @Override
    public double trainAccuracy() {
        return trainAccuracy;
    }

    /** The label of each point with the highest score; the smallest label among equals. */
    @Override
    public int[] predict(Representation points, Workers workers) {
        float[][] columns = SortedFeatures.columns(points);
        double[][] raw = new double[trees.length][points.points()];
        workers.each(trees.length, c -> score(c, columns, raw[c]));
        int[] predicted = new int[points.points()];
        for (int n = 0; n < predicted.length; n++) {
            predicted[n] = labels[best(raw, n)];
        }
        return predicted;
    }

    @Override
    public int capacity() {
        return trees[0].length;
    }

    @Override
    public double[] accuracies(Representation points, int[] truth, int[] capacities, Workers workers) {
        float[][] columns = SortedFeatures.columns(points);
        double[][] raw = new double[trees.length][truth.length];
        double[] accuracies = new double[capacities.length];
        workers.each(trees.length, c -> java.util.Arrays.fill(raw[c], initial[c]));
        int done = 0;
        for (int i = 0; i < capacities.length; i++) {
            int from = done;
            int to = Math.min(capacities[i], capacity());
            workers.each(trees.length, c -> add(c, from, to, columns, raw[c]));
            done = Math.max(from, to);
            int right = 0;
            for (int n = 0; n < truth.length; n++) {
                right += labels[best(raw, n)] == truth[n] ? 1 : 0;
            }
            accuracies[i] = (double) right / truth.length;
        }
        return accuracies;
    }

    private void score(int c, float[][] columns, double[] raw) {
        java.util.Arrays.fill(raw, initial[c]);
        add(c, 0, trees[c].length, columns, raw);
    }

    private void add(int c, int from, int to, float[][] columns, double[] raw) {
        for (int t = from; t < to; t++) {
            for (int n = 0; n < raw.length; n++) {
                raw[n] += learningRate * trees[c][t].predict(columns, n);
            }
        }
    }

    /** Index of the winning class: the highest score, or the sign of the only one when there are two classes. */
    static int best(double[][] raw, int n) {
        if (raw.length == 1) {
            return raw[0][n] >= 0 ? 1 : 0;
        }
        int best = 0;
        for (int c = 1; c < raw.length; c++) {
            best = raw[c][n] > raw[best][n] ? c : best;
        }
        return best;
    }
}
