package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.core.progress.Progress;

/**
 * A logistic regression of its own for every class against all others, intercepts penalised like weights: minimises
 * ½(‖w‖² + b²) + C Σ_n ln(1 + exp(−y_n(w·x_n + b))) for each class and predicts the one with the highest w·x + b. This
 * is what LIBLINEAR does, and with it scikit-learn's default before version 0.22. Fan, Chang, Hsieh, Wang and Lin,
 * LIBLINEAR: A Library for Large Linear Classification, Journal of Machine Learning Research 2008. O(steps · N ·
 * features · classes).
 */
public final class OneVersusRest {

    private static final double TOLERANCE = 1e-7;
    private static final int MAXIMUM_STEPS = 2000;

    private OneVersusRest() {
    }

    /**
     * Fits a classifier.
     *
     * @param inversePenalty C, larger means less regularisation; customarily 1
     * @param rows           {@code N × features} values, row by row
     * @param features       number of features, at least 1
     * @param target         label of each row; at least two different ones
     */
    public static LinearClassifier fit(double inversePenalty, double[] rows, int features, int[] target,
            Progress progress) {
        int[] labels = Arrays.stream(target).distinct().sorted().toArray();
        if (labels.length < 2) {
            throw new IllegalArgumentException("a classifier needs at least two classes");
        }
        double penalty = 1 / (inversePenalty * target.length);
        double[] shares = {1.0 / target.length, 1.0 / target.length};
        double[][] weights = new double[labels.length][];
        double[] intercepts = new double[labels.length];
        for (int c = 0; c < labels.length; c++) {
            int label = labels[c];
            int[] own = Arrays.stream(target).map(other -> other == label ? 1 : 0).toArray();
            double[] parameters = new double[features + 1];
            new Minimiser(TOLERANCE, MAXIMUM_STEPS).minimise((point, gradient) -> {
                Arrays.fill(gradient, 0);
                double loss = LogisticRegression.logistic(rows, features, own, shares, point, gradient);
                for (int f = 0; f <= features; f++) {
                    loss += penalty * point[f] * point[f] / 2;
                    gradient[f] += penalty * point[f];
                }
                return loss;
            }, parameters, progress);
            weights[c] = Arrays.copyOf(parameters, features);
            intercepts[c] = parameters[features];
        }
        return new LinearClassifier(labels, weights, intercepts);
    }
}
