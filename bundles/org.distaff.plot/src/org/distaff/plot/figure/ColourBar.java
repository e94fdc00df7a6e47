package org.distaff.plot.figure;

import java.util.Locale;

import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.Theme;

/**
 * The scale of a heat map's colours, with what its ends mean.
 *
 * @param low    value of the darkest colour
 * @param high   value of the brightest; at least {@code low}
 * @param format how a number of ordinary size is written
 */
record ColourBar(double low, double high, String format) {

    private static final double GAP = 14;
    private static final double THICKNESS = 12;
    private static final double TEXT = 11;
    private static final int STRIPS = 48;

    int colour(double value) {
        return Viridis.at(high > low ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0); // the range may overflow
    }

    String text(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 1e6 ? "%.2e" : size >= 100 ? "%.0f" : format, value);
    }

    double width() {
        return GAP + THICKNESS + 5 + Math.ceil(Math.max(TextSize.width(text(low), TEXT),
                TextSize.width(text(high), TEXT)));
    }

    /** Draws the bar to the right of a coordinate; the largest value is above. */
    void draw(Pen pen, Theme theme, double right, double top, double height) {
        double x = right + GAP;
        double label = x + THICKNESS + 5;
        for (int i = 0; i < STRIPS; i++) {
            pen.fill(x, top + i * height / STRIPS, THICKNESS, height / STRIPS,
                    Viridis.at(high > low ? 1 - i / (STRIPS - 1.0) : 0));
        }
        pen.text(label, top + 9, text(high), TEXT, Pen.Anchor.START, theme.foreground());
        if (high > low) {
            pen.text(label, top + height, text(low), TEXT, Pen.Anchor.START, theme.foreground());
        }
    }
}
