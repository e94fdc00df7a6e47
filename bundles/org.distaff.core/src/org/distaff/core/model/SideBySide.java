package org.distaff.core.model;

/**
 * How a model would train beside others as one program.
 *
 * @param key         what models must agree on besides data set, settings, threads and device: the architecture and
 *                    whatever else {@link Model#trainTogether} does not let differ, in words
 * @param limit       most models that gain from going together where this one would train, 1 where none does
 * @param accelerated whether they would go to a device that all models share, rather than to a core of their own
 */
public record SideBySide(String key, int limit, boolean accelerated) {
}
