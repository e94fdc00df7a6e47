package org.distaff.metrics.linear;

import java.util.Arrays;

/**
 * Features cut into blocks of points, each feature of a block an array of its own: loops over an array's whole length
 * are what the virtual machine turns into vector instructions. After the features stands a constant 1, whose weight is
 * the intercept, and zeros up to a multiple of four; the last block is padded with points of zeros.
 */
final class Blocks {

    /** Points per block: the scores of 40 classes fit the first-level cache. */
    static final int SIZE = 64;

    private static final int TILE = 4;
    private static final double[] ONES = new double[SIZE];
    private static final double[] ZEROS = new double[SIZE];

    static {
        Arrays.fill(ONES, 1);
    }

    private final int points;
    private final int features;
    private final double[][][] values;

    /**
     * Shifts and scales rows.
     *
     * @param rows   {@code N × features} values, row by row
     * @param shifts what each feature is lessened by
     * @param scales what it is then multiplied by
     */
    Blocks(double[] rows, double[] shifts, double[] scales) {
        this.features = shifts.length;
        this.points = rows.length / features;
        this.values = new double[(points + SIZE - 1) / SIZE][width()][];
        for (int block = 0; block < values.length; block++) {
            for (int f = 0; f < width(); f++) {
                values[block][f] = f < features ? column(rows, block, f, shifts[f], scales[f])
                        : f == features ? ONES : ZEROS;
            }
        }
    }

    private Blocks(double[][][] values, int features, int points) {
        this.values = values;
        this.features = features;
        this.points = points;
    }

    /** Every {@code step}-th block, sharing the values. */
    Blocks every(int step) {
        double[][][] kept = new double[(values.length + step - 1) / step][][];
        Arrays.setAll(kept, block -> values[block * step]);
        return new Blocks(kept, features, (kept.length - 1) * SIZE + sizeOf((kept.length - 1) * step));
    }

    int points() {
        return points;
    }

    private double[] column(double[] rows, int block, int f, double shift, double scale) {
        double[] column = new double[SIZE];
        for (int i = 0; i < sizeOf(block); i++) {
            column[i] = (rows[(block * SIZE + i) * features + f] - shift) * scale;
        }
        return column;
    }

    int features() {
        return features;
    }

    /** Numbers per class of weights: the features', the intercept, and zeros up to a multiple of four. */
    int width() {
        return (features + TILE) / TILE * TILE;
    }

    int count() {
        return (points + SIZE - 1) / SIZE;
    }

    /** Number of points in a block; less than {@link #SIZE} in the last one only. */
    int sizeOf(int block) {
        return Math.min(SIZE, points - block * SIZE);
    }

    /**
     * Linear scores of a block's points.
     *
     * @param weights {@code classes × width()}
     * @param target  receives {@code classes × SIZE} scores
     */
    void scores(int block, double[] weights, double[][] target) {
        double[][] x = values[block];
        // features outside: four of them and all classes' scores fit the first-level cache, however many features
        for (int f = 0; f < x.length; f += TILE) {
            for (int c = 0; c < target.length; c++) {
                int at = c * x.length + f;
                if (f == 0) {
                    setScaled(target[c], weights[at], x[f], weights[at + 1], x[f + 1], weights[at + 2], x[f + 2],
                            weights[at + 3], x[f + 3]);
                } else {
                    addScaled(target[c], weights[at], x[f], weights[at + 1], x[f + 1], weights[at + 2], x[f + 2],
                            weights[at + 3], x[f + 3]);
                }
            }
        }
    }

    /**
     * Adds Σ_n coefficient[c][n] · (x_n, 1) over a block's points.
     *
     * @param coefficients {@code classes × SIZE}
     * @param sums         {@code classes × width()}
     */
    void addMoments(int block, double[][] coefficients, double[] sums) {
        double[][] x = values[block];
        for (int f = 0; f < x.length; f += TILE) {
            for (int c = 0; c < coefficients.length; c += 2) {
                double[] second = c + 1 < coefficients.length ? coefficients[c + 1] : null;
                addDots(coefficients[c], second, x[f], x[f + 1], x[f + 2], x[f + 3], sums, c * x.length + f, x.length);
            }
        }
    }

    /**
     * Adds Σ_n height[n] · (x_n, 1)(x_n, 1)ᵀ over a block's points; only entries on and below the diagonal count.
     *
     * @param squares {@code width() × width()}, row by row
     */
    void addSquares(int block, double[] heights, double[] squares) {
        double[][] x = values[block];
        double[] first = new double[SIZE];
        double[] second = new double[SIZE];
        for (int f = 0; f < x.length; f += 2) {
            for (int i = 0; i < SIZE; i++) {
                first[i] = heights[i] * x[f][i];
                second[i] = heights[i] * x[f + 1][i];
            }
            for (int g = 0; g <= f + 1; g += TILE) {
                addDots(first, second, x[g], x[g + 1], x[g + 2], x[g + 3], squares, f * x.length + g, x.length);
            }
        }
    }

    private static void setScaled(double[] target, double w0, double[] x0, double w1, double[] x1, double w2,
            double[] x2, double w3, double[] x3) {
        for (int i = 0; i < SIZE; i++) {
            target[i] = w0 * x0[i] + w1 * x1[i] + (w2 * x2[i] + w3 * x3[i]);
        }
    }

    private static void addScaled(double[] target, double w0, double[] x0, double w1, double[] x1, double w2,
            double[] x2, double w3, double[] x3) {
        for (int i = 0; i < SIZE; i++) {
            target[i] += w0 * x0[i] + w1 * x1[i] + (w2 * x2[i] + w3 * x3[i]);
        }
    }

    /** Two classes by four features at a time: eight sums that do not wait for each other. */
    private static void addDots(double[] first, double[] second, double[] x0, double[] x1, double[] x2, double[] x3,
            double[] sums, int at, int width) {
        double[] other = second == null ? ZEROS : second;
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        double b0 = 0;
        double b1 = 0;
        double b2 = 0;
        double b3 = 0;
        for (int i = 0; i < SIZE; i++) {
            double a = first[i];
            double b = other[i];
            a0 += a * x0[i];
            b0 += b * x0[i];
            a1 += a * x1[i];
            b1 += b * x1[i];
            a2 += a * x2[i];
            b2 += b * x2[i];
            a3 += a * x3[i];
            b3 += b * x3[i];
        }
        sums[at] += a0;
        sums[at + 1] += a1;
        sums[at + 2] += a2;
        sums[at + 3] += a3;
        if (second != null) {
            sums[at + width] += b0;
            sums[at + width + 1] += b1;
            sums[at + width + 2] += b2;
            sums[at + width + 3] += b3;
        }
    }
}
