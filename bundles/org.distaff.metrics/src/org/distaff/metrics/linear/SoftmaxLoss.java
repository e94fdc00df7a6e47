package org.distaff.metrics.linear;

import java.util.Arrays;

/**
 * Weighted loss of a multinomial logistic regression with a quadratic penalty on its weights: Σ_n s_n (−ln p(y_n |
 * x_n)) + ½ Σ_f penalty_f ‖W_f‖². Weights are {@code classes × width} as {@link Blocks} has them.
 */
final class SoftmaxLoss implements Objective {

    /** Products of sums are not let grow beyond this, far from the largest double. */
    private static final double ENOUGH = 1e100;
    private static final int NARROW = 64;
    /** Per feature; fewer points tell of curvatures that are not there. */
    private static final int ENOUGH_POINTS = 20;

    private final Blocks points;
    private final int[] classOf;
    private final double[] shares;
    private final double[] penalties;
    private final double[][] errors;
    private final double[] highest = new double[Blocks.SIZE];
    private final double[] sums = new double[Blocks.SIZE];

    /**
     * @param classOf   class of each point, in [0, classes)
     * @param shares    for each class the weight of each of its points
     * @param penalties for each feature that of its weights
     */
    SoftmaxLoss(Blocks points, int[] classOf, double[] shares, double[] penalties) {
        this.points = points;
        this.classOf = classOf;
        this.shares = shares;
        this.penalties = Arrays.copyOf(penalties, points.width()); // nothing for intercept and padding
        this.errors = new double[shares.length][Blocks.SIZE];
    }

    @Override
    public double at(double[] weights, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int block = 0; block < points.count(); block++) {
            loss += errors(block, weights);
            points.addMoments(block, errors, gradient);
        }
        double penalty = 0;
        for (int i = 0; i < weights.length; i++) {
            double slope = penalties[i % penalties.length] * weights[i];
            penalty += slope * weights[i] / 2;
            gradient[i] += slope;
        }
        return loss + penalty;
    }

    /** Whether the points are so many, and the features so few, that the curvature is worth asking for. */
    boolean worthLooking() {
        return points.width() <= NARROW && points.points() >= ENOUGH_POINTS * points.width();
    }

    /** How the loss is curved within each class, O(N classes width²). */
    ClassCurvature curvature(double[] weights) {
        int width = points.width();
        double[][] hessians = new double[shares.length][width * width];
        double[] heights = new double[Blocks.SIZE];
        for (int block = 0; block < points.count(); block++) {
            points.scores(block, weights, errors);
            Softmax.of(errors, highest, sums);
            int first = block * Blocks.SIZE;
            Arrays.fill(heights, 0);
            for (int c = 0; c < shares.length; c++) {
                for (int i = 0; i < points.sizeOf(block); i++) {
                    heights[i] = shares[classOf[first + i]] * errors[c][i] * (1 - errors[c][i]);
                }
                points.addSquares(block, heights, hessians[c]);
            }
        }
        for (double[] hessian : hessians) {
            for (int f = 0; f < width; f++) {
                hessian[f * width + f] += penalties[f];
            }
        }
        return new ClassCurvature(hessians, width);
    }

    /** Loss of a block; leaves its weighted errors. */
    private double errors(int block, double[] weights) {
        points.scores(block, weights, errors);
        int size = points.sizeOf(block);
        int first = block * Blocks.SIZE;
        double[] share = new double[Blocks.SIZE];
        double loss = 0;
        for (int i = 0; i < size; i++) {
            share[i] = shares[classOf[first + i]];
            loss -= share[i] * errors[classOf[first + i]][i];
        }
        Softmax.of(errors, highest, sums);
        for (int i = 0; i < size; i++) {
            loss += share[i] * highest[i];
            errors[classOf[first + i]][i] -= 1;
        }
        loss += logarithms(share, size);
        for (double[] row : errors) {
            for (int i = 0; i < Blocks.SIZE; i++) {
                row[i] *= share[i];
            }
        }
        return loss;
    }

    /** Σ share · ln sum. */
    private double logarithms(double[] share, int size) {
        double total = 0;
        double product = 1;
        for (int i = 0; i < size; i++) {
            product *= sums[i];
            // one logarithm for many points; a sum is at most the number of classes
            if (i + 1 == size || share[i] != share[i + 1] || product > ENOUGH) {
                total += share[i] * Math.log(product);
                product = 1;
            }
        }
        return total;
    }
}
