package org.distaff.ui.tests.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.distaff.core.describe.ScoreMeaning;
import org.distaff.ui.ThemeHandler;
import org.distaff.ui.Workspace;
import org.distaff.ui.export.FigureActions;
import org.distaff.ui.tests.Exports;
import org.distaff.ui.tests.Workbench;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tabs that show what a cell's metrics left: matrices, votes, groups. */
class MatricesTest {

    private static final String ORDER = "Order latents by owning factor";
    private static final String TOGGLE = "org.distaff.ui.theme";
    private static final List<String> INFORMATION = List.of("z0, shape: 0.125", "z0, scale: 0.25", "z1, shape: 0.75",
            "z1, scale: 0.3333333333333333", "z2, shape: undefined", "z2, scale: 0.5");
    private static final String CSV = """
            ,shape,scale
            z0,0.125,0.25
            z1,0.75,0.3333333333333333
            z2,,0.5
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        MeasuredCell.publish(folder);
        CellTabs.open(folder, 2);
        CellTabs.select("0");
    }

    @AfterEach
    void nothingLogged() {
        CellTabs.close();
        Workbench.assertNothingLogged();
    }

    private static void shows(String choice, List<String> tips) {
        Workbench.until(choice + " is shown", () -> CellTabs.tips().equals(tips));
    }

    private static void information() {
        CellTabs.front("Matrices");
        Workbench.until("there is a choice", () -> CellTabs.choices().size() > 1);
        CellTabs.choose("mig · mutual-information");
        shows("the mutual information", INFORMATION);
    }

    @Test
    void aMatrixIsChosenAndOrdered() {
        information();
        assertEquals(List.of("mig · mutual-information", "factor-vae-score · votes", "factor-vae-score · eval-votes",
                "unified · importance"), CellTabs.choices());
        // z1 belongs to shape; z2 and z0 to scale, z2 more; by hand from the matrix
        CellTabs.check(ORDER);
        shows("the order", List.of("z1, shape: 0.75", "z1, scale: 0.3333333333333333", "z2, shape: undefined",
                "z2, scale: 0.5", "z0, shape: 0.125", "z0, scale: 0.25"));
        Workbench.screenshot("matrices-ordered");
        CellTabs.choose("unified · importance");
        shows("the importance, ordered", List.of("z0, shape: 0.5", "z0, scale: 0.1", "z2, shape: 0.3", "z2, scale: 0.0",
                "z1, shape: 0.2", "z1, scale: 0.9"));
        // what was chosen stays chosen for the next cell
        CellTabs.select("1");
        Workbench.until("a cell without matrices offers nothing", () -> CellTabs.choices().isEmpty());
        assertFalse(Workbench.uiGet(CellTabs::hasFigures));
        CellTabs.select("0");
        Workbench.until("the importance is back", () -> CellTabs.tips().contains("z1, scale: 0.9"));
        CellTabs.check(ORDER);
        shows("the stored order", List.of("z0, shape: 0.5", "z0, scale: 0.1", "z1, shape: 0.2", "z1, scale: 0.9",
                "z2, shape: 0.3", "z2, scale: 0.0"));
    }

    @Test
    void matricesAreCopied() {
        information();
        CellTabs.menu("Copy as CSV");
        assertEquals(CSV, clipboard());
        CellTabs.menu("Copy as LaTeX");
        assertEquals("""
                \\begin{tabular}{lrr}
                \\toprule
                 & shape & scale \\\\
                \\midrule
                z0 & $0.125$ & $0.250$ \\\\
                z1 & $0.750$ & $0.333$ \\\\
                z2 & -- & $0.500$ \\\\
                \\bottomrule
                \\end{tabular}
                """, clipboard());
        Workbench.ui(() -> Workbench.page().showView("org.distaff.ui.results.view"));
        Workbench.execute("org.distaff.ui.results.figure.csv");
        assertEquals(CSV, clipboard());
        CellTabs.menu("Copy as Image");
        Workbench.until("the image is copied", () -> contents(ImageTransfer.getInstance()) != null);
        ImageData image = (ImageData) Workbench.uiGet(() -> contents(ImageTransfer.getInstance()));
        // a title and three rows of 22 at twice the size; on white whatever the theme
        assertTrue(image.height > 2 * 3 * 22 && image.width > 2 * 2 * 64, image.width + " × " + image.height);
        assertEquals(0xFFFFFF, image.palette.getRGB(image.getPixel(1, image.height - 1)).hashCode() & 0xFFFFFF);
    }

    private static String clipboard() {
        return (String) Workbench.uiGet(() -> contents(TextTransfer.getInstance()));
    }

    private static Object contents(Transfer transfer) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return clipboard.getContents(transfer);
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void figuresAreExportedAsTheirEndingSays() throws Exception {
        information();
        Path out = Files.createDirectory(folder.resolve("out"));
        for (String ending : List.of("csv", "tex", "svg", "png")) {
            assertTrue(export(out.resolve("figure." + ending)).isOK());
        }
        assertEquals(CSV, Files.readString(out.resolve("figure.csv")));
        assertTrue(Files.readString(out.resolve("figure.tex")).contains("\\toprule"));
        assertTrue(Files.readString(out.resolve("figure.svg")).startsWith("<svg"));
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'},
                Arrays.copyOf(Files.readAllBytes(out.resolve("figure.png")), 4));
        IStatus wrong = export(out.resolve("figure.gif"));
        assertTrue(wrong.getMessage().endsWith("give it one of .svg, .png, .csv, .tex."), wrong.getMessage());
        Workbench.expectLogged("figure.gif");
        IStatus nowhere = export(out.resolve("missing/figure.csv"));
        assertTrue(nowhere.getMessage().contains("cannot be written"), nowhere.getMessage());
        Workbench.expectLogged("missing/figure.csv");
        try (var files = Files.list(out)) {
            assertEquals(4, files.count(), "nothing half-written is left");
        }
    }

    private static IStatus export(Path file) throws InterruptedException {
        return Exports.run(() -> FigureActions.of(CellTabs.content()).orElseThrow().exporting(file));
    }

    @Test
    void figuresFollowTheTheme() {
        information();
        assertTrue(Workbench.uiGet(() -> brightness(CellTabs.canvas().getBackground())) > 200);
        Workbench.execute(TOGGLE);
        try {
            assertTrue(Workbench.uiGet(ThemeHandler::isDark));
            Workbench.until("the figure is dark", () -> brightness(CellTabs.canvas().getBackground()) < 100
                    && brightness(CellTabs.canvas().getForeground()) > 150);
            shows("the matrix", INFORMATION);
            Workbench.screenshot("matrices-dark");
        } finally {
            Workbench.execute(TOGGLE);
        }
        // text, too: it kept the dark theme's colour where only the toolkit gives it one
        Workbench.until("the figure is light", () -> brightness(CellTabs.canvas().getBackground()) > 200
                && brightness(CellTabs.canvas().getForeground()) < 100);
    }

    private static int brightness(Color color) {
        return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
    }

    @Test
    void votesAreShownWithTheJudgedOnesBelow() {
        CellTabs.front("Votes");
        shows("the votes", List.of("z0, shape: 3", "z0, scale: 40", "z1, shape: 0", "z1, scale: 0", "z2, shape: 57",
                "z2, scale: 7", "z0, shape: 1", "z0, scale: 18", "z2, shape: 21", "z2, scale: 2"));
        CellTabs.check(ORDER);
        // z2 belongs to shape, z0 to scale, z1 to none; equal lines are told once
        shows("the votes, ordered", List.of("z2, shape: 57", "z2, scale: 7", "z0, shape: 3", "z0, scale: 40",
                "z1, shape: 0", "z1, scale: 0", "z2, shape: 21", "z2, scale: 2", "z0, shape: 1", "z0, scale: 18"));
        CellTabs.check(ORDER);
    }

    @Test
    void groupsAreThoseOfTheMetricOrFoundFromAMatrix() {
        CellTabs.front("Groups");
        Workbench.until("there is a choice", () -> CellTabs.choices().size() > 1);
        assertEquals(List.of("unified · importance", "mig · mutual-information", "factor-vae-score · votes",
                "factor-vae-score · eval-votes"), CellTabs.choices());
        CellTabs.choose("mig · mutual-information");
        // the largest strength is 0.75 here and 0.9 in the other matrix; the axis begins 4 % above
        Workbench.until("the groups are shown", () -> CellTabs.tips().stream().allMatch(t -> t.startsWith("threshold 0."))
                && CellTabs.tips().stream().anyMatch(t -> t.startsWith("threshold 0.7"))
                && CellTabs.tips().stream().noneMatch(t -> t.startsWith("threshold 0.8")));
        // by hand: z1–shape at 3/4, z2–scale at 1/2; both groups join at 1/3 by z1–scale, z0 at 1/4
        assertEquals("""
                ,threshold,components
                0,0.75,1.0
                1,0.5,2.0
                2,0.3333333333333333,1.0
                3,0.25,1.0
                4,0.125,1.0

