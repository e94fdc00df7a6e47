package org.distaff.training.bench;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.random.RandomStreams;

/** Uniform noise in memory: a data set whose observations cost a copy, so that training is what is measured. */
public final class FixedPictures implements Dataset {

    private static final int COUNT = 1024;

    private final ObservationShape shape;
    private final float[] values;

    public FixedPictures(ObservationShape shape) {
        this.shape = shape;
        this.values = new float[COUNT * shape.values()];
        RandomGenerator random = RandomStreams.derive(0, "bench/pictures");
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
    }

    @Override
    public FactorSpace factors() {
        return new FactorSpace(List.of(new Factor("picture", COUNT, FactorKind.NOMINAL)));
    }

    @Override
    public ObservationShape observation() {
        return shape;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int row : factorRows) {
            target.put(values, row * shape.values(), shape.values());
        }
    }

    @Override
    public String digest() {
        return "fixed-pictures/" + shape;
    }
}
