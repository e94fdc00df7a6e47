package org.distaff.metrics.forest;

import java.util.Arrays;

import org.distaff.core.metric.Representation;
import org.distaff.metrics.boosting.SortedFeatures;
import org.distaff.metrics.boosting.TreeClassifier;
import org.distaff.metrics.work.Workers;

/** A random forest: its trees' class shares are averaged, and the highest wins. Immutable. */
public final class ForestClassifier implements TreeClassifier {

    private static final int BLOCK = 1024;

    private final int[] labels;
    private final ClassificationTree[] trees;
    private final double[] importances;
    private final double trainAccuracy;

    ForestClassifier(int[] labels, ClassificationTree[] trees, double[] importances, double trainAccuracy) {
        this.labels = labels;
        this.trees = trees;
        this.importances = importances;
        this.trainAccuracy = trainAccuracy;
    }

    /**
     * Share of each feature in the decrease of Gini impurity: in every tree made to sum to 1, then averaged over the
     * trees that have a split.
     */
    @Override
    public double[] importances() {
        return importances.clone();
    }

    @Override
    public double trainAccuracy() {
        return trainAccuracy;
    }

    /** The label of each point with the highest probability; the smallest label among equals. */
    @Override
    public int[] predict(Representation points, Workers workers) {
        return predict(SortedFeatures.columns(points), points.points(), capacity(), workers);
    }

    @Override
    public int capacity() {
        return Math.max(1, Arrays.stream(trees).mapToInt(ClassificationTree::depth).max().orElseThrow());
    }

    @Override
    public double[] accuracies(Representation points, int[] truth, int[] capacities, Workers workers) {
        float[][] columns = SortedFeatures.columns(points);
        double[] accuracies = new double[capacities.length];
        for (int i = 0; i < capacities.length; i++) {
            int[] predicted = predict(columns, truth.length, capacities[i], workers);
            int right = 0;
            for (int n = 0; n < truth.length; n++) {
                right += predicted[n] == truth[n] ? 1 : 0;
            }
            accuracies[i] = (double) right / truth.length;
        }
        return accuracies;
    }

    private int[] predict(float[][] columns, int points, int depth, Workers workers) {
        int[] predicted = new int[points];
        workers.each((points + BLOCK - 1) / BLOCK, b -> {
            double[] votes = new double[labels.length];
            for (int n = b * BLOCK; n < Math.min(points, (b + 1) * BLOCK); n++) {
                Arrays.fill(votes, 0);
                for (ClassificationTree tree : trees) {
                    tree.vote(columns, n, depth, votes);
                }
                int best = 0;
                for (int c = 1; c < votes.length; c++) {
                    best = votes[c] > votes[best] ? c : best;
                }
                predicted[n] = labels[best];
            }
        });
        return predicted;
    }
}
