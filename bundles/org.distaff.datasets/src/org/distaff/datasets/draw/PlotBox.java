package org.distaff.datasets.draw;

/**
 * The plot box of a square Matplotlib figure at its default margins: 12.5 % left, 10 % right, 11 % below, 12 % above.
 * Maps data coordinates (y up) to pixels (y down). A stroke of one point is 96/72 pixels at 96 pixels an inch.
 */
public record PlotBox(int pixels, double fromX, double toX, double fromY, double toY) {

    private double left() {
        return 0.125 * pixels;
    }

    private double bottom() {
        return 0.89 * pixels;
    }

    private double width() {
        return 0.775 * pixels;
    }

    private double height() {
        return 0.77 * pixels;
    }

    public double x(double data) {
        return left() + (data - fromX) / (toX - fromX) * width();
    }

    public double y(double data) {
        return bottom() - (data - fromY) / (toY - fromY) * height();
    }

    /** A white canvas that takes nothing outside the box. */
    public Canvas canvas() {
        Canvas canvas = new Canvas(pixels, pixels, 0xffffff);
        canvas.clip(left(), bottom() - height(), left() + width(), bottom());
        return canvas;
    }

    public void circle(Canvas canvas, double cx, double cy, double radius, int colour) {
        canvas.ellipse(x(cx), y(cy), radius / (toX - fromX) * width(), radius / (toY - fromY) * height(), colour);
    }

    /** @param points thickness in points */
    public void line(Canvas canvas, double x1, double y1, double x2, double y2, double points, int colour) {
        canvas.segment(x(x1), y(y1), x(x2), y(y2), points * pixels / 72, colour);
    }

    public void rectangle(Canvas canvas, double x1, double y1, double x2, double y2, int colour) {
        canvas.rectangle(x(x1), y(y1), x(x2), y(y2), colour);
    }
}
