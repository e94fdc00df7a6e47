package org.distaff.metrics.forest;

/**
 * How large a forest grows.
 *
 * @param trees number of trees, at least 1
 * @param depth largest number of splits between a tree's root and a leaf, at least 1
 */
public record ForestSettings(int trees, int depth) {

    /** A depth that no tree reaches. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;
}
