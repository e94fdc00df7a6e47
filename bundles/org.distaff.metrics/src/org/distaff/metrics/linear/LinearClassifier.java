package org.distaff.metrics.linear;

/**
 * A linear classifier: the score of class c is {@code weights[c] · x + intercepts[c]}. With two classes there is a
 * single row of weights, whose sign decides for the second class.
 *
 * @param labels     labels of the classes, ascending
 * @param weights    {@code C × D}, or {@code 1 × D} for two classes
 * @param intercepts {@code C}, or a single one for two classes
 */
public record LinearClassifier(int[] labels, double[][] weights, double[] intercepts) {

    /** Score of every row for every row of weights, {@code N × weights.length}. */
    public double[][] scores(double[] rows) {
        int features = weights[0].length;
        double[][] scores = new double[features == 0 ? rows.length : rows.length / features][weights.length];
        for (int n = 0; n < scores.length; n++) {
            for (int c = 0; c < weights.length; c++) {
                double score = intercepts[c];
                for (int f = 0; f < features; f++) {
                    score += rows[n * features + f] * weights[c][f];
                }
                scores[n][c] = score;
            }
        }
        return scores;
    }

    /** Probability of every class for every row, {@code N × C}, as the logistic model has it. */
    public double[][] probabilities(double[] rows) {
        double[][] scores = scores(rows);
        for (int n = 0; n < scores.length; n++) {
            if (weights.length == 1) {
                double second = 1 / (1 + Math.exp(-scores[n][0]));
                scores[n] = new double[] {1 - second, second};
            } else {
                softmax(scores[n]);
            }
        }
        return scores;
    }

    /** Probability of every class for every row, {@code C × N}: the same, class by class, and faster. */
    double[][] probabilitiesByClass(double[] rows) {
        if (weights.length == 1) {
            double[][] both = new double[2][rows.length / weights[0].length];
            double[][] scores = scores(rows);
            for (int n = 0; n < scores.length; n++) {
                both[1][n] = 1 / (1 + Math.exp(-scores[n][0]));
                both[0][n] = 1 - both[1][n];
            }
            return both;
        }
        int features = weights[0].length;
        Blocks points = new Blocks(rows, new double[features], filled(features));
        double[] parameters = new double[weights.length * points.width()];
        for (int c = 0; c < weights.length; c++) {
            System.arraycopy(weights[c], 0, parameters, c * points.width(), features);
            parameters[c * points.width() + features] = intercepts[c];
        }
        double[][] block = new double[weights.length][Blocks.SIZE];
        double[][] probabilities = new double[weights.length][points.points()];
        for (int b = 0; b < points.count(); b++) {
            points.scores(b, parameters, block);
            Softmax.of(block, new double[Blocks.SIZE], new double[Blocks.SIZE]);
            for (int c = 0; c < weights.length; c++) {
                System.arraycopy(block[c], 0, probabilities[c], b * Blocks.SIZE, points.sizeOf(b));
            }
        }
        return probabilities;
    }

    private static double[] filled(int count) {
        double[] ones = new double[count];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    /** The label with the highest score for every row; the smallest label among equals. */
    public int[] predict(double[] rows) {
        double[][] scores = scores(rows);
        int[] predicted = new int[scores.length];
        for (int n = 0; n < predicted.length; n++) {
            int best = weights.length == 1 && scores[n][0] > 0 ? 1 : 0;
            for (int c = 1; c < weights.length; c++) {
                best = scores[n][c] > scores[n][best] ? c : best;
            }
            predicted[n] = labels[best];
        }
        return predicted;
    }

    /** Share of rows whose label is predicted. */
    public double accuracy(double[] rows, int[] truth) {
        int[] predicted = predict(rows);
        int right = 0;
        for (int n = 0; n < truth.length; n++) {
            right += predicted[n] == truth[n] ? 1 : 0;
        }
        return (double) right / truth.length;
    }

    /** The classifier of the sum of the scores of two classifiers with the same labels. */
    LinearClassifier plus(LinearClassifier other) {
        return combined(other, 1);
    }

    /** The classifier of the difference of the scores of two classifiers with the same labels. */
    LinearClassifier minus(LinearClassifier other) {
        return combined(other, -1);
    }

    private LinearClassifier combined(LinearClassifier other, double factor) {
        double[][] sums = new double[weights.length][weights[0].length];
        double[] offsets = new double[weights.length];
        for (int c = 0; c < sums.length; c++) {
            offsets[c] = intercepts[c] + factor * other.intercepts[c];
            for (int f = 0; f < sums[c].length; f++) {
                sums[c][f] = weights[c][f] + factor * other.weights[c][f];
            }
        }
        return new LinearClassifier(labels, sums, offsets);
    }

    /** Turns scores into probabilities in place, and returns the logarithm of the sum of their exponentials. */
    public static double softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - highest);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return highest + Math.log(sum);
    }
}
