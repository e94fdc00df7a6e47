package org.distaff.core.progress;

/** Thrown out of work that the user cancelled; not an error. */
public final class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Cancelled() {
        super("Cancelled.", null, false, false);
    }
}
