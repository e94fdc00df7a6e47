package org.distaff.metrics.work;

/**
 * The exponential function over arrays in multiplications and additions only, which the virtual machine turns into
 * vector instructions; {@link Math#exp} is called number by number. Relative error below 1e-12.
 */
public final class Exponentials {

    /** Exponents are limited to ± this. */
    public static final double LIMIT = 300;
    /** Its exponential is nothing beside 1. */
    private static final double NOTHING = -60;
    /** e^x is the 1024th power of e^(x/1024), whose series is short. */
    private static final double STEP = 1.0 / 1024;

    private Exponentials() {
    }

    /**
     * Writes e^x.
     *
     * @param exponents x, limited to ±{@link #LIMIT}
     * @param powers    receives e^x; may be the same array
     * @param count     how many
     */
    public static void of(double[] exponents, double[] powers, int count) {
        for (int i = 0; i < count; i++) {
            double x = Math.min(LIMIT, Math.max(-LIMIT, exponents[i])) * STEP;
            double higher = 1.0 / 362880 + x * (1.0 / 3628800 + x * (1.0 / 39916800 + x * (1.0 / 479001600)));
            double high = 1.0 / 720 + x * (1.0 / 5040 + x * (1.0 / 40320 + x * higher));
            double power = 1 + x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * high)))));
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            powers[i] = power * power;
        }
    }

    /**
     * Replaces scores by their exponentials relative to the largest score, in about half the time: e^(x − highest) to
     * an absolute error of 1e-13, with differences below −60 counting as −60.
     *
     * @param scores  x
     * @param highest at least x
     * @param sums    what the results are added to
     */
    public static void relative(double[] scores, double[] highest, double[] sums) {
        for (int i = 0; i < scores.length; i++) {
            double x = Math.max(scores[i] - highest[i], NOTHING) * STEP;
            double power = 1 + x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120)))));
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            power *= power;
            scores[i] = power;
            sums[i] += power;
        }
    }
}
