package org.distaff.metrics.boosting;

import org.distaff.core.metric.Representation;
import org.distaff.metrics.work.Workers;

/** A classifier made of boosted trees, and what its making found out about the features. Immutable. */
public final class BoostedClassifier {

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
    public double[] importances() {
        return importances.clone();
    }

    /** Share of the training points that are classified correctly. */
    public double trainAccuracy() {
        return trainAccuracy;
    }

    /** The label of each point with the highest score; the smallest label among equals. */
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

    private void score(int c, float[][] columns, double[] raw) {
        java.util.Arrays.fill(raw, initial[c]);
        for (RegressionTree tree : trees[c]) {
            for (int n = 0; n < raw.length; n++) {
                raw[n] += learningRate * tree.predict(columns, n);
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
