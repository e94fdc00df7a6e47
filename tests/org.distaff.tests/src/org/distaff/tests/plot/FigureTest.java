package org.distaff.tests.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Theme;
import org.distaff.plot.figure.Curves;
import org.distaff.plot.figure.HeatMap;
import org.distaff.plot.figure.ImageGrid;
import org.distaff.plot.figure.ScoreStrip;
import org.distaff.plot.figure.Viridis;
import org.distaff.plot.image.Bitmap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FigureTest {

    static List<Figure> figures() {
        double nan = Double.NaN;
        double[] x = IntStream.range(0, 30).mapToDouble(i -> i * 100).toArray();
        double[] y = IntStream.range(0, 30).mapToDouble(i -> 1000 * Math.exp(-i / 5.0)).toArray();
        List<Curves.Series> many = IntStream.range(0, 40).mapToObj(i -> new Curves.Series("loss-" + i, x, y)).toList();
        Bitmap dot = new Bitmap(1, 1, new int[] {0xFF0000});
        return List.of(
                new HeatMap("A title that is a good deal wider than the table below", new Matrix(
                        List.of("z0", "a latent with a long name"), List.of("background texture"),
                        new double[][] {{1}, {nan}})),
                new HeatMap("Negative", new Matrix(List.of("z0"), List.of("a", "b"), new double[][] {{-1, -1e9}})),
                new HeatMap("Empty", new Matrix(List.of(), List.of(), new double[0][])),
                new Curves("Loss", "step", List.of(new Curves.Series("reconstruction", x, y)), 420, 240),
                new Curves("Loss", "step", many, 420, 240, true),
                new Curves("Nothing", "step", List.of(new Curves.Series("a", new double[] {1}, new double[] {nan})),
                        420, 240, true),
                new Curves("One", "step", List.of(new Curves.Series("a", new double[] {1}, new double[] {7})), 420,
                        240),
                new ImageGrid("Traversal", List.of("z0", "latent 17"), List.of("-2.0", "a wide label"),
                        List.of(List.of(dot, dot, dot), List.of(dot)), 24),
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
        new HeatMap("", new Matrix(List.of("z0"), List.of("a", "b", "c"), new double[][] {{0, Double.NaN, 2}}))
                .draw(pen, Theme.LIGHT);
        List<RecordingPen.Box> cells = pen.boxes().stream().filter(b -> b.text().isEmpty()).toList();
        assertEquals(2, cells.size()); // the undefined cell is not filled
        assertEquals(0x440154, cells.get(0).colour()); // viridis(0) and viridis(1) of matplotlib
        assertEquals(0xFDE725, cells.get(1).colour());
        assertTrue(pen.texts().containsAll(List.of("z0", "a", "b", "c", "0.000", "–", "2.000")));
    }

    @Test
    void heatMapsOfCorrelationsTellSignsApart() {
        RecordingPen pen = new RecordingPen();
        new HeatMap("", new Matrix(List.of("z0"), List.of("a", "b", "c"), new double[][] {{-1, 0, 1}}))
                .draw(pen, Theme.LIGHT);
        List<Integer> colours = pen.boxes().stream().filter(b -> b.text().isEmpty()).map(b -> b.colour()).toList();
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
}
