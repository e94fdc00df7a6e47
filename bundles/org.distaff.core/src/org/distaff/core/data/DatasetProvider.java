package org.distaff.core.data;

import org.distaff.core.describe.Described;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/** Contributes a data set through {@code org.distaff.core.datasets}. */
public interface DatasetProvider extends Described {

    /**
     * Opens the data set; cheap for generators, a memory map for files.
     *
     * @throws Problem when its files are missing or damaged
     */
    Dataset open(Parameters parameters);
}
