package org.distaff.plot.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.Theme;

/**
 * Counts as upright bars, a row of bars per group; every row has a scale of its own, from 0 to its largest count.
 *
 * @param title  stands above
 * @param groups at least one
 */
public record Bars(String title, List<Group> groups) implements Figure {

    private static final double MARGIN = 8;
    private static final double TOP = 30;
    private static final double ROW = 54;
    private static final double BARS = 36;
    private static final double PLOT = 360;
    private static final double TEXT = 11;
    private static final double TITLE = 12;
    private static final double NUMBERS = 64;

    /**
     * Counts that belong together.
     *
     * @param name   stands to the left
     * @param values name of each bar; the first and the last one are written below
     * @param counts one per bar, at least 0
     */
    public record Group(String name, List<String> values, int[] counts) {

        public Group {
            values = List.copyOf(values);
        }
    }

    public Bars {
        groups = List.copyOf(groups);
    }

    @Override
    public double width() {
        return Math.ceil(Math.max(left() + PLOT + NUMBERS, MARGIN + TextSize.width(title, TITLE)) + MARGIN);
    }

    @Override
    public double height() {
        return TOP + ROW * groups.size() + MARGIN;
    }

    @Override
    public Optional<String> at(double x, double y) {
        int g = (int) Math.floor((y - TOP) / ROW);
        if (g < 0 || g >= groups.size() || y - TOP - g * ROW > BARS) {
            return Optional.empty();
        }
        Group group = groups.get(g);
        int bar = (int) Math.floor((x - left()) / PLOT * group.counts.length);
        return bar < 0 || bar >= group.counts.length ? Optional.empty()
                : Optional.of(group.name + " " + group.values.get(bar) + ": " + group.counts[bar]);
    }

    /** One table a group, a row for each bar. */
    @Override
    public List<Matrix> tables() {
        return groups.stream().map(group -> new Matrix(group.values, List.of(group.name),
                Arrays.stream(group.counts).mapToObj(count -> new double[] {count}).toArray(double[][]::new))).toList();
    }

    private double left() {
        return MARGIN + Math.ceil(TextSize.widest(groups.stream().map(Group::name).toList(), TEXT)) + 10;
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        pen.text(MARGIN, 16, title, TITLE, Pen.Anchor.START, theme.foreground());
        for (int g = 0; g < groups.size(); g++) {
            row(pen, theme, groups.get(g), TOP + g * ROW);
        }
    }

    private void row(Pen pen, Theme theme, Group group, double top) {
        double left = left();
        double bottom = top + BARS;
        double pitch = PLOT / group.counts.length;
        double gap = pitch > 6 ? 2 : 0;
        int largest = Math.max(1, Arrays.stream(group.counts).max().orElse(1));
        pen.text(left - 8, top + BARS / 2 + 4, group.name, TEXT, Pen.Anchor.END, theme.foreground());
        for (int i = 0; i < group.counts.length; i++) {
            double height = BARS * group.counts[i] / largest;
            pen.fill(left + i * pitch, bottom - height, pitch - gap, height, theme.series(0));
        }
        pen.line(new double[] {left, bottom, left + PLOT, bottom}, 1, theme.foreground());
        pen.text(left, bottom + 13, group.values.get(0), TEXT, Pen.Anchor.START, theme.foreground());
        if (group.counts.length > 1) {
            pen.text(left + PLOT, bottom + 13, group.values.get(group.values.size() - 1), TEXT, Pen.Anchor.END, theme.foreground());
        }
        pen.text(left + PLOT + 8, top + 10, String.valueOf(largest), TEXT, Pen.Anchor.START, theme.foreground());
        pen.text(left + PLOT + 8, bottom, "0", TEXT, Pen.Anchor.START, theme.foreground());
    }
}
