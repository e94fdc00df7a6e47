package org.distaff.study.plan;

import org.distaff.core.data.Dataset;
import org.distaff.core.failure.Problem;
import org.distaff.core.registry.Contributions;

/** The data set of a cell, with its modifiers. */
public final class CellDataset {

    private CellDataset() {
    }

    /**
     * Opens it.
     *
     * @throws Problem when it is not what it was when the cell was planned
     */
    public static Dataset open(Cell cell, Contributions contributions) {
        Dataset dataset = cell.dataset().open(contributions);
        if (!dataset.digest().equals(cell.datasetDigest())) {
            throw Problem.never("Data set '" + cell.datasetId() + "' has changed since the study was planned.");
        }
        return dataset;
    }
}
