package org.distaff.ui.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.distaff.ui.Perspective;
import org.distaff.ui.ThemeHandler;
import org.distaff.ui.datasets.DatasetsPart;
import org.distaff.ui.export.FigureActions;
import org.distaff.ui.tests.Exports;
import org.distaff.ui.tests.Studies;
import org.distaff.ui.tests.Workbench;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {

    private static final String TOGGLE = "org.distaff.ui.theme";

    @BeforeEach
    void open() {
        Workbench.ui(() -> {
            Workbench.page().showView(Perspective.DATASETS);
            Workbench.page().setPartState(Workbench.page().findViewReference(Perspective.DATASETS),
                    IWorkbenchPage.STATE_MAXIMIZED);
        });
        choose(DatasetsTest::datasetCombo, "sprites");
        Workbench.until("sprites are drawn", () -> part().pictureHash() != 0 && part().state().startsWith("737,280"));
    }

    @AfterEach
    void close() {
        if (Workbench.uiGet(ThemeHandler::isDark)) {
            Workbench.execute(TOGGLE);
        }
        Workbench.ui(() -> {
            Workbench.page().setPartState(Workbench.page().findViewReference(Perspective.DATASETS),
                    IWorkbenchPage.STATE_RESTORED);
            Workbench.page().hideView(view());
        });
        Studies.closeAll();
        Workbench.assertNothingLogged();
    }

    /** The picture follows a slider, a choice and the random button. */
    @Test
    void thePictureFollowsTheControls() {
        int first = hash();
        Workbench.ui(() -> {
            Scale slider = Workbench.find(Workbench.window().getShell(), Scale.class, s -> true).get(0);
            slider.setSelection(slider.getMaximum());
            slider.notifyListeners(SWT.Selection, new Event());
        });
        Workbench.until("the picture follows the slider", () -> part().pictureHash() != first);
        int second = hash();
        choose(() -> combo("heart"), "heart");
        Workbench.until("the picture follows the choice", () -> part().pictureHash() != second);
        int third = hash();
        Workbench.ui(() -> Workbench.push(Workbench.button(Workbench.window().getShell(), "Random Observation")));
        Workbench.until("a random picture appears", () -> part().pictureHash() != third);
    }

    /** Darcy flow has 512 fields for a million combinations of its weights: the picture is the nearest one's. */
    @Test
    void aListedDataSetFollowsItsSlidersToTheNearestObservation() {
        int sprites = hash();
        choose(DatasetsTest::datasetCombo, "darcy");
        Workbench.until("the first field is drawn", () -> part().state().startsWith("512") && hash() != sprites);
        int first = hash();
        Workbench.ui(() -> {
            Scale slider = Workbench.find(Workbench.window().getShell(), Scale.class, s -> true).get(0);
            slider.setSelection(slider.getSelection() > 512 ? 200 : 800);
            slider.notifyListeners(SWT.Selection, new Event());
        });
        Workbench.until("the picture follows the slider", () -> hash() != first);
        Workbench.screenshot("datasets-darcy");
    }

    /** Every tab shows something in both themes; the pictures are for people. */
    @Test
    void tabsAreDrawnInBothThemes() {
        for (String theme : List.of("light", "dark")) {
            for (Map.Entry<Integer, String> tab : Map.of(0, "grid", 1, "sheet", 2, "balance", 3, "about").entrySet()) {
                Workbench.ui(() -> {
                    tabs().setSelection(tab.getKey());
                    tabs().notifyListeners(SWT.Selection, new Event());
                });
                Workbench.screenshot("datasets-" + tab.getValue() + "-" + theme);
            }
            Workbench.execute(TOGGLE);
        }
        Workbench.execute(TOGGLE);
    }

    /** Each tab's figure, and the single observation, in every way that makes sense of it. */
    @Test
    void figuresAreExported(@TempDir Path folder) throws Exception {
        export(folder.resolve("observation"), -1, "svg", "png");
        export(folder.resolve("two-factors"), 0, "svg", "png");
        export(folder.resolve("sheet"), 1, "svg", "png");
        export(folder.resolve("balance"), 2, "svg", "png", "csv", "tex");
        String csv = Files.readString(folder.resolve("balance.csv"));
        assertTrue(csv.startsWith(",shape\nsquare,"), csv); // counts, then associations
        assertTrue(csv.contains(",shape,scale,orientation,x,y\nshape,1.0,"), csv);
        assertTrue(Files.readString(folder.resolve("balance.tex")).contains("\\toprule"));
    }

    private static void export(Path file, int tab, String... endings) throws Exception {
        if (tab >= 0) {
            Workbench.ui(() -> {
                tabs().setSelection(tab);
                tabs().notifyListeners(SWT.Selection, new Event());
            });
        }
        Composite below = Workbench.uiGet(() -> tab < 0 ? tabs().getParent() : tabs());
        Workbench.until("there is a figure", () -> actions(below).isPossible());
        for (String ending : endings) {
            Path written = Path.of(file + "." + ending);
            IStatus status = Exports.run(() -> actions(below).exporting(written));
            assertTrue(status.isOK(), status.toString());
            String head = Exports.head(written);
            assertTrue(switch (ending) {
                case "svg" -> head.startsWith("<svg");
                case "png" -> head.startsWith("\u0089PNG");
                default -> !head.isEmpty();
            }, written + " begins with " + head);
        }
    }

    private static FigureActions actions(Composite below) {
        return FigureActions.of(Workbench.find(below, Composite.class, c -> FigureActions.of(c).isPresent()).get(0))
                .orElseThrow();
    }

    @Test
    void aParameterReopensTheDataset() {
        choose(() -> combo("32"), "32");
        Workbench.until("the data set is opened anew", () -> part().state().contains("32×32"));
    }

    @Test
    void theCitationIsCopied() {
        Workbench.ui(() -> {
            tabs().setSelection(3);
            tabs().notifyListeners(SWT.Selection, new Event());
        });
        Workbench.ui(() -> {
            Workbench.push(Workbench.button(Workbench.window().getShell(), "Copy Citation"));
            Clipboard clipboard = new Clipboard(Workbench.window().getShell().getDisplay());
            String copied = (String) clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            assertTrue(copied.contains("dSprites"), copied);
            assertTrue(Workbench.find(Workbench.window().getShell(), Text.class, t -> t.getText().contains("Digest: "))
                    .get(0).getText().contains("sprites/1/64"));
        });
    }

    /** What a view leaves behind when it is closed would add up: its thread ends with it. */
    @Test
    void closedViewsLeaveNoThreads() {
        Workbench.until("one view has one thread", () -> threads() == 1);
        for (int i = 0; i < 20; i++) {
            Workbench.ui(() -> {
                Workbench.page().hideView(view());
                Workbench.page().showView(Perspective.DATASETS);
            });
        }
        Workbench.until("only the open view has a thread", () -> threads() == 1);
        assertEquals(1, threads());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("distaff-latest")).count();
    }

    private static int hash() {
        return Workbench.uiGet(() -> part().pictureHash());
    }

    private static IViewPart view() {
        return Workbench.page().findView(Perspective.DATASETS);
    }

    private static DatasetsPart part() {
        return (DatasetsPart) view().getSite().getService(MPart.class).getObject();
    }

    private static CTabFolder tabs() {
        return Workbench.find(Workbench.window().getShell(), CTabFolder.class,
                f -> f.getItemCount() == 4 && f.getItem(0).getText().equals("Two Factors")).get(0);
    }

    private static Combo datasetCombo() {
        return combo("sprites");
    }

    /** The combo that offers a choice. */
    private static Combo combo(String offered) {
        return Workbench.find(Workbench.window().getShell(), Combo.class, c -> c.indexOf(offered) >= 0).stream()
                .filter(Control::isVisible).findFirst().orElseThrow();
    }

    private interface Found {
        Combo combo();
    }

    private static void choose(Found found, String choice) {
        Workbench.ui(() -> {
            Combo combo = found.combo();
            combo.select(combo.indexOf(choice));
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }
}
