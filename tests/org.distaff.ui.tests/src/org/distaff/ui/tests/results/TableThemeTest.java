package org.distaff.ui.tests.results;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.distaff.ui.ThemeHandler;
import org.distaff.ui.tests.Pixels;
import org.distaff.ui.tests.Workbench;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables follow the theme on the screen; most pixels of one are its ground. */
class TableThemeTest {

    private static final String TOGGLE = "org.distaff.ui.theme";
    /** Grounds of the light theme are above 0.9 of white, those of the dark one below 0.3; texts are a few pixels. */
    private static final double MIDDLE = 127;

    /** Black text has pixels below this, white or light text on white has none. */
    private static final double TEXT = 100;

    /** Within a table, below its header, in pixels from its corner. */
    private static final int INSIDE = 48;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        MeasuredCell.publish(folder);
        CellTabs.open(folder, 2);
        CellTabs.select("0");
    }

    @AfterEach
    void backToLight() {
        if (Workbench.uiGet(ThemeHandler::isDark)) {
            Workbench.execute(TOGGLE);
        }
        CellTabs.close();
        Workbench.assertNothingLogged();
    }

    /** The theme does not style what is in a tab behind others. */
    @ParameterizedTest
    @ValueSource(strings = {"Values", "Matrices", "Votes", "Groups"})
    void theTableFollowsTheThemeWhateverTabIsInFront(String tab) {
        CellTabs.front(tab);
        Workbench.until("the table is light", () -> Pixels.brightness(CellTabs.table()) > MIDDLE);
        for (int i = 0; i < 2; i++) { // the second time finds what the first one left
            Workbench.execute(TOGGLE);
            assertTrue(Workbench.uiGet(ThemeHandler::isDark));
            Workbench.until("the table is dark", () -> Pixels.brightness(CellTabs.table()) < MIDDLE);
            Workbench.screenshot("table-" + tab.toLowerCase() + "-dark");
            Workbench.execute(TOGGLE);
            Workbench.until("the table is light again", () -> Pixels.brightness(CellTabs.table()) > MIDDLE);
        }
        Workbench.until("the whole window is light again",
                () -> Pixels.brightness(Workbench.window().getShell()) > MIDDLE);
        Workbench.screenshot("table-" + tab.toLowerCase() + "-light");
    }

    /** What has no colours of its own is drawn in those of the toolkit. */
    @Test
    void nativeControlsCanBeReadAfterTheDarkTheme() {
        CellTabs.front("Values");
        Table values = Workbench.uiGet(
                () -> Workbench.find(Workbench.window().getShell(), Table.class, t -> t.getItemCount() > 0).get(0));
        Workbench.click(values, INSIDE, INSIDE); // with the focus inside, the tab has a colour of its own
        Workbench.until("the values have the focus", values::isFocusControl);
        Workbench.execute(TOGGLE);
        Workbench.until("the table is dark", () -> Pixels.brightness(CellTabs.table()) < MIDDLE);
        Workbench.execute(TOGGLE);
        Workbench.until("the table is light again", () -> Pixels.brightness(CellTabs.table()) > MIDDLE);
        Workbench.until("values can be read",
                () -> Pixels.darkest(values, values.getItem(1).getTextBounds(0)) < TEXT);
        Workbench.until("the tab in front is light", () -> {
            CTabFolder tabs = (CTabFolder) values.getParent();
            return Pixels.brightness(tabs, tabs.getSelection().getBounds()) > MIDDLE;
        });
        Workbench.until("the explorer can be read", () -> {
            Tree tree = Workbench.find(Workbench.window().getShell(), Tree.class, t -> t.getItemCount() > 0).get(0);
            return Pixels.darkest(tree, tree.getItem(0).getBounds()) < TEXT;
        });
    }
}
