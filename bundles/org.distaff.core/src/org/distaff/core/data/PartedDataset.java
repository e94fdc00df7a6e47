package org.distaff.core.data;

import java.util.List;

/**
 * A data set that can say more about its observations than one shape and kind: that they are made of several modalities,
 * or which words its tokens stand for. Whoever needs no such thing sees one flat observation.
 */
public interface PartedDataset extends Dataset {

    /** The parts in the order of their values, at least one; their values add up to the observation's. */
    List<ObservationPart> parts();
}
