package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.core.progress.Progress;

/**
 * Logistic regression whose penalty is chosen by cross-validation: ten values of C from 1e-4 to 1e4, five folds of
 * successive points, the smallest C among those with the best mean accuracy. Every fit stops after 100 steps, as is
 * customary. A fit starts where that with the next smaller C ended, moved by what that step was in the fold before.
 */
public final class CrossValidatedRegression {

    private static final int FOLDS = 5;
    private static final int CANDIDATES = 10;
    private static final double TOLERANCE = 1e-4;
    /** Comparing penalties needs less than the classifier that is returned: accuracies move by a thousandth or two. */
    private static final double SEARCH_TOLERANCE = 2e-4;
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
        LinearClassifier[] path = new LinearClassifier[CANDIDATES];
        for (int fold = 0; fold < folds; fold++) {
            int from = start(target.length, folds, fold);
            int to = start(target.length, folds, fold + 1);
            double[] ofFold = accuracies(rows, features, target, from, to, path,
                    progress.part(fold / (folds + 1.0), (fold + 1) / (folds + 1.0)));
            for (int candidate = 0; candidate < CANDIDATES; candidate++) {
                accuracies[candidate] += ofFold[candidate];
            }
        }
        int best = 0;
        for (int candidate = 1; candidate < CANDIDATES; candidate++) {
            best = accuracies[candidate] > accuracies[best] ? candidate : best;
        }
        LinearClassifier fitted = regression(best, TOLERANCE).fit(rows, features, target, usable(path[best], target),
                progress);
        progress.report(1, "logistic regression on " + target.length + " points");
        return fitted;
    }

    private static LogisticRegression regression(int candidate, double tolerance) {
        return new LogisticRegression(Math.pow(10, -4 + 8.0 * candidate / (CANDIDATES - 1)), tolerance, STEPS);
    }

    /**
     * For each C the accuracy on a fold after fitting to all other points.
     *
     * @param path the classifiers of the fold before, replaced by this fold's
     */
    private static double[] accuracies(double[] rows, int features, int[] target, int from, int to,
            LinearClassifier[] path, Progress progress) {
        double[] accuracies = new double[CANDIDATES];
        int[] held = Arrays.copyOfRange(target, from, to);
        int[] others = without(target, from, to);
        if (Arrays.stream(others).distinct().limit(2).count() < 2) {
            Arrays.fill(accuracies, (double) Arrays.stream(held).filter(l -> l == others[0]).count() / held.length);
            return accuracies;
        }
        double[] heldRows = Arrays.copyOfRange(rows, from * features, to * features);
        double[] otherRows = without(rows, from * features, to * features);
        LinearClassifier before = null;
        LinearClassifier last = null;
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            progress.check();
            progress.report((double) candidate / CANDIDATES, "logistic regression on " + others.length + " points, penalty "
                    + (candidate + 1) + " of " + CANDIDATES);
            LinearClassifier alike = usable(path[candidate], others);
            LinearClassifier start = last == null || alike == null ? last == null ? alike : last
                    : last.plus(alike).minus(before);
            last = regression(candidate, SEARCH_TOLERANCE).fit(otherRows, features, others, start, progress);
            before = alike;
            path[candidate] = last;
            accuracies[candidate] = last.accuracy(heldRows, held);
        }
        return accuracies;
    }

    /** The classifier itself, if there is one and it knows the same labels. */
    private static LinearClassifier usable(LinearClassifier classifier, int[] target) {
        return classifier != null && Arrays.equals(classifier.labels(), Arrays.stream(target).distinct().sorted()
                .toArray()) ? classifier : null;
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
