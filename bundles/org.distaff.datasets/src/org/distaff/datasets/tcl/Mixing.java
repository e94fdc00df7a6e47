package org.distaff.datasets.tcl;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A network of linear layers with xtanh between them, {@code x = act(s · A)}, tanh(y) + slope · y; nothing after the
 * last layer. Every layer has the same square matrix; with more mixtures than sources the first has a matrix of its
 * own. Matrices have entries from U(−1, 1) and columns of length 1 and are drawn until their condition number is below
 * the 25th percentile of those of 10,000 such matrices.
 */
final class Mixing {

    private static final int TRIALS = 10_000;

    private final double[][] first;
    private final double[][] rest;
    private final int layers;
    private final double slope;

    Mixing(int sources, int mixtures, int layers, double slope, RandomGenerator random) {
        this.first = matrix(sources, mixtures, random);
        this.rest = sources == mixtures ? first : layers > 1 ? matrix(mixtures, mixtures, random) : first;
        this.layers = layers;
        this.slope = slope;
    }

    double[] mix(double[] sources) {
        double[] values = sources;
        for (int layer = 0; layer < layers; layer++) {
            values = multiply(values, layer == 0 ? first : rest);
            for (int i = 0; layer < layers - 1 && i < values.length; i++) {
                values[i] = StrictMath.tanh(values[i]) + slope * values[i];
            }
        }
        return values;
    }

    private static double[] multiply(double[] row, double[][] matrix) {
        double[] product = new double[matrix[0].length];
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < product.length; j++) {
                product[j] += row[i] * matrix[i][j];
            }
        }
        return product;
    }

    private static double[][] matrix(int rows, int columns, RandomGenerator random) {
        double[] conditions = new double[TRIALS];
        for (int i = 0; i < TRIALS; i++) {
            conditions[i] = squaredCondition(draw(rows, columns, random));
        }
        Arrays.sort(conditions);
        double threshold = conditions[TRIALS / 4];
        double[][] matrix = draw(rows, columns, random);
        while (squaredCondition(matrix) > threshold) {
            matrix = draw(rows, columns, random);
        }
        return matrix;
    }

    private static double[][] draw(int rows, int columns, RandomGenerator random) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = 2 * random.nextDouble() - 1;
            }
        }
        for (int j = 0; j < columns; j++) {
            double squares = 0;
            for (double[] row : matrix) {
                squares += row[j] * row[j];
            }
            for (double[] row : matrix) {
                row[j] /= Math.sqrt(squares);
            }
        }
        return matrix;
    }

    /** The condition number squared: ratio of the extreme eigenvalues of A·Aᵀ, by cyclic Jacobi rotations. */
    static double squaredCondition(double[][] a) {
        int n = a.length;
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < a[0].length; k++) {
                    gram[i][j] += a[i][k] * a[j][k];
                }
            }
        }
        boolean turned = true;
        for (int sweep = 0; turned && sweep < 50; sweep++) {
            turned = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(gram[p][q]) > 1e-14 * Math.sqrt(Math.abs(gram[p][p] * gram[q][q]))) {
                        rotate(gram, p, q);
                        turned = true;
                    }
                }
            }
        }
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            smallest = Math.min(smallest, gram[i][i]);
            largest = Math.max(largest, gram[i][i]);
        }
        return smallest <= 0 ? Double.POSITIVE_INFINITY : largest / smallest;
    }

    private static void rotate(double[][] m, int p, int q) {
        double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < m.length; k++) {
            double kp = m[k][p];
            double kq = m[k][q];
            m[k][p] = c * kp - s * kq;
            m[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < m.length; k++) {
            double pk = m[p][k];
            double qk = m[q][k];
            m[p][k] = c * pk - s * qk;
            m[q][k] = s * pk + c * qk;
        }
    }
}
