package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.core.progress.Progress;

/**
 * Logistic regression whose penalty is chosen by cross-validation: ten values of C from 1e-4 to 1e4, five folds of
 * successive points, the smallest C among those with the best mean accuracy. Every fit stops after 100 steps, as is
 * customary, and starts where that with the next smaller C ended.
 */
public final class CrossValidatedRegression {

    private static final int FOLDS = 5;
    private static final int CANDIDATES = 10;
    private static final double TOLERANCE = 1e-4;
    private static final int STEPS = 100;

    private CrossValidatedRegression() {
    }

    /**
     * Fits a classifier with the best penalty to all rows.
     *
     * @param rows     {@code N × features} values, row by row
     * @param features number of features, at least 1
     * @param target   label of each row; at least two different ones
     */
    public static LinearClassifier fit(double[] rows, int features, int[] target, Progress progress) {
        double[] accuracies = new double[CANDIDATES];
        int folds = Math.min(FOLDS, target.length);
        for (int fold = 0; fold < folds; fold++) {
            int from = start(target.length, folds, fold);
            int to = start(target.length, folds, fold + 1);
            double[] ofFold = accuracies(rows, features, target, from, to, progress);
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                accuracies[candidate] += ofFold[candidate];
            }
        }
        int best = 0;
        for (int candidate = 1; candidate < CANDIDATES; candidate++) {
            best = accuracies[candidate] > accuracies[best] ? candidate : best;
        }
        LinearClassifier classifier = null;
        for (int candidate = 0; candidate <= best; candidate++) {
            classifier = regression(candidate).fit(rows, features, target, classifier, progress);
        }
        return classifier;
    }

    private static LogisticRegression regression(int candidate) {
        return new LogisticRegression(Math.pow(10, -4 + 8.0 * candidate / (CANDIDATES - 1)), TOLERANCE, STEPS);
    }

    /** For each C the accuracy on a fold after fitting to all other points, each fit starting where the last ended. */
    private static double[] accuracies(double[] rows, int features, int[] target, int from, int to,
            Progress progress) {
        double[] accuracies = new double[CANDIDATES];
        int[] held = Arrays.copyOfRange(target, from, to);
        int[] others = without(target, from, to);
        if (Arrays.stream(others).distinct().limit(2).count() < 2) {
            Arrays.fill(accuracies, (double) Arrays.stream(held).filter(l -> l == others[0]).count() / held.length);
            return accuracies;
        }
        double[] heldRows = Arrays.copyOfRange(rows, from * features, to * features);
        double[] otherRows = without(rows, from * features, to * features);
        LinearClassifier classifier = null;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            progress.check();
            classifier = regression(candidate).fit(otherRows, features, others, classifier, progress);
            accuracies[candidate] = classifier.accuracy(heldRows, held);
        }
        return accuracies;
    }

    /** Whether some fit of the cross-validation does without a value that the points have. */
    public static boolean foldsLackClasses(int[] target) {
        int folds = Math.min(FOLDS, target.length);
        long classes = Arrays.stream(target).distinct().count();
        return java.util.stream.IntStream.range(0, folds)
                .anyMatch(fold -> Arrays.stream(without(target, start(target.length, folds, fold),
                        start(target.length, folds, fold + 1))).distinct().count() < classes);
    }

    /** First point of a fold; the first folds are one point larger when the points cannot be divided evenly. */
    private static int start(int points, int folds, int fold) {
        return points / folds * fold + Math.min(fold, points % folds);
    }

    private static int[] without(int[] values, int from, int to) {
        int[] rest = Arrays.copyOf(values, values.length - (to - from));
        System.arraycopy(values, to, rest, from, values.length - to);
        return rest;
    }

    private static double[] without(double[] values, int from, int to) {
        double[] rest = Arrays.copyOf(values, values.length - (to - from));
        System.arraycopy(values, to, rest, from, values.length - to);
        return rest;
    }
}
