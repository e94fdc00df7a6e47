package org.distaff.training.engine;

/** How a pass treats layers that behave differently while learning. */
public enum Mode {
    /** Batch statistics, which move the running ones; power iterations; dropout. */
    TRAIN,
    /** As {@link #TRAIN}, but running statistics and singular vectors stay as they are (a momentum of 0). */
    FROZEN,
    /** Running statistics, nothing dropped, nothing changed: what an exported network does. */
    EVALUATE
}
