package org.distaff.core.data;

import org.distaff.core.describe.Described;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/**
 * Changes any data set, contributed through {@code org.distaff.core.datasets} as {@code <modifier>}. A study file names
 * it as a key beside the data set's id: {@code {id: sprites, correlation: {pairs: shape-scale, sigma: 0.1}}}; several
 * apply in the order in which they stand there. Stateless.
 */
public interface DatasetModifier extends Described {

    /**
     * The changed data set. Its digest must name the original's digest, this modifier with its version, and the
     * parameters.
     *
     * @throws Problem (input) when the data set cannot be changed this way, naming what it lacks
     */
    Dataset modify(Dataset dataset, Parameters parameters);
}
