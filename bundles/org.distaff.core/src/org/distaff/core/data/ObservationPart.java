package org.distaff.core.data;

import java.util.List;

/**
 * A stretch of an observation's values that has a meaning of its own.
 *
 * @param name  kebab-case name ("image")
 * @param kind  what its values are
 * @param shape their shape; they stand channel by channel, row by row
 * @param words what the numbers of {@link ObservationKind#TOKENS tokens} stand for, by their id; empty when not known
 */
public record ObservationPart(String name, ObservationKind kind, ObservationShape shape, List<String> words) {

    public ObservationPart {
        words = List.copyOf(words);
    }

    /** A part of anything but tokens. */
    public ObservationPart(String name, ObservationKind kind, ObservationShape shape) {
        this(name, kind, shape, List.of());
    }

    /** The parts of a data set's observations in the order of their values; the whole observation if it has no others. */
    public static List<ObservationPart> of(Dataset dataset) {
        return dataset instanceof PartedDataset parted ? parted.parts()
                : List.of(new ObservationPart("observation", dataset.kind(), dataset.observation()));
    }
}
