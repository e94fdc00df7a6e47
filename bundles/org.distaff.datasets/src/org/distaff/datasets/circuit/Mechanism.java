package org.distaff.datasets.circuit;

import java.util.random.RandomGenerator;

/**
 * How the arm causes the lamps, and blue and green cause red. The arm is drawn from U(0, 1), a lamp's brightness from
 * Beta(5 v, 5 (1 − v)) with v = 0.2 + 0.6 d, where its drive d is how far the arm presses its button; red is driven by
 * the largest of its button, blue and green.
 */
final class Mechanism {

    private Mechanism() {
    }

    static State draw(RandomGenerator random) {
        State arm = new State(random.nextDouble(), 0, 0, 0);
        double blue = lamp(arm.pressed(State.BLUE_BUTTON), random);
        double green = lamp(arm.pressed(State.GREEN_BUTTON), random);
        double red = lamp(Math.max(arm.pressed(State.RED_BUTTON), Math.max(blue, green)), random);
        return new State(arm.arm(), blue, green, red);
    }

    /** Rejection under the peak of the density, whose exponents are never negative; takes one draw of 1.7 to 4. */
    private static double lamp(double drive, RandomGenerator random) {
        double v = 0.2 + 0.6 * drive;
        double a = 5 * v - 1;
        double b = 3 - a;
        double peak = density(a / 3, a, b);
        while (true) {
            double brightness = random.nextDouble();
            if (random.nextDouble() * peak <= density(brightness, a, b)) {
                return brightness;
            }
        }
    }

    private static double density(double x, double a, double b) {
        return StrictMath.pow(x, a) * StrictMath.pow(1 - x, b);
    }
}
