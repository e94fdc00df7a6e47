package org.distaff.datasets.darcy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The largest eigenpairs of the covariance exp(−r/ℓ) on a grid of the unit square, largest first. Eigenvectors have
 * length 1 as vectors, without quadrature weights. Of a degenerate pair the mode that is antisymmetric in x and
 * symmetric in y comes first, and the second is the first one transposed. Signs: the sum of a mode is positive; a mode
 * whose sum is 0 has a positive value at its first node, x before y, with at least half of its largest magnitude.
 *
 * @param values  eigenvalues
 * @param vectors {@code nodes × nodes} values each, x times nodes plus y
 */
public record KarhunenLoeve(double[] values, double[][] vectors) {

    /** Eigenvalues this close, relatively, belong to one degenerate pair. */
    private static final double DEGENERATE = 1e-9;

    private record Mode(double value, double[] vector, int rank) {
    }

    /**
     * Finds the eigenpairs by Lanczos iteration in each class of symmetry.
     *
     * @param nodes  nodes per side
     * @param length ℓ in sides of the square
     * @param modes  how many
     */
    public static KarhunenLoeve of(int nodes, double length, int modes) {
        List<Mode> found = new ArrayList<>();
        for (Parity parity : Parity.values()) {
            FoldedCovariance folded = new FoldedCovariance(nodes, length, parity, parity);
            for (Lanczos.Pair pair : Lanczos.largest(folded::multiply, folded.size(), Math.min(modes, folded.size()))) {
                found.add(new Mode(pair.value(), signed(folded.unfold(pair.vector())), 0));
            }
        }
        FoldedCovariance folded = new FoldedCovariance(nodes, length, Parity.ODD, Parity.EVEN);
        for (Lanczos.Pair pair : Lanczos.largest(folded::multiply, folded.size(), Math.min(modes, folded.size()))) {
            double[] first = signed(folded.unfold(pair.vector()));
            found.add(new Mode(pair.value(), first, 0));
            found.add(new Mode(pair.value() * (1 - DEGENERATE), transposed(first, nodes), 1));
        }
        found.sort(Comparator.comparingDouble((Mode m) -> -m.value()).thenComparingInt(Mode::rank));
        double[] values = new double[modes];
        double[][] vectors = new double[modes][];
        for (int i = 0; i < modes; i++) {
            Mode mode = found.get(i);
            values[i] = mode.rank() == 0 ? mode.value() : mode.value() / (1 - DEGENERATE);
            vectors[i] = mode.vector();
        }
        return new KarhunenLoeve(values, vectors);
    }

    private static double[] transposed(double[] grid, int nodes) {
        double[] transposed = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            transposed[i % nodes * nodes + i / nodes] = grid[i];
        }
        return transposed;
    }

    private static double[] signed(double[] vector) {
        double sum = 0;
        double largest = 0;
        for (double value : vector) {
            sum += value;
            largest = Math.max(largest, Math.abs(value));
        }
        double sign = sum;
        for (int i = 0; Math.abs(sum) < 1e-8 && i < vector.length; i++) {
            if (Math.abs(vector[i]) >= largest / 2) {
                sign = vector[i];
                break;
            }
        }
        for (int i = 0; sign < 0 && i < vector.length; i++) {
            vector[i] = -vector[i];
        }
        return vector;
    }

    /** log K of weights: Σ √λ_i u_i w_i. */
    public double[] field(double[] weights) {
        double[] field = new double[vectors[0].length];
        for (int m = 0; m < weights.length; m++) {
            Vectors.add(Math.sqrt(values[m]) * weights[m], vectors[m], field);
        }
        return field;
    }
}