                ,first,second,threshold,size
                0,1.0,3.0,0.75,2.0
                1,2.0,4.0,0.5,2.0
                2,5.0,6.0,0.3333333333333333,4.0
                3,0.0,7.0,0.25,5.0
                """, copied());
        Workbench.screenshot("groups");
    }

    private static String copied() {
        CellTabs.menu("Copy as CSV");
        return clipboard();
    }

    @Test
    void detailsTellHowScoresWereMeasuredAndWarnings() {
        CellTabs.front("Values");
        Workbench.until("the facts are there", () -> values().contains("mig variant = histogram"));
        List<String> values = Workbench.uiGet(MatricesTest::values);
        assertTrue(values.containsAll(List.of("mig.score = 0.2500", "⚠ mig = Latent z2 is dead.", "mig points = 500",
                "mig version = 1", "mig seed = 7", "mig parameters = bins 20", "unified version = 1")),
                values.toString());
        assertEquals(1, values.stream().filter("mig version = 1"::equals).count());
    }

    private static List<String> values() {
        Table table = Workbench.find(Workbench.window().getShell(), Table.class, t -> t.getColumnCount() == 2
                && t.getColumn(0).getText().equals("Cell")).get(0);
        return Arrays.stream(table.getItems()).map(i -> i.getText(0) + " = " + i.getText(1)).toList();
    }

    @Test
    void headsShowTheBetterDirectionAndTheRange() {
        String head = Workspace.contributions().metric("mig").describe().meaning("score")
                .map(MatricesTest::sign).orElse("");
        Workbench.ui(() -> {
            int columns = CellTabs.table().getColumnCount();
            List<Object> heads = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                heads.add(CellTabs.table().getDataValueByPosition(c, 0));
            }
            assertTrue(heads.contains("mig.score" + head), heads.toString());
            assertTrue(heads.contains("seed"), heads.toString());
        });
    }

    private static String sign(ScoreMeaning meaning) {
        return " " + meaning.better().sign() + " " + meaning.range();
    }
}
