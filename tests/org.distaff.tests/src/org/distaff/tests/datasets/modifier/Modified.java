package org.distaff.tests.datasets.modifier;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameters;
import org.distaff.core.random.RandomStreams;

/** A data set to change: factors a 4, b 3, c 5 (and a d with one value); the observation is a ramp scaled by factor a. */
record Modified(ObservationShape observation, Optional<int[]> rows) implements Dataset {

    Modified() {
        this(new ObservationShape(1, 4, 6), Optional.empty());
    }

    @Override
    public FactorSpace factors() {
        return new FactorSpace(List.of(new Factor("a", 4, FactorKind.ORDINAL), new Factor("b", 3, FactorKind.ORDINAL),
                new Factor("c", 5, FactorKind.ORDINAL), new Factor("d", 1, FactorKind.NOMINAL)));
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int row = 0; row < factorRows.length; row += 4) {
            for (int i = 0; i < observation.values(); i++) {
                target.put((1 + factorRows[row]) * i / (4f * observation.values()));
            }
        }
    }

    @Override
    public String digest() {
        return "ramp";
    }

    static Dataset modify(DatasetModifier modifier, Dataset dataset, Map<String, ?> parameters) {
        return modifier.modify(dataset, Parameters.of(modifier, parameters));
    }

    /** How often each combination is drawn for training, by index. */
    static int[] counts(Dataset dataset, int draws) {
        int[] rows = dataset.training().draw(draws, RandomStreams.derive(5, "counts"));
        return count(dataset, rows);
    }

    static int[] count(Dataset dataset, int[] rows) {
        int k = dataset.factors().count();
        int[] counts = new int[(int) dataset.factors().combinations()];
        for (int i = 0; i < rows.length; i += k) {
            counts[(int) dataset.factors().index(java.util.Arrays.copyOfRange(rows, i, i + k))]++;
        }
        return counts;
    }

    /** One observation, with nuisance of a seed. */
    static float[] observe(Dataset dataset, int seed, int... row) {
        FloatBuffer target = FloatBuffer.allocate(dataset.observation().values());
        dataset.observe(row, RandomStreams.derive(seed, "nuisance"), target);
        return target.array();
    }
}
