package org.distaff.tests.datasets;

/** Linear regression by its normal equations. */
final class LeastSquares {

    private LeastSquares() {
    }

    /**
     * The share of the outputs' variance that a linear function of the inputs explains, averaged over the outputs.
     *
     * @param inputs  {@code N × P}, independent columns, one of them constant
     * @param outputs {@code N × Q}
     */
    static double determination(double[][] inputs, double[][] outputs) {
        int p = inputs[0].length;
        int q = outputs[0].length;
        double[][] system = new double[p][p + q];
        double[] sums = new double[q];
        double[] squares = new double[q];
        for (int n = 0; n < inputs.length; n++) {
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    system[a][b] += inputs[n][a] * inputs[n][b];
                }
                for (int j = 0; j < q; j++) {
                    system[a][p + j] += inputs[n][a] * outputs[n][j];
                }
            }
            for (int j = 0; j < q; j++) {
                sums[j] += outputs[n][j];
                squares[j] += outputs[n][j] * outputs[n][j];
            }
        }
        double[][] moments = new double[p][];
        for (int a = 0; a < p; a++) {
            moments[a] = system[a].clone();
        }
        solve(system);
        double mean = 0;
        for (int j = 0; j < q; j++) {
            double explained = -sums[j] * sums[j] / inputs.length;
            for (int a = 0; a < p; a++) {
                explained += system[a][p + j] * moments[a][p + j];
            }
            mean += explained / (squares[j] - sums[j] * sums[j] / inputs.length) / q;
        }
        return mean;
    }

    /** Gauss and Jordan on a symmetric positive matrix, which needs no pivots; solutions stand in the last columns. */
    private static void solve(double[][] system) {
        for (int a = 0; a < system.length; a++) {
            double pivot = system[a][a];
            for (int c = 0; c < system[a].length; c++) {
                system[a][c] /= pivot;
            }
            for (int b = 0; b < system.length; b++) {
                double factor = system[b][a];
                for (int c = 0; b != a && c < system[b].length; c++) {
                    system[b][c] -= factor * system[a][c];
                }
            }
        }
    }
}
