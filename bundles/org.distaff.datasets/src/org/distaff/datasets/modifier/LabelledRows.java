package org.distaff.datasets.modifier;

import java.util.random.RandomGenerator;

import org.distaff.core.data.TrainingRows;

/** Training rows of which only chosen ones come with labels. */
record LabelledRows(TrainingRows original, ChosenRows chosen) implements DrawnRows {

    @Override
    public String modifier() {
        return chosen.modifier();
    }

    @Override
    public int[] draw(int points, RandomGenerator random) {
        return original.draw(points, random);
    }

    @Override
    public int[] labelled(int points, RandomGenerator random) {
        return chosen.draw(points, random);
    }

    @Override
    public int[] partners(int[] rows, RandomGenerator random) {
        return original.partners(rows, random);
    }
}
