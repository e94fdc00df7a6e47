package org.distaff.core.progress;

/** Where long work reports how far it is and hears that it was cancelled. Thread-safe. */
public interface Progress {

    /** Reports nothing and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String message) {
            // nobody listens
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * @param fraction share of this piece of work that is done, in [0, 1]
     * @param message  what is being done, in the user's words ("training beta-vae: step 300 of 3000")
     */
    void report(double fraction, String message);

    /** Whether the user asked to stop. */
    boolean cancelled();

    /** Ends the work if the user asked to stop; call it in every loop that takes more than 50 ms. */
    default void check() {
        if (cancelled()) {
            throw new Cancelled();
        }
    }

    /** The part of this progress from fraction {@code from} to fraction {@code to}, as a progress of its own. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                whole.report(from + (to - from) * fraction, message);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}
