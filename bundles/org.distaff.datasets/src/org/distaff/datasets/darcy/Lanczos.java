package org.distaff.datasets.darcy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.random.RandomStreams;

/**
 * The largest eigenvalues of a symmetric operator and their eigenvectors, by Lanczos' method with full
 * reorthogonalisation. The Krylov space grows until the wanted pairs have residuals below 1e-11 of the largest
 * eigenvalue, or is the whole space.
 */
final class Lanczos {

    private static final double TOLERANCE = 1e-11;
    private static final int GROWTH = 30;

    /** @param vector length 1 */
    record Pair(double value, double[] vector) {
    }

    private final UnaryOperator<double[]> operator;
    private final int size;
    private final List<double[]> basis = new ArrayList<>();
    private final double[] diagonal;
    private final double[] beside;

    private Lanczos(UnaryOperator<double[]> operator, int size) {
        this.operator = operator;
        this.size = size;
        this.diagonal = new double[size];
        this.beside = new double[size];
    }

    /** The {@code wanted} largest pairs, largest first. */
    static List<Pair> largest(UnaryOperator<double[]> operator, int size, int wanted) {
        Lanczos lanczos = new Lanczos(operator, size);
        RandomGenerator random = RandomStreams.derive(0, "lanczos");
        double[] next = IntStream.range(0, size).mapToDouble(i -> random.nextDouble() - 0.5).toArray();
        lanczos.add(next);
        while (true) {
            int goal = Math.min(size, lanczos.basis.size() + wanted + GROWTH);
            while (lanczos.basis.size() < goal && lanczos.step()) {
                continue;
            }
            List<Pair> ritz = lanczos.ritz(Math.min(wanted, lanczos.basis.size()));
            if (lanczos.basis.size() < goal || goal == size || lanczos.converged(ritz)) {
                return ritz;
            }
        }
    }

    private void add(double[] vector) {
        double length = Math.sqrt(Vectors.dot(vector, vector));
        for (int i = 0; i < size; i++) {
            vector[i] /= length;
        }
        basis.add(vector);
    }

    /** Adds a basis vector; false when the space is invariant. The last diagonal entry belongs to the last vector. */
    private boolean step() {
        int last = basis.size() - 1;
        double[] vector = operator.apply(basis.get(last));
        diagonal[last] = Vectors.dot(vector, basis.get(last));
        for (int round = 0; round < 2; round++) { // once more removes what rounding left
            for (double[] earlier : basis) {
                Vectors.add(-Vectors.dot(vector, earlier), earlier, vector);
            }
        }
        beside[last] = Math.sqrt(Vectors.dot(vector, vector));
        if (beside[last] < 1e-13 * Math.abs(diagonal[0])) {
            return false;
        }
        add(vector);
        return true;
    }

    /** Pairs of the tridiagonal matrix, carried back. */
    private List<Pair> ritz(int wanted) {
        int m = basis.size();
        diagonal[m - 1] = Vectors.dot(operator.apply(basis.get(m - 1)), basis.get(m - 1));
        double[][] vectors = new double[m][m];
        double[] values = Tridiagonal.solve(Arrays.copyOf(diagonal, m), Arrays.copyOf(beside, m), vectors);
        int[] order = IntStream.range(0, m).boxed().sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(Integer::intValue).toArray();
        List<Pair> pairs = new ArrayList<>();
        for (int w = 0; w < wanted; w++) {
            double[] vector = new double[size];
            for (int k = 0; k < m; k++) {
                Vectors.add(vectors[k][order[w]], basis.get(k), vector);
            }
            pairs.add(new Pair(values[order[w]], vector));
        }
        return pairs;
    }

    private boolean converged(List<Pair> pairs) {
        for (Pair pair : pairs) {
            double[] image = operator.apply(pair.vector());
            Vectors.add(-pair.value(), pair.vector(), image);
            if (Math.sqrt(Vectors.dot(image, image)) > TOLERANCE * pairs.get(0).value()) {
                return false;
            }
        }
        return true;
    }
}
