package org.distaff.study.evaluate;

import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.model.ModelCard;

/**
 * A data set seen through its factors: an observation is the row of its factor values, 1×1×K. What encoders are shown that
 * are told the truth.
 *
 * @param dataset the data set itself
 */
public record FactorObservations(Dataset dataset) implements Dataset {

    /** The data set as an encoder sees it: itself, or its factors. */
    public static Dataset seenBy(ModelCard card, Dataset dataset) {
        return card.readsFactors() ? new FactorObservations(dataset) : dataset;
    }

    @Override
    public FactorSpace factors() {
        return dataset.factors();
    }

    @Override
    public ObservationShape observation() {
        return new ObservationShape(1, 1, dataset.factors().count());
    }

    @Override
    public ObservationKind kind() {
        return ObservationKind.VECTOR;
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        for (int value : factorRows) {
            target.put(value);
        }
    }

    @Override
    public Optional<int[]> rows() {
        return dataset.rows();
    }

    @Override
    public String digest() {
        return dataset.digest();
    }
}
