package org.distaff.datasets.modifier;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.distaff.core.failure.Problem;

/**
 * Training rows drawn uniformly from a list, which evaluation does not know of.
 *
 * @param modifier id of the modifier that chose them
 * @param factors  number of factors K
 * @param rows     {@code N × K} values, row by row
 */
record ChosenRows(String modifier, int factors, Supplier<int[]> rows) implements DrawnRows {

    @Override
    public int[] draw(int points, RandomGenerator random) {
        int[] list = rows.get();
        int[] drawn = new int[points * factors];
        for (int i = 0; i < points; i++) {
            System.arraycopy(list, random.nextInt(list.length / factors) * factors, drawn, i * factors, factors);
        }
        return drawn;
    }

    @Override
    public int[] labelled(int points, RandomGenerator random) {
        return draw(points, random);
    }

    @Override
    public int[] partners(int[] from, RandomGenerator random) {
        throw Problem.never("A subset of a data set has no pairs that differ in one factor; add the modifier 'pairs' "
                + "after 'subset', or leave 'subset' out.");
    }
}
