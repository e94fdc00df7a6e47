package org.distaff.ui;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;

/**
 * Lets controls follow the toolkit's own colours when these change in a running workbench. On GTK, a control whose
 * colour is taken back keeps the default of that moment; a theme takes colours back before the toolkit turns from dark
 * to light, and texts would stay as light as they were.
 */
final class SystemColours {

    private static final int[] FOREGROUNDS = {SWT.COLOR_WIDGET_FOREGROUND, SWT.COLOR_LIST_FOREGROUND};
    private static final int[] BACKGROUNDS = {SWT.COLOR_WIDGET_BACKGROUND, SWT.COLOR_LIST_BACKGROUND};

    private final Display display;
    private List<Color> foregrounds;
    private List<Color> backgrounds;

    private SystemColours(Display display) {
        this.display = display;
        foregrounds = colours(FOREGROUNDS);
        backgrounds = colours(BACKGROUNDS);
    }

    /** Begins to follow; on the user interface thread. */
    static void follow(Display display) {
        SystemColours colours = new SystemColours(display);
        display.addListener(SWT.Settings, event -> display.asyncExec(colours::changed));
    }

    private List<Color> colours(int[] ids) {
        return Arrays.stream(ids).mapToObj(display::getSystemColor).toList();
    }

    private void changed() {
        List<Color> oldForegrounds = foregrounds;
        List<Color> oldBackgrounds = backgrounds;
        foregrounds = colours(FOREGROUNDS);
        backgrounds = colours(BACKGROUNDS);
        if (!foregrounds.equals(oldForegrounds) || !backgrounds.equals(oldBackgrounds)) {
            Arrays.stream(display.getShells()).forEach(shell -> each(shell, control -> {
                Color text = control.getForeground();
                if (oldForegrounds.contains(text) || hasItems(control) && foregrounds.contains(text)) {
                    control.setForeground(foregrounds.get(0)); // what is null already would not be read again
                    control.setForeground(null);
                }
                if (oldBackgrounds.contains(control.getBackground())) {
                    control.setBackground(backgrounds.get(0));
                    control.setBackground(null);
                }
                // the tab in front stores the default when its colour is taken back
                if (control instanceof CTabFolder tabs && oldBackgrounds.contains(tabs.getSelectionBackground())) {
                    tabs.setSelectionBackground((Color) null);
                }
            }));
        }
    }

    /** Without a colour of its own, such a control says the new default but draws its items in the old one. */
    private static boolean hasItems(Control control) {
        return control instanceof Table || control instanceof Tree;
    }

    private static void each(Control control, Consumer<Control> work) {
        work.accept(control);
        if (control instanceof Composite composite) {
            Arrays.stream(composite.getChildren()).forEach(child -> each(child, work));
        }
    }
}
