package org.distaff.tests.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.metric.Groups;
import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Theme;
import org.distaff.plot.figure.Bars;
import org.distaff.plot.figure.Curves;
import org.distaff.plot.figure.Dendrogram;
import org.distaff.plot.figure.HeatMap;
import org.distaff.plot.figure.ImageGrid;
import org.distaff.plot.figure.OwningFactor;
import org.distaff.plot.figure.ScoreStrip;
import org.distaff.plot.figure.Stack;
import org.distaff.plot.figure.TextBlock;
import org.distaff.plot.figure.ThresholdCurve;
import org.distaff.plot.figure.Viridis;
import org.distaff.plot.image.Bitmap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FigureTest {

    /** z0–f0 at 0.9, z1–f0 at 0.8, z2–f1 at 0.5, z0–f1 at 0.1. */
    private static final Matrix LINKS = new Matrix(List.of("z0", "z1", "z2"), List.of("f0", "f1"),
            new double[][] {{0.9, 0.1}, {0.8, 0}, {0, 0.5}});

    static List<Figure> figures() {
        double nan = Double.NaN;
        Matrix none = new Matrix(List.of(), List.of(), new double[0][]);
        double[] x = IntStream.range(0, 30).mapToDouble(i -> i * 100).toArray();
        double[] y = IntStream.range(0, 30).mapToDouble(i -> 1000 * Math.exp(-i / 5.0)).toArray();
        List<Curves.Series> many = IntStream.range(0, 40).mapToObj(i -> new Curves.Series("loss-" + i, x, y)).toList();
        Bitmap dot = new Bitmap(1, 1, new int[] {0xFF0000});
        return List.of(
                new HeatMap("A title that is a good deal wider than the table below", new Matrix(
                        List.of("z0", "a latent with a long name"), List.of("background texture"),
                        new double[][] {{1}, {nan}})),
                new HeatMap("Negative", new Matrix(List.of("z0"), List.of("a", "b"), new double[][] {{-1, -1e9}})),
                new HeatMap("Votes", new Matrix(List.of("z0", "z1"), List.of("a", "b"),
                        new double[][] {{120_000, 0}, {3, 4}}), List.of(0, 1)),
                new ThresholdCurve("Groups", Groups.of(LINKS).thresholds(), 2, 40, 420, 200),
                new ThresholdCurve("None", Groups.of(none).thresholds(), 12, 40, 420, 200),
                new Dendrogram("Merges", LINKS.rows(), List.of("a factor with a long name", "f1"),
                        Groups.of(LINKS).merges(), 0.5, 420),
                new Dendrogram("None", List.of("z0"), List.of(), Groups.of(none).merges(), nan, 420),
                new HeatMap("Empty", new Matrix(List.of(), List.of(), new double[0][])),
                new Curves("Loss", "step", List.of(new Curves.Series("reconstruction", x, y)), 420, 240),
                new Curves("Loss", "step", many, 420, 240, true),
                new Curves("Nothing", "step", List.of(new Curves.Series("a", new double[] {1}, new double[] {nan})),
                        420, 240, true),
                new Curves("One", "step", List.of(new Curves.Series("a", new double[] {1}, new double[] {7})), 420,
                        240),
                new ImageGrid("Traversal", List.of("z0", "latent 17"), List.of("-2.0", "a wide label"),
                        List.of(List.of(dot, dot, dot), List.of(dot)), 24),
                new TextBlock(List.of("it seems that the beekeepers who photographed the orchard were not grumpy".split(" ")),
                        150, 6),
                new ScoreStrip("mig.score", List.of(new ScoreStrip.Group("β = 1", new double[] {0.1, 0.12, nan}),
                        new ScoreStrip.Group("an untrained encoder", new double[] {0.9}),
                        new ScoreStrip.Group("none", new double[0]))));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everythingStaysInside(Figure figure) {
        RecordingPen pen = new RecordingPen();
        figure.draw(pen, Theme.LIGHT);
        assertFalse(pen.boxes().isEmpty());
        for (RecordingPen.Box box : pen.boxes()) {
            // half a line's thickness and a quarter of a letter below the baseline may stand out
            assertTrue(box.left() >= -1 && box.top() >= -1 && box.right() <= figure.width() + 1
                    && box.bottom() <= figure.height() + 4,
                    box + " leaves " + figure.width() + " × " + figure.height());
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void textsDoNotOverlap(Figure figure) {
        RecordingPen pen = new RecordingPen();
        figure.draw(pen, Theme.LIGHT);
        List<RecordingPen.Box> texts = pen.boxes().stream().filter(b -> !b.text().isEmpty()).toList();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(texts.get(i).overlaps(texts.get(j)), texts.get(i) + " overlaps " + texts.get(j));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void textsCanBeReadInBothThemes(Figure figure) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            RecordingPen pen = new RecordingPen();
            pen.fill(-9, -9, 9999, 9999, theme.background());
            figure.draw(pen, theme);
            for (RecordingPen.Box text : pen.boxes()) {
                if (!text.text().isEmpty()) {
                    // 4.5 : 1 is level AA for text in the Web Content Accessibility Guidelines 2.2
                    assertTrue(contrast(text.colour(), pen.behind(text)) >= 4.5, text.toString());
                }
            }
        }
    }

    @Test
    void heatMapColoursRunFromZeroToTheLargest() {
        RecordingPen pen = new RecordingPen();
        new HeatMap("", new Matrix(List.of("z0"), List.of("a", "b", "c"), new double[][] {{0, Double.NaN, 2.5}}))
                .draw(pen, Theme.LIGHT);
        // the undefined cell is not filled; viridis(0) and viridis(1) of matplotlib
        assertEquals(List.of(0x440154, 0xFDE725), cells(pen).stream().map(b -> b.colour()).toList());
        assertTrue(pen.texts().containsAll(List.of("z0", "a", "b", "c", "0.000", "–", "2.500")));
    }

    /** Cells are 63 wide, the strips of the colour bar 12. */
    private static List<RecordingPen.Box> cells(RecordingPen pen) {
        return pen.boxes().stream().filter(b -> b.text().isEmpty() && b.right() - b.left() > 20).toList();
    }

    @Test
    void colourBarGoesFromTheLargestToTheSmallest() {
        RecordingPen pen = new RecordingPen();
        new HeatMap("", new Matrix(List.of("z0", "z1"), List.of("a"), new double[][] {{-0.5}, {0.25}}))
                .draw(pen, Theme.LIGHT);
        List<RecordingPen.Box> strips = pen.boxes().stream()
                .filter(b -> b.text().isEmpty() && b.right() - b.left() == 12).toList();
        assertEquals(0xFDE725, strips.get(0).colour());
        assertEquals(0x440154, strips.get(strips.size() - 1).colour());
        assertTrue(strips.get(0).top() < strips.get(strips.size() - 1).top());
        assertEquals(2, pen.texts().stream().filter("-0.500"::equals).count(), "in the cell and at the bar's end");
        assertEquals(2, pen.texts().stream().filter("0.250"::equals).count());
    }

    @Test
    void countsHaveNoDecimalsAndChoicesAFrame() {
        RecordingPen pen = new RecordingPen();
        Matrix votes = new Matrix(List.of("z0", "z1", "z2"), List.of("a", "b"),
                new double[][] {{3, 40}, {0, 0}, {7, 7}});
        assertEquals(List.of(1, -1, 0), OwningFactor.of(votes), "the first of equals, and none without a vote");
        new HeatMap("", votes, OwningFactor.of(votes)).draw(pen, Theme.LIGHT);
        assertTrue(pen.texts().containsAll(List.of("3", "40", "0", "7")), pen.texts().toString());
        // two closed frames of five points, each inside of its cell
        List<RecordingPen.Box> corners = pen.boxes().stream()
                .filter(b -> b.text().isEmpty() && b.left() == b.right()).toList();
        assertEquals(10, corners.size());
        RecordingPen.Box second = cells(pen).get(1);
        RecordingPen.Box fifth = cells(pen).get(4);
        assertTrue(corners.subList(0, 5).stream().allMatch(c -> c.overlaps(second)));
        assertTrue(corners.subList(5, 10).stream().allMatch(c -> c.overlaps(fifth)));
    }

    @Test
    void heatMapsTellWhatIsPointedAt() {
        HeatMap map = new HeatMap("", new Matrix(List.of("z0", "z1"), List.of("shape", "scale"),
                new double[][] {{0.1, 0.2}, {1 / 3.0, Double.NaN}}));
        RecordingPen pen = new RecordingPen();
        map.draw(pen, Theme.LIGHT);
        RecordingPen.Box third = cells(pen).get(2);
        assertEquals("z1, shape: 0.3333333333333333", map.at(third.left() + 1, third.top() + 1).orElseThrow());
        assertEquals("z1, scale: undefined", map.at(third.right() + 9, third.bottom() - 1).orElseThrow());
        assertTrue(map.at(third.left() - 2, third.top() + 1).isEmpty(), "a row's name is no cell");
        assertTrue(map.at(third.left() + 1, third.bottom() + 2).isEmpty());
        assertTrue(map.at(-1e9, -1e9).isEmpty());
    }

    @Test
    void latentsAreSortedByTheirFactorThenByStrength() {
        Matrix matrix = new Matrix(List.of("z0", "z1", "z2", "z3", "z4"), List.of("a", "b"), new double[][] {
            {0.1, 0.2}, {0, Double.NaN}, {0.5, 0.1}, {-0.9, 0.3}, {0.1, 0.7}});
        assertEquals(List.of(1, -1, 0, 0, 1), OwningFactor.of(matrix));
        assertEquals(List.of(3, 2, 4, 0, 1), OwningFactor.order(matrix));
        Matrix ordered = OwningFactor.rows(matrix, OwningFactor.order(matrix));
        assertEquals(List.of("z3", "z2", "z4", "z0", "z1"), ordered.rows());
        assertArrayEquals(new double[] {0.1, 0.7}, ordered.values()[2]);
        assertEquals(matrix.columns(), ordered.columns());
    }

    @Test
    void thresholdCurvesStepUpAndDownFromLeftToRight() {
        RecordingPen pen = new RecordingPen();
        Groups groups = Groups.of(LINKS);
        new ThresholdCurve("", groups.thresholds(), 2, 40, 420, 200).draw(pen, Theme.LIGHT);
        List<RecordingPen.Box> points = pen.boxes().stream()
                .filter(b -> b.text().isEmpty() && b.colour() == Theme.LIGHT.series(0)).toList();
        assertEquals(2 * 6 + 2, points.size(), "two points a strength, and both ends");
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i).left() >= points.get(i - 1).left());
        }
        // groups at 0.9, 0.8, 0.5 and 0.1 by hand: 1, 1, 2, 1; more groups stand higher
        assertTrue(points.get(6).top() < points.get(4).top());
        assertEquals(points.get(2).top(), points.get(points.size() - 1).top(), 1e-9); // equal sums of equal numbers
    }

    @Test
    void thresholdCurvesTellTheGroupsThatArePointedAt() {
        ThresholdCurve curve = new ThresholdCurve("", Groups.of(LINKS).thresholds(), 2, 40, 412, 200);
        // the axis runs from 1.04 · 0.9 at 40 to 0 at 400, so a quarter of the way is 0.702 and half of it 0.468
        assertEquals("threshold 0.936: 0 groups", curve.at(40, 100).orElseThrow());
        assertEquals("threshold 0.702: 1 groups", curve.at(130, 100).orElseThrow());
        assertEquals("threshold 0.468: 2 groups", curve.at(220, 100).orElseThrow());
        assertEquals("threshold 0.000: 1 groups", curve.at(400, 100).orElseThrow());
        assertTrue(curve.at(39, 100).isEmpty());
        assertTrue(curve.at(220, 199).isEmpty());
    }

    @Test
    void dendrogramsPutWhatMergesSideBySide() {
        RecordingPen pen = new RecordingPen();
        new Dendrogram("t", LINKS.rows(), LINKS.columns(), Groups.of(LINKS).merges(), 0.5, 420)
                .draw(pen, Theme.LIGHT);
        List<String> leaves = pen.texts().stream().filter(t -> t.matches("[zf]\\d")).toList();
        // by hand: z1 joins z0–f0, z2 joins f1, both groups join at last
        assertEquals(List.of("z1", "z0", "f0", "z2", "f1"), leaves);
        // lines of two points each: one for every leaf, an upright and one onwards for every merge at 0.5 and above
        assertEquals(2 * 7, pen.boxes().stream().filter(b -> b.colour() == Theme.LIGHT.series(0)).count());
        assertEquals(2 * 4, pen.boxes().stream().filter(b -> b.colour() == Theme.LIGHT.series(1)).count());
    }

    /** A group may be named by any of its nodes as well as by its merge. */
    @Test
    void dendrogramsTakeNodesForTheirGroups() {
        Matrix merges = Groups.of(LINKS).merges();
        Matrix byNode = new Matrix(merges.rows(), merges.columns(),
                new double[][] {{0, 3, 0.9, 2}, {1, 3, 0.8, 3}, {2, 4, 0.5, 2}, {0, 2, 0.1, 5}});
        RecordingPen one = new RecordingPen();
        new Dendrogram("t", LINKS.rows(), LINKS.columns(), merges, 0.5, 420).draw(one, Theme.LIGHT);
        RecordingPen other = new RecordingPen();
        new Dendrogram("t", LINKS.rows(), LINKS.columns(), byNode, 0.5, 420).draw(other, Theme.LIGHT);
        assertEquals(one.boxes(), other.boxes());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 9", "-1, 0", "NaN, 0"})
    void mergesThatCannotBeAreRefused(double first, double second) {
        Matrix merges = new Matrix(List.of("0"), List.of("first", "second", "threshold", "size"),
                new double[][] {{first, second, 1, 2}});
        assertThrows(IllegalArgumentException.class,
                () -> new Dendrogram("t", List.of("z0"), List.of("f0"), merges, Double.NaN, 420));
    }

    @Test
    void heatMapsOfCorrelationsTellSignsApart() {
        RecordingPen pen = new RecordingPen();
        new HeatMap("", new Matrix(List.of("z0"), List.of("a", "b", "c"), new double[][] {{-1, 0, 1}}))
                .draw(pen, Theme.LIGHT);
        List<Integer> colours = cells(pen).stream().map(b -> b.colour()).toList();
        assertEquals(List.of(0x440154, 0x21918C, 0xFDE725), colours); // both ends and the middle of viridis
    }

    @Test
    void viridisIsMonotonousInLightness() {
        double before = -1;
        for (int i = 0; i <= 100; i++) {
            double now = luminance(Viridis.at(i / 100.0));
            assertTrue(now > before, "at " + i + " %");
            before = now;
        }
        assertEquals(Viridis.at(0), Viridis.at(-3));
        assertEquals(Viridis.at(1), Viridis.at(3));
    }

    @Test
    void axesHaveRoundTicks() {
        double[] x = {0, 700};
        assertTrue(labels(x, new double[] {0.113, 0.887}, false)
                .containsAll(List.of("0.2", "0.4", "0.6", "0.8", "0", "200", "400", "600")));
        assertTrue(labels(x, new double[] {1, 1000}, true).containsAll(List.of("1", "10", "100", "1000")));
        assertTrue(labels(x, new double[] {0.9, 6}, true).containsAll(List.of("1", "2", "5")));
        assertTrue(labels(x, new double[] {0, 2.5e7}, false).containsAll(List.of("0", "5e6", "1.0e7", "2.5e7")));
        assertTrue(labels(x, new double[] {0, 0.0004}, false).containsAll(List.of("0", "1e-4", "4e-4")));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void extremeNumbersNeitherHangNorFloodTheAxis(double[] y) {
        for (boolean logarithmic : new boolean[] {false, true}) {
            // an endless loop of ticks must fail, not hang the build; drawing takes milliseconds
            List<String> labels = assertTimeoutPreemptively(Duration.ofSeconds(20),
                    () -> labels(new double[] {0, 1}, y, logarithmic));
            assertTrue(labels.size() < 60, labels.toString());
            assertTrue(labels.stream().noneMatch(l -> l.contains("NaN") || l.length() > 14), labels.toString());
        }
    }

    static List<double[]> extremes() {
        return List.of(new double[] {1e16, 1e16 + 2}, new double[] {1e20, 1e20}, new double[] {0, 0},
                new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, new double[] {Double.MIN_VALUE, 1e300},
                new double[] {Double.POSITIVE_INFINITY, Double.NaN}, new double[] {3, 3 + 1e-12},
                new double[] {-5, -4}, new double[] {1e-9, 1.1e-9});
    }

    @Test
    void stripsShowEveryScoreAndTheirMean() {
        RecordingPen pen = new RecordingPen();
        new ScoreStrip("mig", List.of(new ScoreStrip.Group("a", new double[] {1, 2, 6}))).draw(pen, Theme.DARK);
        // mean 3; deviations −2, −1, 3: √(14/2) = 2.646
        assertTrue(pen.texts().contains("3.000 ± 2.646"), pen.texts().toString());
        assertEquals(3, pen.boxes().stream().filter(b -> b.colour() == Theme.DARK.series(0)).count());
    }

    @Test
    void stacksAreDrawnAndPointedAtBelowEachOther() {
        HeatMap map = new HeatMap("m", new Matrix(List.of("z0"), List.of("a"), new double[][] {{0.5}}));
        Stack stack = new Stack(List.of(map, new ImageGrid("g", List.of(), List.of(),
                List.of(List.of(new Bitmap(1, 1, new int[] {7}))), 16), map));
        RecordingPen one = new RecordingPen();
        map.draw(one, Theme.LIGHT);
        RecordingPen all = new RecordingPen();
        stack.draw(all, Theme.LIGHT);
        double by = stack.height() - map.height();
        List<RecordingPen.Box> last = all.boxes().subList(all.boxes().size() - one.boxes().size(), all.boxes().size());
        for (int i = 0; i < last.size(); i++) {
            // sums of coordinates below 1000 in double precision
            assertEquals(one.boxes().get(i).top() + by, last.get(i).top(), 1e-9);
            assertEquals(one.boxes().get(i).left(), last.get(i).left());
        }
        RecordingPen.Box cell = cells(one).get(0);
        assertEquals("z0, a: 0.5", stack.at(cell.left() + 1, cell.top() + 1).orElseThrow());
        assertEquals("z0, a: 0.5", stack.at(cell.left() + 1, cell.top() + 1 + by).orElseThrow());
        assertTrue(stack.at(cell.left() + 1, stack.height() + 1).isEmpty());
        assertEquals(List.of(map.matrix(), map.matrix()), stack.tables());
    }

    @Test
    void gridsKeepEveryImage() {
        RecordingPen pen = new RecordingPen();
        Bitmap dot = new Bitmap(1, 1, new int[] {0xFF0000});
        new ImageGrid("", List.of(), List.of(), List.of(List.of(dot, dot), List.of(dot)), 16).draw(pen, Theme.LIGHT);
        assertEquals(3, pen.images());
    }

    private static List<String> labels(double[] x, double[] y, boolean logarithmic) {
        RecordingPen pen = new RecordingPen();
        new Curves("t", "x", List.of(new Curves.Series("s", x, y)), 400, 300, logarithmic).draw(pen, Theme.LIGHT);
        return pen.texts();
    }

    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** Relative luminance (IEC 61966-2-1). */
    private static double luminance(int colour) {
        double[] weights = {0.0722, 0.7152, 0.2126};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double level = (colour >> 8 * i & 255) / 255.0;
            sum += weights[i] * (level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    /** What is drawn can be calculated on: counts by value, a column for each series. */
    @Test
    void barsAndCurvesHaveTheirNumbers() {
        Bars bars = new Bars("Balance", List.of(new Bars.Group("shape", List.of("square", "heart"), new int[] {3, 5}),
                new Bars.Group("x", List.of("0", "1", "2"), new int[] {4, 0, 4})));
        assertEquals(List.of(List.of("square", "heart"), List.of("0", "1", "2")),
                bars.tables().stream().map(Matrix::rows).toList());
        assertEquals(List.of("shape"), bars.tables().get(0).columns());
        assertArrayEquals(new double[][] {{3}, {5}}, bars.tables().get(0).values());
        // rows of 54 begin at 30; the last bar of the second one ends 80 before the right edge
        assertEquals("x 2: 4", bars.at(bars.width() - 80, 30 + 54 + 20).orElseThrow());
        assertTrue(bars.at(bars.width() - 4, 30 + 54 + 20).isEmpty());
        Curves curves = new Curves("Loss", "step", List.of(
                new Curves.Series("loss", new double[] {0, 100, 200}, new double[] {9, 4, 1}),
                new Curves.Series("kl", new double[] {100}, new double[] {0.5})), 420, 240);
        Matrix table = curves.tables().get(0);
        assertEquals(List.of("0", "100", "200"), table.rows());
        assertEquals(List.of("loss", "kl"), table.columns());
        assertArrayEquals(new double[][] {{9, Double.NaN}, {4, 0.5}, {1, Double.NaN}}, table.values());
    }
}
