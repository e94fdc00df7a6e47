package org.distaff.datasets.darcy;

/**
 * The covariance exp(−r/ℓ) on a square grid, restricted to functions with a parity in each axis. The kernel commutes
 * with both reflections, so its four parity classes can be solved apart: four problems of a quarter of the size, and
 * the degenerate pairs, odd in one axis and even in the other, fall into different classes.
 */
final class FoldedCovariance {

    private final int nodes;
    private final Parity acrossX;
    private final Parity acrossY;
    private final double[][] matrix;

    FoldedCovariance(int nodes, double length, Parity acrossX, Parity acrossY) {
        this.nodes = nodes;
        this.acrossX = acrossX;
        this.acrossY = acrossY;
        double[][] kernel = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                kernel[i][j] = StrictMath.exp(-Math.sqrt((double) i * i + (double) j * j) / (nodes - 1) / length);
            }
        }
        int sizeX = acrossX.size(nodes);
        int sizeY = acrossY.size(nodes);
        this.matrix = new double[sizeX * sizeY][sizeX * sizeY];
        for (int a = 0; a < matrix.length; a++) {
            for (int b = 0; b <= a; b++) {
                matrix[a][b] = folded(kernel, a / sizeY, a % sizeY, b / sizeY, b % sizeY);
                matrix[b][a] = matrix[a][b];
            }
        }
    }

    /** ⟨basis a, C basis b⟩: by symmetry a's nodes but its own may be left out, counted by the inverse of its norm. */
    private double folded(double[][] kernel, int ax, int ay, int bx, int by) {
        int mirrorX = nodes - 1 - bx;
        int mirrorY = nodes - 1 - by;
        boolean twinX = mirrorX != bx;
        boolean twinY = mirrorY != by;
        double sum = kernel[Math.abs(ax - bx)][Math.abs(ay - by)];
        if (twinX) {
            sum += acrossX.sign() * kernel[Math.abs(ax - mirrorX)][Math.abs(ay - by)];
        }
        if (twinY) {
            sum += acrossY.sign() * kernel[Math.abs(ax - bx)][Math.abs(ay - mirrorY)];
        }
        if (twinX && twinY) {
            sum += acrossX.sign() * acrossY.sign() * kernel[Math.abs(ax - mirrorX)][Math.abs(ay - mirrorY)];
        }
        return sum * Parity.norm(bx, nodes) * Parity.norm(by, nodes)
                / (Parity.norm(ax, nodes) * Parity.norm(ay, nodes));
    }

    int size() {
        return matrix.length;
    }

    double[] multiply(double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            double[] row = matrix[i];
            double sum = 0;
            for (int j = 0; j < vector.length; j++) {
                sum += row[j] * vector[j];
            }
            product[i] = sum;
        }
        return product;
    }

    /** A vector of the class as values on the grid, {@code nodes × nodes}, x times nodes plus y. */
    double[] unfold(double[] vector) {
        double[] grid = new double[nodes * nodes];
        int sizeY = acrossY.size(nodes);
        for (int a = 0; a < vector.length; a++) {
            int x = a / sizeY;
            int y = a % sizeY;
            double value = vector[a] * Parity.norm(x, nodes) * Parity.norm(y, nodes);
            int mirrorX = nodes - 1 - x;
            int mirrorY = nodes - 1 - y;
            grid[x * nodes + y] = value;
            grid[mirrorX * nodes + mirrorY] = value * (mirrorX == x ? 1 : acrossX.sign())
                    * (mirrorY == y ? 1 : acrossY.sign());
            if (mirrorX != x) {
                grid[mirrorX * nodes + y] = value * acrossX.sign();
            }
            if (mirrorY != y) {
                grid[x * nodes + mirrorY] = value * acrossY.sign();
            }
        }
        return grid;
    }
}
