package org.distaff.study.run;

import java.time.Duration;

/** The moment after which a run starts nothing new; there may be none. */
final class RunDeadline {

    private final boolean limited;
    private final long end;

    /** @param budget from now on; {@code null} for no limit */
    RunDeadline(Duration budget) {
        this.limited = budget != null;
        this.end = limited ? System.nanoTime() + budget.toNanos() : 0;
    }

    boolean isOver() {
        return limited && System.nanoTime() - end > 0;
    }
}
