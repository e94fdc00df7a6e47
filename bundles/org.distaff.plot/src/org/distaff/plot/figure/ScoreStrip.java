package org.distaff.plot.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.Theme;

/**
 * The scores of several groups of runs, a row per group: every score as a point, the mean as an upright line, one
 * standard deviation (of a sample, n − 1) to either side as a bar, and both as numbers.
 *
 * @param title  stands above
 * @param groups at least one
 */
public record ScoreStrip(String title, List<Group> groups) implements Figure {

    private static final double MARGIN = 8;
    private static final double PLOT = 320;
    private static final double ROW = 28;
    private static final double TOP = 28;
    private static final double BOTTOM = 24;
    private static final double TEXT = 11;
    private static final double TITLE = 12;
    private static final double NUMBERS = 110;
    private static final double POINT = 4;

    /** Scores that belong together, one per seed; those that are not finite are left out. */
    public record Group(String name, double[] scores) {

        private double[] finite() {
            return Arrays.stream(scores).filter(Double::isFinite).toArray();
        }
    }

    public ScoreStrip {
        groups = List.copyOf(groups);
    }

    @Override
    public double width() {
        return Math.ceil(Math.max(left() + PLOT + NUMBERS, MARGIN + TextSize.width(title, TITLE)) + MARGIN);
    }

    @Override
    public double height() {
        return TOP + ROW * groups.size() + BOTTOM;
    }

    private double left() {
        return MARGIN + Math.ceil(TextSize.widest(groups.stream().map(Group::name).toList(), TEXT)) + 10;
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        Axis axis = Axis.of(groups.stream().map(Group::scores).toList(), false);
        double left = left();
        double bottom = TOP + ROW * groups.size();
        pen.text(MARGIN, 16, title, TITLE, Pen.Anchor.START, theme.foreground());
        for (double tick : axis.ticks()) {
            double x = axis.place(tick, left, left + PLOT);
            pen.line(new double[] {x, TOP, x, bottom}, 1, theme.grid());
            pen.text(x, bottom + 16, axis.text(tick), TEXT, Pen.Anchor.MIDDLE, theme.foreground());
        }
        for (int g = 0; g < groups.size(); g++) {
            row(pen, theme, groups.get(g), TOP + g * ROW, left, axis, theme.series(g));
        }
    }

    private static void row(Pen pen, Theme theme, Group group, double top, double left, Axis axis, int colour) {
        double middle = top + ROW / 2;
        double[] scores = group.finite();
        pen.text(left - 8, middle + 4, group.name, TEXT, Pen.Anchor.END, theme.foreground());
        for (int i = 0; i < scores.length; i++) {
            double lane = (i % 3 - 1) * 5; // three lanes, so that equal scores can be seen
            pen.fill(axis.place(scores[i], left, left + PLOT) - POINT / 2, middle + lane - POINT / 2, POINT, POINT,
                    colour);
        }
        String numbers = "–";
        if (scores.length > 0) {
            double mean = Arrays.stream(scores).average().orElseThrow();
            double x = axis.place(mean, left, left + PLOT);
            pen.line(new double[] {x, top + 3, x, top + ROW - 3}, 2, theme.foreground());
            numbers = String.format(Locale.ROOT, "%.3f", mean);
            if (scores.length > 1) {
                double deviation = deviation(scores, mean);
                double from = Math.max(left, axis.place(mean - deviation, left, left + PLOT));
                double to = Math.min(left + PLOT, axis.place(mean + deviation, left, left + PLOT));
                pen.line(new double[] {from, middle, to, middle}, 1, theme.foreground());
                numbers += String.format(Locale.ROOT, " ± %.3f", deviation);
            }
        }
        pen.text(left + PLOT + NUMBERS, middle + 4, numbers, TEXT, Pen.Anchor.END, theme.foreground());
    }

    private static double deviation(double[] scores, double mean) {
        double sum = 0;
        for (double score : scores) {
            sum += (score - mean) * (score - mean);
        }
        return Math.sqrt(sum / (scores.length - 1));
    }
}
