package org.distaff.plot.figure;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.Theme;

/**
 * Series of numbers over a common horizontal axis, with their names beside them.
 *
 * @param title       stands above
 * @param xLabel      what the horizontal axis is
 * @param series      at least one; points that are not finite (or not positive, when logarithmic) are left out
 * @param logarithmic whether equal ratios of y take equal room
 */
public record Curves(String title, String xLabel, List<Series> series, double width, double height,
        boolean logarithmic) implements Figure {

    private static final double MARGIN = 12;
    private static final double TOP = 28;
    private static final double BOTTOM = 36;
    private static final double TEXT = 11;
    private static final double LINE = 14;
    private static final double SAMPLE = 14;

    /** A named series; x ascending, as long as y. */
    public record Series(String name, double[] x, double[] y) {
    }

    public Curves {
        series = List.copyOf(series);
    }

    /** Curves over a linear axis. */
    public Curves(String title, String xLabel, List<Series> series, double width, double height) {
        this(title, xLabel, series, width, height, false);
    }

    /** A row for each x that any series has, a column for each series; NaN where a series has no such x. */
    @Override
    public List<Matrix> tables() {
        SortedMap<Double, double[]> rows = new TreeMap<>();
        for (int s = 0; s < series.size(); s++) {
            Series one = series.get(s);
            for (int i = 0; i < one.x.length; i++) {
                if (Double.isFinite(one.x[i])) {
                    rows.computeIfAbsent(one.x[i], x -> undefined(series.size()))[s] = one.y[i];
                }
            }
        }
        return List.of(new Matrix(rows.keySet().stream().map(Curves::number).toList(),
                series.stream().map(Series::name).toList(), rows.values().toArray(double[][]::new)));
    }

    private static double[] undefined(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private static String number(double x) {
        return x == Math.rint(x) ? String.valueOf((long) x) : String.valueOf(x);
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        Axis x = Axis.of(series.stream().map(Series::x).toList(), false);
        Axis y = Axis.of(series.stream().map(Series::y).toList(), logarithmic);
        double left = MARGIN + Math.ceil(TextSize.widest(y.ticks().stream().map(y::text).toList(), TEXT)) + 6;
        double names = TextSize.widest(series.stream().map(Series::name).toList(), TEXT);
        double right = width - MARGIN - Math.min(width * 0.4, Math.ceil(names) + SAMPLE + 12);
        double bottom = height - BOTTOM;
        pen.text(MARGIN, 16, title, 12, Pen.Anchor.START, theme.foreground());
        for (double tick : y.ticks()) {
            double at = y.place(tick, bottom, TOP);
            pen.line(new double[] {left, at, right, at}, 1, theme.grid());
            pen.text(left - 6, at + 4, y.text(tick), TEXT, Pen.Anchor.END, theme.foreground());
        }
        for (double tick : x.ticks()) {
            double at = x.place(tick, left, right);
            pen.line(new double[] {at, bottom, at, bottom + 4}, 1, theme.foreground());
            pen.text(at, bottom + 16, x.text(tick), TEXT, Pen.Anchor.MIDDLE, theme.foreground());
        }
        pen.line(new double[] {left, TOP, left, bottom, right, bottom}, 1, theme.foreground());
        pen.text((left + right) / 2, height - 4, xLabel, TEXT, Pen.Anchor.MIDDLE, theme.foreground());
        for (int s = 0; s < series.size(); s++) {
            draw(series.get(s), theme.series(s), x, y, left, right, pen);
        }
        names(pen, theme, right + 8);
    }

    private void draw(Series one, int colour, Axis x, Axis y, double left, double right, Pen pen) {
        double[] points = new double[2 * one.x.length];
        int count = 0;
        for (int i = 0; i < one.x.length; i++) {
            if (x.shows(one.x[i]) && y.shows(one.y[i])) {
                points[count++] = x.place(one.x[i], left, right);
                points[count++] = y.place(one.y[i], height - BOTTOM, TOP);
            }
        }
        if (count == 2) {
            pen.fill(points[0] - 2, points[1] - 2, 4, 4, colour); // one point makes no line
        } else if (count > 2) {
            pen.line(Arrays.copyOf(points, count), 1.5, colour);
        }
    }

    /** Names stand in the text colour beside a sample of the line: not every series colour can be read as text. */
    private void names(Pen pen, Theme theme, double at) {
        int room = (int) ((height - TOP) / LINE);
        int shown = series.size() <= room ? series.size() : room - 1;
        for (int s = 0; s < shown; s++) {
            double y = TOP + 8 + LINE * s;
            pen.line(new double[] {at, y, at + SAMPLE, y}, 3, theme.series(s));
            pen.text(at + SAMPLE + 4, y + 4, series.get(s).name, TEXT, Pen.Anchor.START, theme.foreground());
        }
        if (shown < series.size()) {
            pen.text(at, TOP + 12 + LINE * shown, "and " + (series.size() - shown) + " more", TEXT, Pen.Anchor.START,
                    theme.foreground());
        }
    }
}
