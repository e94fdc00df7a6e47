package org.distaff.plot.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.Theme;

/**
 * How many groups of latents and factors there are as a threshold falls, from left to right.
 *
 * @param title      stands above
 * @param thresholds columns threshold (descending) and components, as {@link org.distaff.core.metric.Groups} has them
 * @param factors    number of factors, which a line marks: a disentangled representation has that many groups
 * @param left       where the axis begins, at least 40; that of a {@link Dendrogram} below makes the thresholds align
 */
public record ThresholdCurve(String title, Matrix thresholds, int factors, double left, double width, double height)
        implements Figure {

    private static final double MARGIN = 12;
    private static final double TOP = 28;
    private static final double BOTTOM = 36;
    private static final double TEXT = 11;

    @Override
    public List<Matrix> tables() {
        return List.of(thresholds);
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        Axis x = thresholdAxis(thresholds.values(), 0);
        int most = Math.max(factors, (int) Arrays.stream(thresholds.values()).mapToDouble(r -> r[1]).max().orElse(1));
        Axis y = new Axis(0, most + 0.3, Math.max(1, Math.ceil(most / 6.0)), false); // the top line is not the frame's
        double right = width - MARGIN;
        double bottom = height - BOTTOM;
        pen.text(MARGIN, 16, title, 12, Pen.Anchor.START, theme.foreground());
        for (double tick : y.ticks()) {
            double at = y.place(tick, bottom, TOP);
            pen.line(new double[] {left, at, right, at}, 1, theme.grid());
            pen.text(left - 6, at + 4, y.text(tick), TEXT, Pen.Anchor.END, theme.foreground());
        }
        double wanted = y.place(factors, bottom, TOP);
        pen.line(new double[] {left, wanted, right, wanted}, 1, theme.series(1));
        drawThresholds(pen, theme, x, left, right, bottom);
        pen.line(new double[] {left, TOP, left, bottom}, 1, theme.foreground());
        pen.line(steps(x, y, right, bottom), 2, theme.series(0));
    }

    /** How many groups there are at the threshold that is pointed at. */
    @Override
    public Optional<String> at(double x, double y) {
        double right = width - MARGIN;
        if (x < left || x > right || y < TOP || y > height - BOTTOM) {
            return Optional.empty();
        }
        double threshold = thresholdAxis(thresholds.values(), 0).high() * (right - x) / (right - left);
        double groups = Arrays.stream(thresholds.values()).filter(row -> row[0] >= threshold)
                .mapToDouble(row -> row[1]).reduce(0, (before, last) -> last);
        return Optional.of(String.format(Locale.ROOT, "threshold %.3f: %.0f groups", threshold, groups));
    }

    private double[] steps(Axis x, Axis y, double right, double bottom) {
        List<double[]> rows = List.of(thresholds.values());
        double[] points = new double[4 * rows.size() + 4];
        double last = bottom;
        int n = 0;
        points[n++] = left;
        points[n++] = bottom;
        for (double[] row : rows) {
            double at = x.place(row[0], right, left);
            points[n++] = at;
            points[n++] = last;
            last = y.place(row[1], bottom, TOP);
            points[n++] = at;
            points[n++] = last;
        }
        points[n++] = right;
        points[n++] = last;
        return points;
    }

    /** The axis of thresholds, from 0 to a little above the largest, which is in that column of the rows. */
    static Axis thresholdAxis(double[][] rows, int column) {
        double most = Arrays.stream(rows).mapToDouble(r -> r[column]).max().orElse(1);
        return Axis.of(List.of(new double[] {0, 1.04 * most}), false);
    }

    /** Draws an axis of thresholds that fall from left to right. */
    static void drawThresholds(Pen pen, Theme theme, Axis x, double left, double right, double bottom) {
        pen.line(new double[] {left, bottom, right, bottom}, 1, theme.foreground());
        for (double tick : x.ticks()) {
            double at = x.place(tick, right, left);
            pen.line(new double[] {at, bottom, at, bottom + 4}, 1, theme.foreground());
            Pen.Anchor anchor = tick == 0 ? Pen.Anchor.END : Pen.Anchor.MIDDLE; // the last one must not be cut off
            pen.text(at, bottom + 16, x.text(tick), TEXT, anchor, theme.foreground());
        }
        pen.text((left + right) / 2, bottom + 32, "threshold", TEXT, Pen.Anchor.MIDDLE, theme.foreground());
    }
}
