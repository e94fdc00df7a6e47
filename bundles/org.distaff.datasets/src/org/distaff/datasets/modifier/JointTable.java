package org.distaff.datasets.modifier;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.FactorSpace;
import org.distaff.core.failure.Problem;

/**
 * The joint distribution of coupled factors as cumulative weights, drawn from by inverting it: exact, without rejection,
 * logarithmic in the number of combinations.
 */
final class JointTable {

    /** 32 million combinations are 256 MB. */
    private static final long MAXIMUM = 1L << 25;

    private final FactorSpace space;
    private final int[] factors;
    private final double[] cumulative;

    JointTable(FactorSpace space, int[] factors, List<Coupling> couplings) {
        this.space = space;
        this.factors = factors;
        long size = 1;
        for (int k : factors) {
            size *= space.size(k);
            if (size > MAXIMUM) {
                throw Problem.input("The coupled factors have more than " + MAXIMUM
                        + " combinations; couple fewer factors, or choose a data set with fewer values.");
            }
        }
        this.cumulative = new double[(int) size];
        int[] row = new int[space.count()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            unpack(i, row, 0);
            double weight = 1;
            for (Coupling coupling : couplings) {
                weight *= coupling.weight().applyAsDouble(row);
            }
            sum += weight;
            cumulative[i] = sum;
        }
        if (sum <= 0) {
            throw Problem.input("No combination of factors is left to train on; hold out less.");
        }
    }

    int[] factors() {
        return factors;
    }

    /** Overwrites the coupled factors of the row that begins there. */
    void draw(int[] rows, int start, RandomGenerator random) {
        unpack(invert(cumulative, random), rows, start);
    }

    private void unpack(int index, int[] rows, int start) {
        int rest = index;
        for (int i = factors.length - 1; i >= 0; i--) {
            int size = space.size(factors[i]);
            rows[start + factors[i]] = rest % size;
            rest /= size;
        }
    }

    /** An index drawn with probability proportional to its step in the cumulative weights. */
    static int invert(double[] cumulative, RandomGenerator random) {
        double u = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, u);
        int index = found < 0 ? -found - 1 : found + 1;
        while (index < cumulative.length && cumulative[index] <= u) {
            index++; // found in a run of equal sums, whose later steps are zero
        }
        return index < cumulative.length ? index : last(cumulative);
    }

    /** The last index with a positive step; rounding u·sum up to sum must not draw a weight of zero. */
    private static int last(double[] cumulative) {
        int last = cumulative.length - 1;
        while (last > 0 && cumulative[last] == cumulative[last - 1]) {
            last--;
        }
        return last;
    }
}
