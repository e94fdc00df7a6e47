package org.distaff.ui;

import org.distaff.core.describe.Described;
import org.distaff.study.store.StoredCell;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Shows one finished cell in a way of its own, as a tab of the results view. Contributed through the extension point
 * {@code org.distaff.ui.views}; stateless, so one instance serves every cell and window.
 */
public interface ResultView extends Described {

    /**
     * Makes what is shown of a cell; called on the user interface thread, must return at once and read files in a job.
     *
     * @param parent has a fill layout and no other child
     * @param cell   a finished cell
     * @return the control below the parent; the caller disposes of it
     */
    Control create(Composite parent, StoredCell cell);
}
