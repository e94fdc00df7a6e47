package org.distaff.plot.figure;

import java.util.List;
import java.util.Locale;

import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.Theme;

/**
 * Series of numbers over a common horizontal axis.
 *
 * @param title  stands above
 * @param xLabel what the horizontal axis is
 * @param series at least one; points that are not finite are left out
 */
public record Curves(String title, String xLabel, List<Series> series, double width, double height) implements Figure {

    private static final double LEFT = 58;
    private static final double RIGHT = 12;
    private static final double TOP = 28;
    private static final double BOTTOM = 36;
    private static final double TEXT = 11;
    private static final int TICKS = 5;

    /** A named series; x ascending, as long as y. */
    public record Series(String name, double[] x, double[] y) {
    }

    /** The smallest and largest finite value, and a step between ticks of 1, 2 or 5 times a power of ten. */
    private record Axis(double low, double high, double step) {

        static Axis of(List<double[]> values) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] list : values) {
                for (double value : list) {
                    if (Double.isFinite(value)) {
                        low = Math.min(low, value);
                        high = Math.max(high, value);
                    }
                }
            }
            if (low > high) {
                low = 0;
                high = 1;
            }
            if (low == high) {
                low -= 0.5;
                high += 0.5;
            }
            double raw = (high - low) / TICKS;
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            double step = raw / power <= 1 ? power : raw / power <= 2 ? 2 * power : raw / power <= 5 ? 5 * power : 10 * power;
            return new Axis(low, high, step);
        }

        double place(double value, double from, double to) {
            return from + (value - low) / (high - low) * (to - from);
        }
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        Axis x = Axis.of(series.stream().map(Series::x).toList());
        Axis y = Axis.of(series.stream().map(Series::y).toList());
        double right = width - RIGHT;
        double bottom = height - BOTTOM;
        pen.text(LEFT, 16, title, 12, Pen.Anchor.START, theme.foreground());
        for (double tick = Math.ceil(y.low / y.step) * y.step; tick <= y.high + y.step * 1e-9; tick += y.step) {
            double at = y.place(tick, bottom, TOP);
            pen.line(new double[] {LEFT, at, right, at}, 1, theme.grid());
            pen.text(LEFT - 6, at + 4, number(tick, y.step), TEXT, Pen.Anchor.END, theme.foreground());
        }
        for (double tick = Math.ceil(x.low / x.step) * x.step; tick <= x.high + x.step * 1e-9; tick += x.step) {
            double at = x.place(tick, LEFT, right);
            pen.line(new double[] {at, bottom, at, bottom + 4}, 1, theme.foreground());
            pen.text(at, bottom + 16, number(tick, x.step), TEXT, Pen.Anchor.MIDDLE, theme.foreground());
        }
        pen.line(new double[] {LEFT, TOP, LEFT, bottom, right, bottom}, 1, theme.foreground());
        pen.text((LEFT + right) / 2, height - 4, xLabel, TEXT, Pen.Anchor.MIDDLE, theme.foreground());
        for (int s = 0; s < series.size(); s++) {
            draw(series.get(s), s, x, y, pen, theme);
        }
    }

    private void draw(Series one, int index, Axis x, Axis y, Pen pen, Theme theme) {
        double[] points = new double[2 * one.x.length];
        int count = 0;
        for (int i = 0; i < one.x.length; i++) {
            if (Double.isFinite(one.x[i]) && Double.isFinite(one.y[i])) {
                points[count++] = x.place(one.x[i], LEFT, width - RIGHT);
                points[count++] = y.place(one.y[i], height - BOTTOM, TOP);
            }
        }
        int colour = theme.series(index);
        pen.line(java.util.Arrays.copyOf(points, count), 1.5, colour);
        pen.text(width - RIGHT, TOP + 12 + 14 * index, one.name, TEXT, Pen.Anchor.END, colour);
    }

    private static String number(double value, double step) {
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step)));
        return String.format(Locale.ROOT, "%." + Math.min(6, digits) + "f", value == 0 ? 0.0 : value);
    }
}
