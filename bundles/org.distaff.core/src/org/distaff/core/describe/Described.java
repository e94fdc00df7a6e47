package org.distaff.core.describe;

/**
 * Something that tells what it is as data. Every contribution (data set, model, metric, launcher, command) is one;
 * command-line help, wizard pages, completion and result columns are generated from the description alone.
 */
public interface Described {

    /** Returns the same description on every call; cheap, no side effects. */
    Description describe();
}
