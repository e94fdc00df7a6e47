package org.distaff.datasets.flow;

import org.distaff.datasets.draw.Canvas;
import org.distaff.datasets.draw.PlotBox;

/**
 * The geometry of one picture: a ball raises the water in a cup, which flows out of a hole in its right wall.
 *
 * @param ball  radius of the ball in 1/30, 5 … 34
 * @param water height of the water without the ball in 1/10, 10 … 39
 * @param hole  height of the hole in 1/3, 6 … 14
 */
record Cup(int ball, int water, int hole) {

    private static final int WATER = 0xadd8e6;
    private static final int STEPS = 60;
    /** Strength of gravity over two, in the picture's units. */
    private static final double GRAVITY = 0.98;

    double radius() {
        return ball / 30.0;
    }

    /** Height of the water with the ball in it. */
    double height() {
        return radius() * radius() * radius() + water / 10.0;
    }

    double holeHeight() {
        return hole / 3.0;
    }

    /** How far the water flies until it is down at 0.5. */
    double reach() {
        return Math.sqrt(2 * GRAVITY * height() * (holeHeight() - 0.5));
    }

    /** @param splash widening of the jet, 0.01 or more */
    Canvas draw(int pixels, double splash) {
        PlotBox box = new PlotBox(pixels, 0, 20, 0, 20);
        Canvas canvas = box.canvas();
        box.rectangle(canvas, 3, 0, 8, 5 + height(), WATER);
        box.circle(canvas, 5.5, radius() + 0.5, radius(), 0xb22222);
        box.line(canvas, 3, 0, 3, 19, 3, 0x000000);
        box.line(canvas, 8, 0, 8, holeHeight(), 3, 0x000000);
        box.line(canvas, 8, holeHeight() + 0.4, 8, 19, 3, 0x000000);
        double x = 8;
        double y = holeHeight();
        for (int step = 1; step <= STEPS; step++) {
            double nextY = holeHeight() + (0.5 - holeHeight()) * step / STEPS;
            double nextX = 8 + Math.sqrt(2 * (GRAVITY + splash) * height() * (holeHeight() - nextY));
            box.line(canvas, x, y, nextX, nextY, 3, WATER);
            x = nextX;
            y = nextY;
        }
        box.line(canvas, 0, 0.2, 20, 0.2, 3, 0x000000);
        return canvas;
    }
}
