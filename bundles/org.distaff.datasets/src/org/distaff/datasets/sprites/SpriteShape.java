package org.distaff.datasets.sprites;

/**
 * The three shapes in their canonical position at scale 1, in pixels of the 64 × 64 scene: u to the right, v down,
 * the pivot of the rotation at the origin. The square is dSprites' own, the ellipse has its pixel counts; the heart's
 * outline was never published, so it is a fit of two discs, a band and a curved tip that agrees with dSprites to
 * within 2 of 222 pixels unrotated.
 */
enum SpriteShape {

    SQUARE(9.6 * Math.sqrt(2)) {
        @Override
        boolean contains(double u, double v) {
            return Math.abs(u) <= 9.6 && Math.abs(v) <= 9.6;
        }
    },
    ELLIPSE(12.8) {
        @Override
        boolean contains(double u, double v) {
            double a = u / ELLIPSE_U;
            double b = v / ELLIPSE_V;
            return a * a + b * b <= 1;
        }
    },
    HEART(11.24) {
        @Override
        boolean contains(double u, double v) {
            double side = Math.abs(u);
            double dx = side - LOBE_X;
            double dy = v + LOBE_Y;
            if (dx * dx + dy * dy <= LOBE_RADIUS * LOBE_RADIUS) {
                return true;
            }
            if (side <= LOBE_X && v >= -LOBE_Y && v <= TIP_TOP) {
                return true;
            }
            double t = (v - TIP_TOP) / TIP_LENGTH;
            return t >= 0 && t <= 1 && insideTip(side, t);
        }
    };

    /**
     * dSprites' engine draws the ellipse with half axes 12.8 and 7.2 as a polygon; a smooth ellipse has the polygon's
     * pixel counts at all six scales with half axes within 0.3 % of these.
     */
    private static final double ELLIPSE_U = 12.77;
    private static final double ELLIPSE_V = 7.21;
    private static final double LOBE_X = 4.557;
    private static final double LOBE_Y = 4.123;
    private static final double LOBE_RADIUS = 5.094;
    private static final double TIP_TOP = -3.508;
    private static final double TIP_LENGTH = 11.987;
    private static final double TIP_WIDTH = 9.761;
    private static final double TIP_POWER = 1.373;

    private final double radius;

    SpriteShape(double radius) {
        this.radius = radius;
    }

    /** Whether a point of the canonical shape's plane is inside; the outline counts as inside. */
    abstract boolean contains(double u, double v);

    /** No point of the shape is farther than this from the pivot. */
    double radius() {
        return radius;
    }

    /**
     * Whether |u| ≤ 9.761 (1 − t^1.373). The curve is concave in t, so it lies above its chord and below its tangent at
     * t = 1; only points between the two need the power, which is the slow part.
     */
    private static boolean insideTip(double side, double t) {
        if (side <= TIP_WIDTH * (1 - t)) {
            return true;
        }
        if (side > TIP_WIDTH || side > TIP_WIDTH * TIP_POWER * (1 - t)) {
            return false;
        }
        return side <= TIP_WIDTH * (1 - StrictMath.pow(t, TIP_POWER));
    }
}
