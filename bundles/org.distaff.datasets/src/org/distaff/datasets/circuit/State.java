package org.distaff.datasets.circuit;

import org.distaff.datasets.draw.Canvas;
import org.distaff.datasets.draw.Drawings;

/**
 * The arm and the lamps at one moment, and how they look: a turning arm on a dark bench and three lamps beyond its
 * reach, each with a button before it. All in [0, 1].
 *
 * @param arm   how far the arm has turned from left to right
 * @param blue  brightness of the blue lamp, to the right
 * @param green brightness of the green lamp, to the left
 * @param red   brightness of the red lamp, in the middle
 */
record State(double arm, double blue, double green, double red) implements Drawings.Drawing {

    /** Where the buttons are along the arm's way: the middles of the three regimes. */
    static final double GREEN_BUTTON = 0.25;
    static final double RED_BUTTON = 0.55;
    static final double BLUE_BUTTON = 0.85;

    /** The scene's own units: hundredths of its width. */
    private static final double SCENE = 100;
    private static final double PIVOT_X = 50;
    private static final double PIVOT_Y = 88;
    private static final double ARM = 46;
    private static final double BUTTON = 49.5;
    private static final double LAMP = 62;
    /** The arm turns over this angle, half of it to each side of the vertical. */
    private static final double TURN = Math.toRadians(100);

    /** How far the arm presses a button: a bump, 1 within a tenth of the way and 0 from two tenths on. */
    double pressed(double button) {
        return Math.clamp(2 - 10 * Math.abs(arm - button), 0, 1);
    }

    /** Whether it is of one of the three regimes that the published experiments keep: red is lit by one cause only. */
    boolean kept() {
        boolean byGreen = arm > 0.1 && arm < 0.4 && green > 0.4 && blue < 0.2;
        boolean directly = arm > 0.4 && arm < 0.7 && green < 0.2 && blue < 0.2;
        boolean byBlue = arm > 0.7 && blue > 0.4 && green < 0.2;
        return red > 0.5 && (byGreen || directly || byBlue);
    }

    @Override
    public Canvas draw(int pixels) {
        double unit = pixels / SCENE;
        Canvas canvas = new Canvas(pixels, pixels, 0x23262e);
        canvas.rectangle(0, 92 * unit, pixels, pixels, 0x5a4632);
        lamp(canvas, unit, GREEN_BUTTON, green, 0x14301a, 0x3cff5a);
        lamp(canvas, unit, RED_BUTTON, red, 0x381414, 0xff3c3c);
        lamp(canvas, unit, BLUE_BUTTON, blue, 0x161c40, 0x4a6cff);
        double tipX = x(arm, ARM);
        double tipY = y(arm, ARM);
        canvas.segment(PIVOT_X * unit, PIVOT_Y * unit, tipX * unit, tipY * unit, 5 * unit, 0xc8ccd4);
        canvas.ellipse(PIVOT_X * unit, PIVOT_Y * unit, 8 * unit, 8 * unit, 0x8a909c);
        canvas.ellipse(tipX * unit, tipY * unit, 4 * unit, 4 * unit, 0xf0a028);
        return canvas;
    }

    private static void lamp(Canvas canvas, double unit, double place, double brightness, int dark, int bright) {
        double cx = x(place, LAMP) * unit;
        double cy = y(place, LAMP) * unit;
        canvas.ellipse(x(place, BUTTON) * unit, y(place, BUTTON) * unit, 3 * unit, 3 * unit, 0x747a86);
        canvas.ellipse(cx, cy, 13.5 * unit, 13.5 * unit, bright, 0.3 * brightness);
        canvas.ellipse(cx, cy, 9.5 * unit, 9.5 * unit, dark);
        canvas.ellipse(cx, cy, 9.5 * unit, 9.5 * unit, bright, brightness);
    }

    private static double x(double place, double radius) {
        return PIVOT_X + radius * StrictMath.sin((place - 0.5) * TURN);
    }

    private static double y(double place, double radius) {
        return PIVOT_Y - radius * StrictMath.cos((place - 0.5) * TURN);
    }
}
