package org.distaff.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;

/** Switches between the light and the dark theme. */
public final class ThemeHandler extends AbstractHandler {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    @Override
    public Object execute(ExecutionEvent event) {
        engine().setTheme(isDark() ? LIGHT : DARK, true);
        return null;
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }

    /** Whether the workbench is dark now. */
    public static boolean isDark() {
        IThemeEngine engine = engine();
        return engine != null && engine.getActiveTheme() != null && engine.getActiveTheme().getId().startsWith(DARK);
    }
}
