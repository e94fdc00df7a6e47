package org.distaff.core.data;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.failure.Problem;

/** Training rows drawn like test rows, see {@link TrainingRows#uniform}. */
record UniformRows(Dataset dataset) implements TrainingRows {

    @Override
    public int[] draw(int points, RandomGenerator random) {
        return Dataset.sample(dataset, points, random);
    }

    @Override
    public int[] labelled(int points, RandomGenerator random) {
        return draw(points, random);
    }

    @Override
    public int[] partners(int[] rows, RandomGenerator random) {
        if (dataset.rows().isPresent()) {
            throw Problem.never("The data set lists its observations and has no pairs that differ in one factor; "
                    + "wrap it with the modifier 'pairs', or choose a data set with every combination.");
        }
        FactorSpace space = dataset.factors();
        int[] varying = IntStream.range(0, space.count()).filter(k -> space.size(k) > 1).toArray();
        int[] partners = rows.clone();
        for (int row = 0; row < rows.length && varying.length > 0; row += space.count()) {
            int k = varying[random.nextInt(varying.length)];
            int other = random.nextInt(space.size(k) - 1);
            partners[row + k] = other < rows[row + k] ? other : other + 1;
        }
        return partners;
    }
}
