package org.distaff.plot;

import org.distaff.plot.image.Bitmap;

/** What figures are drawn with. Coordinates are in pixels, x to the right, y down; colours are 0xRRGGBB. */
public interface Pen {

    /** Which point of a text stands at its coordinates. */
    enum Anchor {
        START, MIDDLE, END
    }

    void fill(double x, double y, double width, double height, int colour);

    /** A line through points {@code x0, y0, x1, y1 …}. */
    void line(double[] points, double thickness, int colour);

    /** A text whose baseline is at y. */
    void text(double x, double y, String text, double size, Anchor anchor, int colour);

    /** An image stretched to a rectangle, pixels kept sharp. */
    void image(Bitmap image, double x, double y, double width, double height);
}
