package org.distaff.ui.figure;

import java.util.HashMap;
import java.util.Map;

import org.distaff.plot.Pen;
import org.distaff.plot.image.Bitmap;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Draws figures with a graphics context of SWT; coordinates are those of the context. What lies outside of the part
 * that is painted costs nothing.
 */
public final class SwtPen implements Pen, AutoCloseable {

    private static final PaletteData RGB = new PaletteData(0xFF0000, 0xFF00, 0xFF);
    /** Points per pixel at 96 pixels per inch, for which figures give the size of their texts. */
    private static final double POINTS = 72.0 / 96;

    private final GC gc;
    private final Device device;
    private final Font before;
    private final Rectangle painted;
    private final Map<Integer, Font> fonts = new HashMap<>();

    public SwtPen(GC gc) {
        this.gc = gc;
        this.before = gc.getFont();
        this.painted = gc.getClipping();
        this.device = gc.getDevice();
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
    }

    /** A bitmap's pixels for this toolkit. */
    public static ImageData data(Bitmap bitmap) {
        ImageData data = new ImageData(bitmap.width(), bitmap.height(), 24, RGB);
        for (int row = 0; row < bitmap.height(); row++) {
            data.setPixels(0, row, bitmap.width(), bitmap.rgb(), row * bitmap.width());
        }
        return data;
    }

    private static Color colour(int rgb) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    @Override
    public void fill(double x, double y, double width, double height, int colour) {
        int left = (int) Math.round(x);
        int top = (int) Math.round(y);
        gc.setBackground(colour(colour));
        gc.fillRectangle(left, top, (int) Math.round(x + width) - left, (int) Math.round(y + height) - top);
    }

    @Override
    public void line(double[] points, double thickness, int colour) {
        if (points.length < 4) {
            return;
        }
        Path path = new Path(device);
        try {
            path.moveTo((float) points[0], (float) points[1]);
            for (int i = 2; i < points.length; i += 2) {
                path.lineTo((float) points[i], (float) points[i + 1]);
            }
            gc.setForeground(colour(colour));
            gc.setLineWidth(Math.max(1, (int) Math.round(thickness)));
            gc.drawPath(path);
        } finally {
            path.dispose();
        }
    }

    @Override
    public void text(double x, double y, String text, double size, Anchor anchor, int colour) {
        if (y + size < painted.y || y - 2 * size > painted.y + painted.height) {
            return;
        }
        gc.setFont(fonts.computeIfAbsent((int) Math.max(1, Math.round(size * POINTS)), this::font));
        gc.setForeground(colour(colour));
        Point extent = gc.textExtent(text);
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - extent.x / 2.0;
            case END -> x - extent.x;
        };
        int ascent = gc.getFontMetrics().getAscent() + gc.getFontMetrics().getLeading();
        gc.drawText(text, (int) Math.round(left), (int) Math.round(y - ascent), true);
    }

    private Font font(int points) {
        return new Font(device, before.getFontData()[0].getName(), points, SWT.NORMAL);
    }

    /** Gives back the fonts. */
    @Override
    public void close() {
        gc.setFont(before);
        fonts.values().forEach(Font::dispose);
    }

    @Override
    public void image(Bitmap bitmap, double x, double y, double width, double height) {
        Image image = new Image(device, data(bitmap));
        try {
            gc.setInterpolation(SWT.NONE);
            Rectangle size = image.getBounds();
            gc.drawImage(image, 0, 0, size.width, size.height, (int) Math.round(x), (int) Math.round(y),
                    (int) Math.round(width), (int) Math.round(height));
        } finally {
            image.dispose();
        }
    }
}
