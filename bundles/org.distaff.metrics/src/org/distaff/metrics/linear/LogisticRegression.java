package org.distaff.metrics.linear;

/**
 * Multinomial logistic regression, minimising ½‖W‖² + C Σ_n −ln softmax(W x_n + b)_{y_n}; the intercept b is not penalised.
 * Converged, unlike an optimiser that stops after a fixed number of steps, so that the result does not depend on it. Classes
 * without training points get no probability. Cost O(N · width · classes) per iteration.
 */
public final class LogisticRegression {

    private static final int ITERATIONS = 1000;
    /** Largest gradient entry at the end, per training point. */
    private static final double TOLERANCE = 1e-7;

    private final int width;
    private final int[] present;
    private final int classes;
    private final double[] weights;

    private LogisticRegression(int width, int[] present, int classes, double[] weights) {
        this.width = width;
        this.present = present;
        this.classes = classes;
        this.weights = weights;
    }

    /**
     * @param features {@code N × width}, row by row
     * @param labels   N labels in [0, classes)
     * @param c        inverse strength of the penalty
     */
    public static LogisticRegression fit(double[] features, int width, int[] labels, int classes, double c) {
        int[] index = new int[classes];
        int[] present = present(labels, classes, index);
        double[] weights = new double[present.length * (width + 1)];
        if (present.length > 1) {
            int[] dense = new int[labels.length];
            for (int n = 0; n < labels.length; n++) {
                dense[n] = index[labels[n]];
            }
            Loss loss = new Loss(features, width, dense, present.length, c);
            Lbfgs.minimise(loss, weights, TOLERANCE * labels.length, ITERATIONS);
        }
        return new LogisticRegression(width, present, classes, weights);
    }

    /** Weights of a class and, last, its intercept. */
    public double[] weights(int label) {
        double[] row = new double[width + 1];
        for (int i = 0; i < present.length; i++) {
            if (present[i] == label) {
                System.arraycopy(weights, i * (width + 1), row, 0, width + 1);
            }
        }
        return row;
    }

    /** Class probabilities of each point, {@code [class][point]}. */
    public double[][] probabilities(double[] features) {
        int points = width == 0 ? 0 : features.length / width;
        double[][] result = new double[classes][points];
        double[] scores = new double[present.length];
        for (int n = 0; n < points; n++) {
            softmax(features, n * width, scores);
            for (int i = 0; i < present.length; i++) {
                result[present[i]][n] = scores[i];
            }
        }
        return result;
    }

    private void softmax(double[] features, int at, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Loss.score(weights, i, features, at, width);
        }
        Loss.normalise(scores);
    }

    private static int[] present(int[] labels, int classes, int[] index) {
        boolean[] seen = new boolean[classes];
        for (int label : labels) {
            seen[label] = true;
        }
        int count = 0;
        for (int label = 0; label < classes; label++) {
            index[label] = seen[label] ? count++ : -1;
        }
        int[] present = new int[count];
        for (int label = 0; label < classes; label++) {
            if (seen[label]) {
                present[index[label]] = label;
            }
        }
        return present;
    }

    private record Loss(double[] features, int width, int[] labels, int classes, double c) implements Lbfgs.Function {

        @Override
        public double evaluate(double[] w, double[] gradient) {
            java.util.Arrays.fill(gradient, 0);
            double loss = 0;
            double[] scores = new double[classes];
            for (int n = 0; n < labels.length; n++) {
                int at = n * width;
                for (int i = 0; i < classes; i++) {
                    scores[i] = score(w, i, features, at, width);
                }
                double own = scores[labels[n]];
                loss += c * (normalise(scores) - own);
                for (int i = 0; i < classes; i++) {
                    double error = c * (scores[i] - (i == labels[n] ? 1 : 0));
                    int row = i * (width + 1);
                    for (int j = 0; j < width; j++) {
                        gradient[row + j] += error * features[at + j];
                    }
                    gradient[row + width] += error;
                }
            }
            for (int i = 0; i < classes; i++) {
                for (int j = 0; j < width; j++) {
                    double weight = w[i * (width + 1) + j];
                    loss += 0.5 * weight * weight;
                    gradient[i * (width + 1) + j] += weight;
                }
            }
            return loss;
        }

        static double score(double[] w, int label, double[] features, int at, int width) {
            int row = label * (width + 1);
            double sum = w[row + width];
            for (int j = 0; j < width; j++) {
                sum += w[row + j] * features[at + j];
            }
            return sum;
        }

        /** Turns scores into probabilities and returns ln Σ e^score. */
        static double normalise(double[] scores) {
            double largest = Double.NEGATIVE_INFINITY;
            for (double score : scores) {
                largest = Math.max(largest, score);
            }
            double sum = 0;
            for (int i = 0; i < scores.length; i++) {
                scores[i] = Math.exp(scores[i] - largest);
                sum += scores[i];
            }
            for (int i = 0; i < scores.length; i++) {
                scores[i] /= sum;
            }
            return largest + Math.log(sum);
        }
    }
}
