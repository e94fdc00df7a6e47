package org.distaff.metrics.capacity;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.metrics.linear.LinearClassifier;
import org.distaff.metrics.linear.Objective;

/**
 * A classifier with one hidden layer: softmax(V tanh(W x + b) + c). Its weights lie in one array: for each hidden unit
 * its row of W and its b, then for each class its row of V and its c.
 *
 * @param inputs  numbers per point
 * @param width   hidden units, at least 1
 * @param classes at least 2
 */
record HiddenLayer(int inputs, int width, int classes) {

    /** Normal W with variance 1 / inputs, normal b (without it all units are odd functions), V and c 0. */
    double[] initial(RandomGenerator random) {
        double[] weights = new double[width * (inputs + 1) + classes * (width + 1)];
        for (int h = 0; h < width; h++) {
            for (int d = 0; d < inputs; d++) {
                weights[h * (inputs + 1) + d] = random.nextGaussian() / Math.sqrt(inputs);
            }
            weights[h * (inputs + 1) + inputs] = random.nextGaussian();
        }
        return weights;
    }

    /** Writes what the hidden units say of point n of the rows, and the classes' scores. */
    void scores(double[] weights, double[] rows, int n, double[] hidden, double[] scores) {
        for (int h = 0; h < width; h++) {
            hidden[h] = Math.tanh(affine(weights, h * (inputs + 1), rows, n * inputs, inputs));
        }
        for (int c = 0; c < classes; c++) {
            scores[c] = affine(weights, width * (inputs + 1) + c * (width + 1), hidden, 0, width);
        }
    }

    private static double affine(double[] weights, int at, double[] values, int from, int count) {
        double sum = weights[at + count];
        for (int i = 0; i < count; i++) {
            sum += weights[at + i] * values[from + i];
        }
        return sum;
    }

    /** Mean of −ln p(class | point) plus ‖weights‖² / 2N, the penalty of a logistic regression with C = 1. */
    Objective loss(double[] rows, int[] classOf) {
        return (weights, gradient) -> {
            int points = classOf.length;
            double[] hidden = new double[width];
            double[] scores = new double[classes];
            double[] errors = new double[width];
            Arrays.fill(gradient, 0);
            double loss = 0;
            for (int n = 0; n < points; n++) {
                scores(weights, rows, n, hidden, scores);
                loss -= scores[classOf[n]];
                loss += LinearClassifier.softmax(scores);
                scores[classOf[n]]--;
                Arrays.fill(errors, 0);
                for (int c = 0; c < classes; c++) {
                    int at = width * (inputs + 1) + c * (width + 1);
                    for (int h = 0; h < width; h++) {
                        gradient[at + h] += scores[c] * hidden[h];
                        errors[h] += scores[c] * weights[at + h];
                    }
                    gradient[at + width] += scores[c];
                }
                for (int h = 0; h < width; h++) {
                    double error = errors[h] * (1 - hidden[h] * hidden[h]);
                    int at = h * (inputs + 1);
                    for (int d = 0; d < inputs; d++) {
                        gradient[at + d] += error * rows[n * inputs + d];
                    }
                    gradient[at + inputs] += error;
                }
            }
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                squares += weights[i] * weights[i];
                gradient[i] = (gradient[i] + weights[i]) / points;
            }
            return (loss + squares / 2) / points;
        };
    }
}
