package org.distaff.datasets.darcy;

/**
 * The covariance exp(−r/ℓ) on a square grid, restricted to functions with a parity in each axis. The kernel commutes
 * with both reflections, so its four parity classes can be solved apart: four problems of a quarter of the size, and
 * the degenerate pairs, odd in one axis and even in the other, fall into different classes.
 *
 * <p>Along x the kernel is a part of a circulant matrix of twice the length, which cosines (of even functions) and
 * sines (of odd ones) make diagonal, without an error: what remains is a small matrix along y for each of
 * {@code nodes} frequencies. Cost of a product: about {@code nodes³}.
 */
final class FoldedCovariance {

    private final int nodes;
    private final Parity acrossX;
    private final Parity acrossY;
    /** {@code frequencies × functions of x}. */
    private final double[][] waves;
    /** {@code frequencies × functions of y × functions of y}. */
    private final double[][][] alongY;

    FoldedCovariance(int nodes, double length, Parity acrossX, Parity acrossY) {
        this.nodes = nodes;
        this.acrossX = acrossX;
        this.acrossY = acrossY;
        double[] cosines = new double[2 * nodes - 2];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = StrictMath.cos(2 * Math.PI * i / cosines.length);
        }
        this.waves = waves(cosines);
        double[][] spectrum = spectrum(length, cosines);
        int size = acrossY.size(nodes);
        this.alongY = new double[nodes][size][size];
        for (int frequency = 0; frequency < nodes; frequency++) {
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    alongY[frequency][a][b] = folded(spectrum[frequency], a, b);
                }
            }
        }
    }

    /** √(m / period) ⟨cosine or sine, basis function⟩, where m counts the frequency and its mirror image. */
    private double[][] waves(double[] cosines) {
        int period = cosines.length;
        int shift = acrossX == Parity.EVEN ? 0 : period / 4; // cos(t − ½π) = sin t
        double[][] waves = new double[nodes][acrossX.size(nodes)];
        for (int frequency = 0; frequency < nodes; frequency++) {
            double once = frequency == 0 || frequency == nodes - 1 ? 1 : 2;
            for (int a = 0; a < waves[frequency].length; a++) {
                double wave = cosines[Math.floorMod(frequency * (a - nodes / 2) - shift, period)];
                waves[frequency][a] = Math.sqrt(once / period) * wave / Parity.norm(a, nodes);
            }
        }
        return waves;
    }

    /** Eigenvalues of the circulant matrices, {@code frequencies × distances in y}. */
    private double[][] spectrum(double length, double[] cosines) {
        double[][] spectrum = new double[nodes][nodes];
        for (int x = 0; x < nodes; x++) {
            double once = x == 0 || x == nodes - 1 ? 1 : 2;
            double[] kernel = new double[nodes];
            for (int y = 0; y < nodes; y++) {
                kernel[y] = once * StrictMath.exp(-Math.sqrt((double) x * x + (double) y * y) / (nodes - 1) / length);
            }
            for (int frequency = 0; frequency < nodes; frequency++) {
                Vectors.add(cosines[frequency * x % cosines.length], kernel, spectrum[frequency]);
            }
        }
        return spectrum;
    }

    /** ⟨basis a, kernel · basis b⟩: by symmetry a's mirror node may be left out, counted by the inverse of its norm. */
    private double folded(double[] kernel, int a, int b) {
        int mirror = nodes - 1 - b;
        double sum = kernel[Math.abs(a - b)] + (mirror == b ? 0 : acrossY.sign() * kernel[Math.abs(a - mirror)]);
        return sum * Parity.norm(b, nodes) / Parity.norm(a, nodes);
    }

    int size() {
        return acrossX.size(nodes) * acrossY.size(nodes);
    }

    double[] multiply(double[] vector) {
        int across = acrossX.size(nodes);
        int along = acrossY.size(nodes);
        double[][] sums = new double[across][along];
        for (int frequency = 0; frequency < nodes; frequency++) {
            double[] wave = waves[frequency];
            double[] amplitude = new double[along];
            for (int a = 0; a < across; a++) {
                for (int y = 0; y < along; y++) {
                    amplitude[y] += wave[a] * vector[a * along + y];
                }
            }
            double[] image = new double[along];
            for (int y = 0; y < along; y++) {
                Vectors.add(amplitude[y], alongY[frequency][y], image); // the matrix is symmetric
            }
            for (int a = 0; a < across; a++) {
                Vectors.add(wave[a], image, sums[a]);
            }
        }
        double[] product = new double[vector.length];
        for (int a = 0; a < across; a++) {
            System.arraycopy(sums[a], 0, product, a * along, along);
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
