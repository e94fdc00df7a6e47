package org.distaff.plot.figure;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.Theme;

/**
 * A matrix as coloured cells with their values; the colours run from 0, or the smallest value when there are negative
 * ones, to the largest. Undefined cells are left in the background's colour with a dash.
 *
 * @param title stands above
 */
public record HeatMap(String title, Matrix matrix) implements Figure {

    private static final double SMALLEST_CELL = 64;
    private static final double CELL_HEIGHT = 22;
    private static final double TOP = 48;
    private static final double TEXT = 11;
    private static final double TITLE = 12;
    private static final double MARGIN = 8;

    @Override
    public double width() {
        double table = left() + cellWidth() * matrix.columns().size();
        return Math.ceil(Math.max(table, MARGIN + TextSize.width(title, TITLE)) + MARGIN);
    }

    @Override
    public double height() {
        return TOP + CELL_HEIGHT * matrix.rows().size() + MARGIN;
    }

    private double left() {
        return Math.ceil(TextSize.widest(matrix.rows(), TEXT)) + MARGIN + 6;
    }

    private double cellWidth() {
        return Math.max(SMALLEST_CELL, Math.ceil(TextSize.widest(matrix.columns(), TEXT)) + MARGIN);
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        DoubleSummaryStatistics range = Arrays.stream(matrix.values()).flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite).summaryStatistics();
        double low = range.getCount() == 0 ? 0 : Math.min(0, range.getMin());
        double high = range.getCount() == 0 ? 0 : range.getMax();
        double left = left();
        double width = cellWidth();
        pen.text(MARGIN, 16, title, TITLE, Pen.Anchor.START, theme.foreground());
        for (int c = 0; c < matrix.columns().size(); c++) {
            pen.text(left + (c + 0.5) * width, TOP - 6, matrix.columns().get(c), TEXT, Pen.Anchor.MIDDLE,
                    theme.foreground());
        }
        for (int r = 0; r < matrix.rows().size(); r++) {
            double y = TOP + r * CELL_HEIGHT;
            pen.text(left - 6, y + 15, matrix.rows().get(r), TEXT, Pen.Anchor.END, theme.foreground());
            for (int c = 0; c < matrix.columns().size(); c++) {
                double value = matrix.values()[r][c];
                double x = left + c * width;
                int ink = theme.foreground();
                if (Double.isFinite(value)) {
                    int colour = Viridis.at(high > low ? (value - low) / (high - low) : 0);
                    pen.fill(x, y, width - 1, CELL_HEIGHT - 1, colour);
                    ink = Viridis.textOn(colour);
                }
                pen.text(x + width / 2, y + 15, text(value), TEXT, Pen.Anchor.MIDDLE, ink);
            }
        }
    }

    private static String text(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        double size = Math.abs(value);
        String format = size >= 1e6 ? "%.2e" : size >= 100 ? "%.0f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
