package org.distaff.tests.evaluate;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;

/** Observations of two pixels that are the values of two factors. */
public final class CountingDataset implements Dataset {

    /** One row of two grey pixels. */
    public static final ObservationShape SHAPE = new ObservationShape(1, 1, 2);

    @Override
    public FactorSpace factors() {
        return new FactorSpace(List.of(new Factor("a", 3, FactorKind.ORDINAL), new Factor("b", 4, FactorKind.ORDINAL)));
    }

    @Override
    public ObservationShape observation() {
        return SHAPE;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int value : factorRows) {
            target.put(value);
        }
    }

    @Override
    public String digest() {
        return "counting";
    }
}
