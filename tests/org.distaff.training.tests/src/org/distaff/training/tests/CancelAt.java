package org.distaff.training.tests;

import org.distaff.core.progress.Progress;

/** A user who cancels when asked for the n-th time. */
final class CancelAt implements Progress {

    private final int limit;
    private int asked;
    private double furthest;

    CancelAt(int limit) {
        this.limit = limit;
    }

    @Override
    public void report(double fraction, String message) {
        furthest = Math.max(furthest, fraction);
    }

    @Override
    public boolean cancelled() {
        return ++asked >= limit;
    }

    /** Largest fraction heard of. */
    double furthest() {
        return furthest;
    }
}
