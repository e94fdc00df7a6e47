package org.distaff.metrics.boosting;

import org.distaff.metrics.work.Workers;

/** The negative gradient of the logistic loss: one for the true class, minus the probability given to the class. */
final class Residuals {

    private static final int BLOCK = 1024;

    private Residuals() {
    }

    /**
     * @param raw       {@code C × N} scores; a single row stands for two classes, whose log odds it holds
     * @param classOf   the true class of each point
     * @param residuals receives {@code C × N} values in [−1, 1]
     */
    static void compute(double[][] raw, int[] classOf, double[][] residuals, Workers workers) {
        int points = classOf.length;
        workers.each((points + BLOCK - 1) / BLOCK, b -> {
            int from = b * BLOCK;
            int to = Math.min(points, from + BLOCK);
            if (raw.length == 1) {
                for (int n = from; n < to; n++) {
                    residuals[0][n] = classOf[n] - 1 / (1 + Math.exp(-raw[0][n]));
                }
            } else {
                softmax(raw, classOf, residuals, from, to);
            }
        });
    }

    private static void softmax(double[][] raw, int[] classOf, double[][] residuals, int from, int to) {
        double[] highest = new double[to - from];
        double[] sum = new double[to - from];
        java.util.Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (double[] scores : raw) {
            for (int i = 0; i < highest.length; i++) {
                highest[i] = Math.max(highest[i], scores[from + i]);
            }
        }
        for (int c = 0; c < raw.length; c++) {
            for (int i = 0; i < highest.length; i++) {
                double share = Math.exp(raw[c][from + i] - highest[i]);
                residuals[c][from + i] = -share;
                sum[i] += share;
            }
        }
        for (int c = 0; c < raw.length; c++) {
            for (int i = 0; i < highest.length; i++) {
                residuals[c][from + i] /= sum[i];
            }
        }
        for (int n = from; n < to; n++) {
            residuals[classOf[n]][n] += 1;
        }
    }
}
