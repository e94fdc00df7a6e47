package org.distaff.ui.tests.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.distaff.ui.QuickStartProject;
import org.distaff.ui.ThemeHandler;
import org.distaff.ui.study.StudyEditor;
import org.distaff.ui.tests.Studies;
import org.distaff.ui.tests.Workbench;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThemeTest {

    private static final String TOGGLE = "org.distaff.ui.theme";

    @AfterEach
    void backToLight() {
        if (Workbench.uiGet(ThemeHandler::isDark)) {
            Workbench.execute(TOGGLE);
        }
        Studies.closeAll();
        Workbench.assertNothingLogged();
    }

    @Test
    void togglesToDarkAndBack() {
        StudyEditor editor = Studies.open(ResourcesPlugin.getWorkspace().getRoot().getProject(QuickStartProject.NAME)
                .getFile(QuickStartProject.FILE));
        assertFalse(Workbench.uiGet(ThemeHandler::isDark));
        Workbench.until("the text is light", () -> brightness(text(editor).getBackground()) > 200);
        Workbench.screenshot("light");
        RGB lightComment = Workbench.uiGet(() -> comment(editor));

        Workbench.execute(TOGGLE);
        assertTrue(Workbench.uiGet(ThemeHandler::isDark));
        Workbench.until("the text is dark", () -> brightness(text(editor).getBackground()) < 100);
        // the colours of words that are there already change with the theme, not only of those typed later
        Workbench.until("comments change their colour", () -> !comment(editor).equals(lightComment));
        Workbench.until("comments read on dark", () -> contrast(comment(editor), text(editor).getBackground().getRGB()) >= 4.5);
        Workbench.screenshot("dark");

        Workbench.execute(TOGGLE);
        assertFalse(Workbench.uiGet(ThemeHandler::isDark));
        Workbench.until("the text is light again", () -> brightness(text(editor).getBackground()) > 200);
        Workbench.until("comments are as before", () -> comment(editor).equals(lightComment));
        assertEquals(lightComment, Workbench.uiGet(() -> comment(editor)));
        // 4.5:1 is what WCAG 2.1 (success criterion 1.4.3) asks of text
        assertTrue(Workbench.uiGet(() -> contrast(comment(editor), text(editor).getBackground().getRGB())) >= 4.5);
    }

    private static StyledText text(StudyEditor editor) {
        return (StyledText) editor.getAdapter(Control.class);
    }

    /** The colour of the file's first line, which is a comment. */
    private static RGB comment(StudyEditor editor) {
        StyleRange style = text(editor).getStyleRangeAtOffset(2);
        return style == null || style.foreground == null ? text(editor).getForeground().getRGB()
                : style.foreground.getRGB();
    }

    private static int brightness(Color color) {
        return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
    }

    /** Contrast ratio of WCAG 2.1. */
    private static double contrast(RGB a, RGB b) {
        double x = luminance(a);
        double y = luminance(b);
        return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
    }

    private static double luminance(RGB rgb) {
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
