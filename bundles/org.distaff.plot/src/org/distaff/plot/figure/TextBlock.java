package org.distaff.plot.figure;

import java.util.ArrayList;
import java.util.List;

import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.Theme;

/**
 * A text in lines of one width.
 *
 * @param words what it says, in order
 * @param width of the lines in pixels; a longer word stands on a line of its own and is cut
 * @param lines how many lines there is room for; what does not fit is left out
 */
public record TextBlock(List<String> words, double width, int lines) implements Figure {

    private static final double TEXT = 11;
    private static final double LINE = 15;
    private static final double MARGIN = 4;

    public TextBlock {
        words = List.copyOf(words);
    }

    @Override
    public double height() {
        return lines * LINE + 2 * MARGIN;
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        List<String> broken = broken();
        for (int i = 0; i < Math.min(lines, broken.size()); i++) {
            pen.text(MARGIN, MARGIN + (i + 0.75) * LINE, broken.get(i), TEXT, Pen.Anchor.START, theme.foreground());
        }
    }

    private List<String> broken() {
        List<String> broken = new ArrayList<>();
        String line = "";
        for (String word : words) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && TextSize.width(longer, TEXT) > width - 2 * MARGIN) {
                broken.add(line);
                longer = word;
            }
            line = longer;
        }
        broken.add(line);
        return broken;
    }
}
