package org.distaff.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/**
 * Check boxes whose tick can be seen. GTK paints the fill of a checked box as its background and the tick white; a
 * theme that gives the box a background takes the fill away and leaves a white tick on a white ground. The toolkit has
 * a light and a dark look of its own, so the theme's is not needed.
 */
public final class CheckBox {

    private static final String NOT_STYLED = "org.eclipse.e4.ui.css.disabled";

    private CheckBox() {
    }

    /** Makes a check box that the theme leaves as the toolkit draws it. */
    public static Button create(Composite parent) {
        Button box = new Button(parent, SWT.CHECK);
        box.setData(NOT_STYLED, Boolean.TRUE);
        return box;
    }
}
