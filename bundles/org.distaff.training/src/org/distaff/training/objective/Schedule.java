package org.distaff.training.objective;

/** A number as a function of the step; steps count from 1. Pure, so that a resumed run needs no memory of it. */
@FunctionalInterface
public interface Schedule {

    double at(long step);

    /** The same at every step. */
    static Schedule constant(double value) {
        return step -> value;
    }

    /** From {@code from} at step 0 in a straight line to {@code to} at step {@code steps}, and so for ever. */
    static Schedule linear(double from, double to, long steps) {
        return step -> step >= steps ? to : from + (to - from) * step / steps;
    }

    /** Rises in a straight line from 0 to 1 over the first steps: a factor for warm-up. */
    static Schedule warmUp(long steps) {
        return linear(0, 1, steps);
    }

    /** From {@code from} at step 0 along half a cosine to {@code to} at step {@code steps} (Loshchilov and Hutter,
     *  SGDR: Stochastic Gradient Descent with Warm Restarts, ICLR 2017, eq. 5 without restarts). */
    static Schedule cosine(double from, double to, long steps) {
        return step -> to + (from - to) * (1 + Math.cos(Math.PI * Math.min(step, steps) / steps)) / 2;
    }

    /** 1, then multiplied by {@code factor} after each of the given steps. */
    static Schedule drops(double factor, long... after) {
        long[] at = after.clone();
        return step -> {
            double value = 1;
            for (long drop : at) {
                value *= step > drop ? factor : 1;
            }
            return value;
        };
    }

    /** The product of both. */
    default Schedule times(Schedule other) {
        return step -> at(step) * other.at(step);
    }

    /** This schedule up to a step, from the next one on another, which counts its steps from there. */
    default Schedule then(long last, Schedule other) {
        return step -> step <= last ? at(step) : other.at(step - last);
    }
}
