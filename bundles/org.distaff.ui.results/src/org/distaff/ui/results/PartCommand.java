package org.distaff.ui.results;

import java.util.function.BooleanSupplier;

import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;

/** A handler of the view: what a command does while the view is active. */
public final class PartCommand {

    private final BooleanSupplier possible;
    private final Runnable work;

    PartCommand(BooleanSupplier possible, Runnable work) {
        this.possible = possible;
        this.work = work;
    }

    /** Whether there is something to do it with. */
    @CanExecute
    public boolean isPossible() {
        return possible.getAsBoolean();
    }

    /** Does it. */
    @Execute
    public void run() {
        work.run();
    }
}
