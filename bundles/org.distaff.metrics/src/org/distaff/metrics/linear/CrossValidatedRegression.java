package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.core.progress.Progress;

/**
 * Logistic regression whose penalty is chosen by cross-validation: ten values of C from 1e-4 to 1e4, five folds of
 * successive points, the smallest C among those with the best mean accuracy. Every fit stops after 100 steps, as is
 * customary.
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
        double best = Double.NEGATIVE_INFINITY;
        double bestPenalty = 1;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            double inversePenalty = Math.pow(10, -4 + 8.0 * candidate / (CANDIDATES - 1));
            double accuracy = accuracy(inversePenalty, rows, features, target, progress);
            if (accuracy > best) {
                best = accuracy;
                bestPenalty = inversePenalty;
            }
        }
        return new LogisticRegression(bestPenalty, TOLERANCE, STEPS).fit(rows, features, target, progress);
    }

    /** Mean over folds of the accuracy on a fold after fitting to all others. */
    private static double accuracy(double inversePenalty, double[] rows, int features, int[] target,
            Progress progress) {
        int folds = Math.min(FOLDS, target.length);
        double sum = 0;
        for (int fold = 0; fold < folds; fold++) {
            progress.check();
            int from = start(target.length, folds, fold);
            int to = start(target.length, folds, fold + 1);
            int[] held = Arrays.copyOfRange(target, from, to);
            int[] others = without(target, from, to);
            double[] heldRows = Arrays.copyOfRange(rows, from * features, to * features);
            if (Arrays.stream(others).distinct().limit(2).count() < 2) {
                sum += (double) Arrays.stream(held).filter(label -> label == others[0]).count() / held.length;
            } else {
                sum += new LogisticRegression(inversePenalty, TOLERANCE, STEPS)
                        .fit(without(rows, from * features, to * features), features, others, progress)
                        .accuracy(heldRows, held);
            }
        }
        return sum / folds;
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
