package org.distaff.tests.plot;

import java.util.ArrayList;
import java.util.List;

import org.distaff.plot.Pen;
import org.distaff.plot.TextSize;
import org.distaff.plot.image.Bitmap;

/** Remembers where everything was drawn. */
final class RecordingPen implements Pen {

    private final List<Box> boxes = new ArrayList<>();
    private int images;

    /** The room something takes; the text is empty for everything else. */
    record Box(double left, double top, double right, double bottom, String text, int colour) {

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    List<Box> boxes() {
        return boxes;
    }

    int images() {
        return images;
    }

    List<String> texts() {
        return boxes.stream().map(Box::text).filter(t -> !t.isEmpty()).toList();
    }

    /** The colour of the last rectangle that was filled before a text and holds its middle. */
    int behind(Box text) {
        int colour = 0;
        double x = (text.left + text.right) / 2;
        double y = (text.top + text.bottom) / 2;
        for (Box box : boxes.subList(0, boxes.indexOf(text))) {
            if (box.text.isEmpty() && box.left <= x && x <= box.right && box.top <= y && y <= box.bottom) {
                colour = box.colour;
            }
        }
        return colour;
    }

    @Override
    public void fill(double x, double y, double width, double height, int colour) {
        boxes.add(new Box(x, y, x + width, y + height, "", colour));
    }

    @Override
    public void line(double[] points, double thickness, int colour) {
        for (int i = 0; i < points.length; i += 2) {
            boxes.add(new Box(points[i], points[i + 1], points[i], points[i + 1], "", colour));
        }
    }

    @Override
    public void text(double x, double y, String text, double size, Anchor anchor, int colour) {
        double width = TextSize.width(text, size);
        double left = anchor == Anchor.START ? x : anchor == Anchor.MIDDLE ? x - width / 2 : x - width;
        if (!text.isEmpty()) {
            boxes.add(new Box(left, y - 0.75 * size, left + width, y, text, colour));
        }
    }

    @Override
    public void image(Bitmap image, double x, double y, double width, double height) {
        images++;
        boxes.add(new Box(x, y, x + width, y + height, "", 0x808080));
    }
}
