package org.distaff.metrics.work;

import java.util.Arrays;

import org.distaff.core.progress.Progress;

/** Adds up the progress of pieces of work that are done at the same time. Thread-safe. */
public final class SharedProgress {

    private final Progress whole;
    private final double[] weights;
    private final double[] done;

    /** @param weights how much of the work each piece is, in any unit */
    public SharedProgress(Progress whole, double... weights) {
        this.whole = whole;
        this.weights = weights.clone();
        this.done = new double[weights.length];
    }

    /** Where a piece tells how far it is. */
    public Progress of(int piece) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                whole.report(reached(piece, fraction), message);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    private synchronized double reached(int piece, double fraction) {
        done[piece] = weights[piece] * fraction;
        return Arrays.stream(done).sum() / Arrays.stream(weights).sum();
    }
}
