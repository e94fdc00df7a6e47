package org.distaff.datasets.modifier;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.data.PartedDataset;
import org.distaff.core.data.TrainingRows;
import org.distaff.core.describe.Described;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;

/** A data set that is the one it changes in everything that a subclass leaves alone. */
abstract class ChangedDataset implements PartedDataset {

    private final Dataset original;
    private final String digest;

    ChangedDataset(Dataset original, Described modifier, Parameters parameters) {
        this.original = original;
        Description description = modifier.describe();
        this.digest = original.digest() + " + " + description.id() + "/" + description.version() + parameters;
    }

    Dataset original() {
        return original;
    }

    @Override
    public FactorSpace factors() {
        return original.factors();
    }

    @Override
    public ObservationShape observation() {
        return original.observation();
    }

    @Override
    public ObservationKind kind() {
        return original.kind();
    }

    /** The original's parts as long as the shape is the original's. */
    @Override
    public List<ObservationPart> parts() {
        return observation().equals(original.observation()) ? ObservationPart.of(original)
                : List.of(new ObservationPart("observation", kind(), observation()));
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        original.observe(factorRows, nuisance, target);
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public Optional<int[]> rows() {
        return original.rows();
    }

    @Override
    public TrainingRows training() {
        return original.training();
    }
}
