package org.distaff.plot.figure;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.Theme;

/**
 * A matrix as coloured cells with their values and a bar that explains the colours; these run from 0, or the smallest
 * value when there are negative ones, to the largest. Undefined cells are left in the background's colour with a dash.
 *
 * @param title  stands above
 * @param matrix what is shown; counts are shown without decimals
 * @param framed for each row the column whose cell has a frame, −1 for none; empty when no cell has one
 */
public record HeatMap(String title, Matrix matrix, List<Integer> framed) implements Figure {

    private static final double SMALLEST_CELL = 64;
    private static final double CELL_HEIGHT = 22;
    private static final double TOP = 48;
    private static final double TEXT = 11;
    private static final double TITLE = 12;
    private static final double MARGIN = 8;

    public HeatMap {
        framed = List.copyOf(framed);
    }

    /** A matrix without frames. */
    public HeatMap(String title, Matrix matrix) {
        this(title, matrix, List.of());
    }

    @Override
    public double width() {
        ColourBar bar = bar();
        double table = right() + (bar == null ? 0 : bar.width());
        return Math.ceil(Math.max(table, MARGIN + TextSize.width(title, TITLE)) + MARGIN);
    }

    @Override
    public double height() {
        return TOP + CELL_HEIGHT * matrix.rows().size() + MARGIN;
    }

    private double left() {
        return Math.ceil(TextSize.widest(matrix.rows(), TEXT)) + MARGIN + 6;
    }

    private double right() {
        return left() + cellWidth() * matrix.columns().size();
    }

    private double cellWidth() {
        return Math.max(SMALLEST_CELL, Math.ceil(TextSize.widest(matrix.columns(), TEXT)) + MARGIN);
    }

    /** The scale of the colours; null when no value is defined. */
    private ColourBar bar() {
        DoubleSummaryStatistics range = Arrays.stream(matrix.values()).flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite).summaryStatistics();
        return range.getCount() == 0 ? null
                : new ColourBar(Math.min(0, range.getMin()), range.getMax(), counts() ? "%.0f" : "%.3f");
    }

    private boolean counts() {
        return Arrays.stream(matrix.values()).flatMapToDouble(Arrays::stream).filter(Double::isFinite)
                .allMatch(v -> v == Math.rint(v) && v >= 0);
    }

    @Override
    public List<Matrix> tables() {
        return List.of(matrix);
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        double left = left();
        double width = cellWidth();
        pen.text(MARGIN, 16, title, TITLE, Pen.Anchor.START, theme.foreground());
        for (int c = 0; c < matrix.columns().size(); c++) {
            pen.text(left + (c + 0.5) * width, TOP - 6, matrix.columns().get(c), TEXT, Pen.Anchor.MIDDLE,
                    theme.foreground());
        }
        ColourBar bar = bar();
        for (int r = 0; r < matrix.rows().size(); r++) {
            double y = TOP + r * CELL_HEIGHT;
            pen.text(left - 6, y + 15, matrix.rows().get(r), TEXT, Pen.Anchor.END, theme.foreground());
            for (int c = 0; c < matrix.columns().size(); c++) {
                cell(pen, theme, bar, matrix.values()[r][c], left + c * width, y, r < framed.size()
                        && framed.get(r) == c);
            }
        }
        if (bar != null) {
            bar.draw(pen, theme, right(), TOP, CELL_HEIGHT * matrix.rows().size() - 1);
        }
    }

    private void cell(Pen pen, Theme theme, ColourBar bar, double value, double x, double y, boolean frame) {
        int ink = theme.foreground();
        double right = x + cellWidth() - 1;
        double bottom = y + CELL_HEIGHT - 1;
        if (Double.isFinite(value)) {
            int colour = bar.colour(value);
            pen.fill(x, y, right - x, bottom - y, colour);
            ink = Viridis.textOn(colour);
        }
        if (frame) {
            double in = 2; // so that frames of neighbours stay apart
            pen.line(new double[] {x + in, y + in, right - in, y + in, right - in, bottom - in, x + in, bottom - in,
                x + in, y + in - 1}, 2, ink);
        }
        pen.text((x + right + 1) / 2, y + 15, Double.isFinite(value) ? bar.text(value) : "–", TEXT, Pen.Anchor.MIDDLE,
                ink);
    }

    /** Row, column and the exact value of the cell at a place. */
    @Override
    public Optional<String> at(double x, double y) {
        int row = (int) Math.floor((y - TOP) / CELL_HEIGHT);
        int column = (int) Math.floor((x - left()) / cellWidth());
        if (row < 0 || row >= matrix.rows().size() || column < 0 || column >= matrix.columns().size()) {
            return Optional.empty();
        }
        double value = matrix.values()[row][column];
        return Optional.of(matrix.rows().get(row) + ", " + matrix.columns().get(column) + ": "
                + (Double.isNaN(value) ? "undefined" : counts() ? String.format(Locale.ROOT, "%.0f", value)
                        : Double.toString(value)));
    }
}
