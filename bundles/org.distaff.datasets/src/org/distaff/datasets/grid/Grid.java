package org.distaff.datasets.grid;

import java.util.random.RandomGenerator;

/**
 * The order in which images stand: a row-major grid of axes, the last one fastest.
 *
 * @param sizes  length of each axis
 * @param factor which factor of variation each axis is; −1 for a hidden one, whose value is drawn uniformly
 */
public record Grid(int[] sizes, int[] factor) {

    /** A grid whose axes are the factors in order. */
    public static Grid of(int... sizes) {
        int[] factor = new int[sizes.length];
        for (int a = 0; a < factor.length; a++) {
            factor[a] = a;
        }
        return new Grid(sizes, factor);
    }

    /** Index of the image of the factor row that begins at a place of an array. */
    public long index(int[] rows, int at, RandomGenerator nuisance) {
        long index = 0;
        for (int a = 0; a < sizes.length; a++) {
            int value = factor[a] < 0 ? nuisance.nextInt(sizes[a]) : rows[at + factor[a]];
            if (value < 0 || value >= sizes[a]) {
                throw new IndexOutOfBoundsException("value " + value + " of a factor of " + sizes[a]);
            }
            index = index * sizes[a] + value;
        }
        return index;
    }
}
