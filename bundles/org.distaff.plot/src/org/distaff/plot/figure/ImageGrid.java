package org.distaff.plot.figure;

import java.util.List;

import org.distaff.plot.Figure;
import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.Theme;
import org.distaff.plot.image.Bitmap;

/**
 * Images in rows and columns with labels.
 *
 * @param title   stands above
 * @param rows    a label for each row; may be empty
 * @param columns a label for each column; may be empty
 * @param images  row by row; rows may end early
 * @param cell    the longer side of every image on paper, above 0; images keep their proportions
 */
public record ImageGrid(String title, List<String> rows, List<String> columns, List<List<Bitmap>> images,
        double cell) implements Figure {

    private static final double MARGIN = 8;
    private static final double GAP = 2;
    private static final double TEXT = 11;
    private static final double TITLE = 12;
    private static final double LINE = 22;

    public ImageGrid {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        images = images.stream().map(List::copyOf).toList();
    }

    @Override
    public double width() {
        int widest = Math.max(columns.size(), images.stream().mapToInt(List::size).max().orElse(0));
        double grid = left() + widest * pitch() - GAP;
        return Math.ceil(Math.max(grid, MARGIN + TextSize.width(title, TITLE)) + MARGIN);
    }

    @Override
    public double height() {
        return Math.ceil(top() + Math.max(rows.size(), images.size()) * (tall() + GAP) - GAP + MARGIN);
    }

    private double left() {
        return MARGIN + (rows.isEmpty() ? 0 : Math.ceil(TextSize.widest(rows, TEXT)) + 6);
    }

    private double top() {
        return (title.isEmpty() ? MARGIN : LINE + 4) + (columns.isEmpty() ? 0 : LINE - 6);
    }

    /** Height of a row: that of the tallest image. */
    private double tall() {
        return images.stream().flatMap(List::stream).mapToDouble(i -> i.height() * scale(i)).max().orElse(cell);
    }

    private double scale(Bitmap image) {
        return cell / Math.max(image.width(), image.height());
    }

    /** Columns move apart when their labels need more room than the images. */
    private double pitch() {
        return Math.max(cell + GAP, Math.ceil(TextSize.widest(columns, TEXT)) + 6);
    }

    @Override
    public void draw(Pen pen, Theme theme) {
        double left = left();
        double top = top();
        double pitch = pitch();
        double tall = tall();
        pen.text(MARGIN, 17, title, TITLE, Pen.Anchor.START, theme.foreground());
        for (int c = 0; c < columns.size(); c++) {
            pen.text(left + c * pitch + (pitch - GAP) / 2, top - 5, columns.get(c), TEXT, Pen.Anchor.MIDDLE,
                    theme.foreground());
        }
        for (int r = 0; r < rows.size(); r++) {
            pen.text(left - 6, top + r * (tall + GAP) + tall / 2 + 4, rows.get(r), TEXT, Pen.Anchor.END,
                    theme.foreground());
        }
        for (int r = 0; r < images.size(); r++) {
            for (int c = 0; c < images.get(r).size(); c++) {
                Bitmap image = images.get(r).get(c);
                double width = image.width() * scale(image);
                double height = image.height() * scale(image);
                pen.image(image, left + c * pitch + (pitch - GAP - width) / 2,
                        top + r * (tall + GAP) + (tall - height) / 2, width, height);
            }
        }
    }
}
