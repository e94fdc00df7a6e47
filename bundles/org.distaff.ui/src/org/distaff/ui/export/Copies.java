package org.distaff.ui.export;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The clipboard, and menus that lead to it. On the user interface thread. */
public final class Copies {

    private Copies() {
    }

    /** Puts something into the clipboard. */
    public static void copy(Display display, Object content, Transfer transfer) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {content}, new Transfer[] {transfer});
        } finally {
            clipboard.dispose();
        }
    }

    /** Adds an entry to a menu. */
    public static MenuItem item(Menu menu, String text, Runnable work) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> work.run());
        return item;
    }
}
