package org.distaff.datasets.imagetone;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A digit as strokes in the square [−1, 1]², x to the right and y down, drawn with round ends. A pixel is as white as the
 * share of it that the stroke covers, estimated from the distance of its centre to the stroke.
 */
final class DigitShape {

    /** Width and height of a picture. */
    static final int SIZE = 28;
    /** Pixels of a unit at scale 1: a digit of scale 1 is 20 pixels high, as MNIST's are. */
    private static final double UNIT = 10;
    private static final int ARC_STEPS = 12;

    /** Strokes of each digit: "L x y …" a polyline; "A cx cy rx ry from to" an arc, degrees clockwise from the right. */
    private static final String[][] STROKES = {
        {"A 0 0 0.6 0.95 0 360"},
        {"L -0.3 -0.6 0.05 -0.95 0.05 0.95"},
        {"A 0 -0.45 0.55 0.5 180 380", "L 0.52 -0.28 -0.6 0.95 0.6 0.95"},
        {"A 0 -0.48 0.5 0.47 200 450", "A 0 0.47 0.58 0.48 270 515"},
        {"L 0.3 0.95 0.3 -0.95 -0.6 0.4 0.65 0.4"},
        {"L 0.5 -0.95 -0.4 -0.95 -0.48 -0.1", "A -0.02 0.33 0.58 0.62 217 510"},
        {"L 0.35 -0.95 -0.45 0.05", "A 0 0.4 0.55 0.55 0 360"},
        {"L -0.6 -0.95 0.6 -0.95 -0.15 0.95"},
        {"A 0 -0.47 0.46 0.48 0 360", "A 0 0.47 0.57 0.48 0 360"},
        {"A 0 -0.4 0.55 0.55 0 360", "L 0.55 -0.4 0.3 0.95"}};

    /** Ends of straight pieces: x1, y1, x2, y2 each. */
    private final double[] pieces;

    private DigitShape(double[] pieces) {
        this.pieces = pieces;
    }

    static DigitShape[] all() {
        DigitShape[] shapes = new DigitShape[STROKES.length];
        for (int digit = 0; digit < shapes.length; digit++) {
            double[] pieces = new double[0];
            for (String stroke : STROKES[digit]) {
                double[] points = points(stroke);
                int from = pieces.length;
                pieces = Arrays.copyOf(pieces, from + 2 * points.length - 4);
                for (int i = 0; i + 2 < points.length; i += 2) {
                    System.arraycopy(points, i, pieces, from + 2 * i, 4);
                }
            }
            shapes[digit] = new DigitShape(pieces);
        }
        return shapes;
    }

    private static double[] points(String stroke) {
        String[] words = stroke.substring(2).split(" ");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        if (stroke.charAt(0) == 'L') {
            return numbers;
        }
        double[] points = new double[2 * ARC_STEPS + 2];
        for (int i = 0; i <= ARC_STEPS; i++) {
            double angle = StrictMath.toRadians(numbers[4] + (numbers[5] - numbers[4]) * i / ARC_STEPS);
            points[2 * i] = numbers[0] + numbers[2] * StrictMath.cos(angle);
            points[2 * i + 1] = numbers[1] + numbers[3] * StrictMath.sin(angle);
        }
        return points;
    }

    /**
     * Writes {@code 28 × 28} values in [0, 1].
     *
     * @param angle     clockwise, in radians
     * @param thickness of the stroke in pixels, whatever the scale
     */
    void draw(double angle, double scale, double thickness, FloatBuffer target) {
        double cos = StrictMath.cos(angle) * scale * UNIT;
        double sin = StrictMath.sin(angle) * scale * UNIT;
        double[] placed = new double[pieces.length];
        for (int i = 0; i < placed.length; i += 2) {
            placed[i] = SIZE / 2.0 + cos * pieces[i] - sin * pieces[i + 1];
            placed[i + 1] = SIZE / 2.0 + sin * pieces[i] + cos * pieces[i + 1];
        }
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int i = 0; i < placed.length; i += 4) {
                    nearest = Math.min(nearest, squaredDistance(placed, i, x + 0.5, y + 0.5));
                }
                target.put((float) Math.clamp(0.5 + thickness / 2 - Math.sqrt(nearest), 0, 1));
            }
        }
    }

    private static double squaredDistance(double[] ends, int at, double x, double y) {
        double dx = ends[at + 2] - ends[at];
        double dy = ends[at + 3] - ends[at + 1];
        double px = x - ends[at];
        double py = y - ends[at + 1];
        double along = Math.clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0, 1);
        double ox = px - along * dx;
        double oy = py - along * dy;
        return ox * ox + oy * oy;
    }
}
