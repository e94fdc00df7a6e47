package org.distaff.ui.tests.results;

import java.nio.file.Path;

import org.distaff.ui.ThemeHandler;
import org.distaff.ui.tests.Pixels;
import org.distaff.ui.tests.Workbench;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A box looks checked when it is. */
class CheckBoxTest {

    private static final String ORDER = "Order latents by owning factor";
    private static final String TOGGLE = "org.distaff.ui.theme";
    /** A quarter of the way from black to white is plain to see. */
    private static final double SEEN = 64;
    /** A box of 16 × 16 has a frame of 60 pixels and a fill of 196: more than the frame must have changed. */
    private static final int FILL = 98;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        MeasuredCell.publish(folder);
        CellTabs.open(folder, 2);
        CellTabs.select("0");
        CellTabs.front("Matrices");
        Workbench.until("there is a figure", CellTabs::hasFigures);
    }

    @AfterEach
    void close() {
        if (Workbench.uiGet(ThemeHandler::isDark)) {
            Workbench.execute(TOGGLE);
        }
        CellTabs.close();
        Workbench.assertNothingLogged();
    }

    @Test
    void aCheckedBoxHasAFillAndATickInBothThemes() {
        Button box = Workbench.uiGet(() -> Workbench.button(CellTabs.content(), ORDER));
        for (String theme : new String[] {"light", "dark", "light-again"}) {
            if (!theme.equals("light")) {
                Workbench.execute(TOGGLE);
            }
            ImageData[] before = new ImageData[1];
            Workbench.screenshot("unchecked-" + theme);
            Workbench.ui(() -> before[0] = Pixels.of(box));
            CellTabs.check(ORDER);
            Workbench.until("the box is filled in the " + theme + " theme",
                    () -> changed(before[0], Pixels.of(box)) > FILL);
            Workbench.screenshot("checked-" + theme);
            CellTabs.check(ORDER);
            Workbench.until("the box is empty again", () -> changed(before[0], Pixels.of(box)) == 0);
        }
    }

    private static int changed(ImageData before, ImageData after) {
        int changed = 0;
        for (int y = 0; y < before.height; y++) {
            for (int x = 0; x < before.width; x++) {
                if (Math.abs(Pixels.brightness(before, x, y) - Pixels.brightness(after, x, y)) > SEEN) {
                    changed++;
                }
            }
        }
        return changed;
    }
}
