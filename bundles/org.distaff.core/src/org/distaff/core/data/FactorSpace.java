package org.distaff.core.data;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All combinations of the factors of variation. A combination is a <em>factor row</em>: one value per factor, in the
 * factors' order. The index of a row counts with the last factor fastest.
 */
public record FactorSpace(List<Factor> factors) {

    public FactorSpace {
        factors = List.copyOf(factors);
    }

    /** Number of factors K. */
    public int count() {
        return factors.size();
    }

    /** Number of values of factor {@code k}. */
    public int size(int k) {
        return factors.get(k).size();
    }

    /** Number of combinations; exact up to 2⁶³−1. */
    public long combinations() {
        long product = 1;
        for (Factor factor : factors) {
            product = Math.multiplyExact(product, (long) factor.size());
        }
        return product;
    }

    /** The factor row with that index, in [0, {@link #combinations()}). */
    public int[] row(long index) {
        int[] row = new int[count()];
        long rest = index;
        for (int k = count() - 1; k >= 0; k--) {
            row[k] = (int) (rest % size(k));
            rest /= size(k);
        }
        return row;
    }

    /** The index of a factor row. */
    public long index(int[] row) {
        long index = 0;
        for (int k = 0; k < count(); k++) {
            index = index * size(k) + row[k];
        }
        return index;
    }

    /**
     * Draws factor rows uniformly and independently, with replacement.
     *
     * @return {@code points × K} values, row by row
     */
    public int[] sample(int points, RandomGenerator random) {
        int[] sizes = factors.stream().mapToInt(Factor::size).toArray();
        int[] rows = new int[points * sizes.length];
        for (int i = 0; i < rows.length;) {
            for (int size : sizes) {
                rows[i++] = random.nextInt(size);
            }
        }
        return rows;
    }
}
