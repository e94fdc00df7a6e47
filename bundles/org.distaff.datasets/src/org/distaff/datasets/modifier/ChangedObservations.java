package org.distaff.datasets.modifier;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Described;
import org.distaff.core.describe.Parameters;

/**
 * A data set with changed observations. Each row's observation is drawn and changed before the next one is drawn, so
 * that the numbers do not depend on how rows are put into batches.
 */
abstract class ChangedObservations extends ChangedDataset {

    ChangedObservations(Dataset original, Described modifier, Parameters parameters) {
        super(original, modifier, parameters);
    }

    /**
     * Writes one changed observation.
     *
     * @param values   the original observation, channel by channel; may be overwritten
     * @param nuisance source of what the change leaves open
     * @param target   receives this data set's observation from its position on, which is advanced
     */
    abstract void change(float[] values, RandomGenerator nuisance, FloatBuffer target);

    @Override
    public final void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
        int k = factors().count();
        FloatBuffer one = FloatBuffer.allocate(original().observation().values());
        for (int row = 0; row < factorRows.length; row += k) {
            original().observe(Arrays.copyOfRange(factorRows, row, row + k), nuisance, one.clear());
            change(one.array(), nuisance, target);
        }
    }
}
