package org.distaff.datasets.file;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.data.PartedDataset;

/**
 * Observations with the factors of each one.
 *
 * @param table   the observations
 * @param listed  factor row of each
 * @param kind    what the values are
 * @param digest  names the content
 */
public record ListedDataset(ObservationTable table, ListedFactors listed, ObservationKind kind, String digest)
        implements PartedDataset {

    @Override
    public FactorSpace factors() {
        return listed.space();
    }

    @Override
    public ObservationShape observation() {
        return table.shape();
    }

    @Override
    public List<ObservationPart> parts() {
        return List.of(new ObservationPart("observation", kind, table.shape(), table.words()));
    }

    @Override
    public Optional<int[]> rows() {
        return Optional.of(listed.rows());
    }

    @Override
    public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        int k = listed.space().count();
        for (int at = 0; at < factorRows.length; at += k) {
            table.write(listed.observation(Arrays.copyOfRange(factorRows, at, at + k), nuisance), target);
        }
    }
}
