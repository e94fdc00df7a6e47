package org.distaff.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.distaff.plot.image.Bitmap;

/**
 * Draws a figure as pixels, for PNG files and the clipboard. Needs no display; texts look as the machine's fonts do.
 */
public final class BitmapPen implements Pen {

    static {
        if (System.getProperty("java.awt.headless") == null) {
            // AWT must not start a toolkit of its own beside the workbench's, nor look for a display on a cluster node
            System.setProperty("java.awt.headless", "true");
        }
    }

    private final Graphics2D graphics;

    private BitmapPen(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /**
     * The figure as an image.
     *
     * @param scale pixels of the image for one of the figure, above 0
     */
    public static Bitmap draw(Figure figure, Theme theme, double scale) {
        int width = (int) Math.ceil(figure.width() * scale);
        int height = (int) Math.ceil(figure.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                    RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            graphics.setColor(new Color(theme.background()));
            graphics.fillRect(0, 0, width, height);
            graphics.scale(scale, scale);
            figure.draw(new BitmapPen(graphics), theme);
        } finally {
            graphics.dispose();
        }
        int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xFFFFFF;
        }
        return new Bitmap(width, height, rgb);
    }

    @Override
    public void fill(double x, double y, double width, double height, int colour) {
        graphics.setColor(new Color(colour));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(double[] points, double thickness, int colour) {
        if (points.length < 4) {
            return;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i + 1 < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        graphics.setColor(new Color(colour));
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
    }

    @Override
    public void text(double x, double y, String text, double size, Anchor anchor, int colour) {
        graphics.setColor(new Color(colour));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size));
        double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        graphics.drawString(text, (float) left, (float) y);
    }

    @Override
    public void image(Bitmap image, double x, double y, double width, double height) {
        BufferedImage source = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        source.setRGB(0, 0, image.width(), image.height(), image.rgb(), 0, image.width());
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(width / image.width(), height / image.height());
        graphics.drawImage(source, place, null);
    }
}
