package org.distaff.core.data;

/** How the values of a factor of variation relate to each other. */
public enum FactorKind {
    /** Names without order (shape). */
    NOMINAL,
    /** Ordered levels (scale). */
    ORDINAL,
    /** Ordered, and the last value is next to the first (orientation, hue). */
    CIRCULAR,
    /** Samples of a real quantity (position). */
    CONTINUOUS
}
