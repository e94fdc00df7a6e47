package org.distaff.datasets.draw;

import java.nio.FloatBuffer;

/**
 * An antialiased picture: each shape is mixed in by the share of a pixel it covers, estimated from the distance of the
 * pixel's centre to its outline. x to the right and y down in pixels, colours as {@code 0xRRGGBB}. Only additions,
 * products, quotients and square roots, which Java rounds alike everywhere. Not thread-safe.
 */
public final class Canvas {

    private final int width;
    private final int height;
    private final float[] planes;
    private double left;
    private double top;
    private double right;
    private double bottom;

    public Canvas(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.planes = new float[3 * width * height];
        clip(0, 0, width, height);
        for (int i = 0; i < width * height; i++) {
            mix(i, background, 1);
        }
    }

    /** Limits what is drawn from now on to a rectangle. */
    public void clip(double newLeft, double newTop, double newRight, double newBottom) {
        left = newLeft;
        top = newTop;
        right = newRight;
        bottom = newBottom;
    }

    private interface Distance {
        /** Distance in pixels from a point to the outline; negative inside. */
        double at(double x, double y);
    }

    public void ellipse(double cx, double cy, double rx, double ry, int colour) {
        ellipse(cx, cy, rx, ry, colour, 1);
    }

    /** An ellipse with its axes along x and y; first-order distance (value over gradient). */
    public void ellipse(double cx, double cy, double rx, double ry, int colour, double opacity) {
        fill(cx - rx, cy - ry, cx + rx, cy + ry, colour, opacity, (x, y) -> {
            double u = (x - cx) / rx;
            double v = (y - cy) / ry;
            double length = Math.sqrt(u * u + v * v);
            double gradient = Math.sqrt(u * u / (rx * rx) + v * v / (ry * ry));
            return gradient == 0 ? -Math.min(rx, ry) : (length - 1) * length / gradient;
        });
    }

    /** A straight stroke with square ends. */
    public void segment(double x1, double y1, double x2, double y2, double thickness, int colour) {
        double length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
        if (length == 0) {
            return;
        }
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double half = thickness / 2;
        fill(Math.min(x1, x2) - half, Math.min(y1, y2) - half, Math.max(x1, x2) + half, Math.max(y1, y2) + half, colour,
                1, (x, y) -> {
                    double along = (x - x1) * ux + (y - y1) * uy;
                    double across = Math.abs((x - x1) * uy - (y - y1) * ux);
                    return Math.max(across - half, Math.max(-along, along - length));
                });
    }

    /** A rectangle; exact coverage for sides along pixel borders. */
    public void rectangle(double x1, double y1, double x2, double y2, int colour) {
        double cx = (x1 + x2) / 2;
        double cy = (y1 + y2) / 2;
        double halfWidth = Math.abs(x2 - x1) / 2;
        double halfHeight = Math.abs(y2 - y1) / 2;
        fill(cx - halfWidth, cy - halfHeight, cx + halfWidth, cy + halfHeight, colour, 1,
                (x, y) -> Math.max(Math.abs(x - cx) - halfWidth, Math.abs(y - cy) - halfHeight));
    }

    private void fill(double x1, double y1, double x2, double y2, int colour, double opacity, Distance distance) {
        int from = (int) Math.max(Math.floor(left), Math.floor(x1 - 1));
        int to = (int) Math.min(Math.ceil(right), Math.ceil(x2 + 1));
        int above = (int) Math.max(Math.floor(top), Math.floor(y1 - 1));
        int below = (int) Math.min(Math.ceil(bottom), Math.ceil(y2 + 1));
        for (int i = above; i < below; i++) {
            for (int j = from; j < to; j++) {
                double inside = 0.5 - distance.at(j + 0.5, i + 0.5);
                if (inside > 0) {
                    double shown = overlap(j, left, right) * overlap(i, top, bottom);
                    mix(i * width + j, colour, Math.min(1, inside) * shown * opacity);
                }
            }
        }
    }

    /** Share of the pixel from {@code start} to {@code start} + 1 that lies within limits. */
    private static double overlap(int start, double from, double to) {
        return Math.clamp(Math.min(start + 1, to) - Math.max(start, from), 0, 1);
    }

    private void mix(int pixel, int colour, double share) {
        for (int c = 0; c < 3; c++) {
            int at = c * width * height + pixel;
            double value = (colour >> 16 - 8 * c & 0xff) / 255.0;
            planes[at] = (float) (planes[at] + (value - planes[at]) * share);
        }
    }

    /** Writes the picture, channel by channel, from the target's position on. */
    public void writeTo(FloatBuffer target) {
        target.put(planes);
    }
}
