package org.distaff.datasets.darcy;

import java.util.random.RandomGenerator;

/** Quantiles of the standard normal distribution. */
final class NormalQuantile {

    private NormalQuantile() {
    }

    /** A column of a Latin hypercube: one N(0, 1) value in each of {@code count} equally likely strata, shuffled. */
    static double[] hypercube(int count, RandomGenerator random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            double u = (i + Math.clamp(random.nextDouble(), 1e-12, 1 - 1e-12)) / count;
            int j = random.nextInt(i + 1);
            values[i] = values[j];
            values[j] = of(u);
        }
        return values;
    }

    /** Solves Φ(x) = u by Newton's method on Φ, whose series and tail fraction are accurate to 1e-12. */
    static double of(double u) {
        if (u > 0.5) {
            return -of(1 - u);
        }
        double x = -Math.sqrt(Math.max(0, -2 * StrictMath.log(2 * u)));
        for (int i = 0; i < 60; i++) {
            double density = StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            double step = (lower(x, density) - u) / density;
            // Halley's correction keeps the step from overshooting in the tail, where the density is tiny
            x -= step / (1 + x * step / 2);
            if (Math.abs(step) < 1e-13 * (1 + Math.abs(x))) {
                break;
            }
        }
        return x;
    }

    /** Φ(x) for x ≤ 0. */
    private static double lower(double x, double density) {
        if (x > -3) { // Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/15 + …)
            double term = x;
            double sum = x;
            for (int k = 3; Math.abs(term) > 1e-17; k += 2) {
                term *= x * x / k;
                sum += term;
            }
            return 0.5 + density * sum;
        }
        double fraction = 0; // φ(x) / (−x + 1/(−x + 2/(−x + …)))
        for (int k = 80; k > 0; k--) {
            fraction = k / (-x + fraction);
        }
        return density / (-x + fraction);
    }
}
