package org.distaff.core.data;

/** What the values of an observation are; {@link ObservationPart} tells apart several kinds in one. */
public enum ObservationKind {
    /** Pixels in [0, 1]. */
    IMAGE,
    /** Real numbers of any size, such as mixtures of sources or a physical field. */
    VECTOR,
    /** Non-negative counts, such as transcripts per gene. */
    COUNTS,
    /** Token ids of a text, one per position; 0 pads. */
    TOKENS
}
