package org.distaff.plot.figure;

import java.util.Locale;

import org.distaff.core.metric.Matrix;
import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.Theme;

/**
 * A matrix as coloured cells with their values; undefined cells are left in the background's colour with a dash.
 *
 * @param title stands above
 */
public record HeatMap(String title, Matrix matrix) implements Figure {

    private static final double CELL_WIDTH = 64;
    private static final double CELL_HEIGHT = 22;
    private static final double LEFT = 60;
    private static final double TOP = 48;
    private static final double TEXT = 11;

    @Override
    public double width() {
        return LEFT + CELL_WIDTH * matrix.columns().size() + 8;
    }

    @Override
    public double height() {
        return TOP + CELL_HEIGHT * matrix.rows().size() + 8;
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        double largest = 0;
        for (double[] row : matrix.values()) {
            for (double value : row) {
                largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
            }
        }
        pen.text(LEFT, 16, title, 12, Pen.Anchor.START, theme.foreground());
        for (int c = 0; c < matrix.columns().size(); c++) {
            pen.text(LEFT + (c + 0.5) * CELL_WIDTH, TOP - 6, matrix.columns().get(c), TEXT, Pen.Anchor.MIDDLE,
                    theme.foreground());
        }
        for (int r = 0; r < matrix.rows().size(); r++) {
            double y = TOP + r * CELL_HEIGHT;
            pen.text(LEFT - 6, y + 15, matrix.rows().get(r), TEXT, Pen.Anchor.END, theme.foreground());
            for (int c = 0; c < matrix.columns().size(); c++) {
                cell(pen, theme, LEFT + c * CELL_WIDTH, y, matrix.values()[r][c], largest);
            }
        }
    }

    private static void cell(Pen pen, Theme theme, double x, double y, double value, double largest) {
        if (!Double.isFinite(value)) {
            pen.text(x + CELL_WIDTH / 2, y + 15, "–", TEXT, Pen.Anchor.MIDDLE, theme.foreground());
            return;
        }
        double share = largest == 0 ? 0 : Math.max(0, value / largest);
        int colour = Viridis.at(share);
        pen.fill(x, y, CELL_WIDTH - 1, CELL_HEIGHT - 1, colour);
        String text = value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3f", value);
        pen.text(x + CELL_WIDTH / 2, y + 15, text, TEXT, Pen.Anchor.MIDDLE, Viridis.isDark(colour) ? 0xFFFFFF : 0x000000);
    }
}
