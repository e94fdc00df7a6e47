package org.distaff.datasets.pendulum;

import org.distaff.datasets.draw.Canvas;
import org.distaff.datasets.draw.Drawings;
import org.distaff.datasets.draw.PlotBox;

/**
 * The geometry of one picture. The pendulum hangs from (10, 10.5) at angle θ from the vertical; light falls along
 * lines of slope tan φ through it onto the ground y = −0.5.
 *
 * @param theta angle of the pendulum in radians
 * @param phi   angle of the light in radians, not π/2
 */
record Swing(double theta, double phi) implements Drawings.Drawing {

    private static final double PIVOT_X = 10;
    private static final double PIVOT_Y = 10.5;
    private static final double GROUND = -0.5;
    private static final double SHORTEST = 3;

    /** Picture of pendulum step i in −40 … 43 and light step j in 60 … 147. */
    static Swing of(int i, int j) {
        return new Swing(i * Math.PI / 200, j * Math.PI / 200);
    }

    /** Where the sun stands on y = 20.5: on the line of light through the pivot. */
    double sun() {
        return PIVOT_X + (20.5 - PIVOT_Y) / StrictMath.tan(phi);
    }

    /** Where the shadow of the pivot falls. */
    private double pivotShadow() {
        return shadow(PIVOT_X, PIVOT_Y);
    }

    /** Where the shadow of the ball's lowest point falls, 9.5 from the pivot. */
    private double tipShadow() {
        return shadow(PIVOT_X + 9.5 * StrictMath.sin(theta), PIVOT_Y - 9.5 * StrictMath.cos(theta));
    }

    private double shadow(double x, double y) {
        return x + (GROUND - y) / StrictMath.tan(phi);
    }

    /** Length of the shadow; shorter ones are drawn and labelled as 3. */
    double shadowLength() {
        return Math.max(SHORTEST, Math.abs(tipShadow() - pivotShadow()));
    }

    /** Middle of the shadow. */
    double shadowPosition() {
        return (tipShadow() + pivotShadow()) / 2;
    }

    @Override
    public Canvas draw(int pixels) {
        PlotBox box = new PlotBox(pixels, 0, 20, -1, 21);
        Canvas canvas = box.canvas();
        double x = PIVOT_X + 8 * StrictMath.sin(theta);
        double y = PIVOT_Y - 8 * StrictMath.cos(theta);
        box.circle(canvas, x, y, 1.5, 0xb22222);
        box.line(canvas, PIVOT_X, PIVOT_Y, x, y, 3, 0x000000);
        box.circle(canvas, sun(), 20.5, 3, 0xffa500);
        double half = shadowLength() / 2;
        box.line(canvas, shadowPosition() - half, GROUND, shadowPosition() + half, GROUND, 3, 0x000000);
        return canvas;
    }
}
