package org.distaff.datasets.work;

import org.distaff.core.data.FactorSpace;

/** Helps data sets that have observations for some factor rows only. */
public final class Listing {

    private Listing() {
    }

    /** The factor of a real number in [from, to] cut into {@code levels} equal steps; what lies outside is clipped. */
    public static int level(double value, double from, double to, int levels) {
        return Math.clamp((long) Math.floor((value - from) / (to - from) * levels), 0, levels - 1);
    }

    /** The middle of a level: what {@link #level} turns back into that level. */
    public static double value(int level, double from, double to, int levels) {
        return from + (level + 0.5) * (to - from) / levels;
    }

    /** Row {@code i} of {@code N × K} values. */
    public static int[] row(int[] rows, FactorSpace space, int i) {
        int[] row = new int[space.count()];
        System.arraycopy(rows, i * row.length, row, 0, row.length);
        return row;
    }
}
