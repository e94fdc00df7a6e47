package org.distaff.metrics.linear;

import org.distaff.core.progress.Progress;

/**
 * Minimises smooth convex functions: directions from the {@link Curvature} seen so far, step lengths by bisection until
 * the weak Wolfe conditions hold.
 */
public final class Minimiser {

    private static final int MAXIMUM_TRIALS = 60;
    private static final double ENOUGH_DECREASE = 1e-4;
    private static final double ENOUGH_CURVATURE = 0.9;

    private final double tolerance;
    private final int maximumSteps;

    /**
     * @param tolerance    largest absolute entry of the gradient at which the search ends
     * @param maximumSteps steps after which it ends anyway
     */
    public Minimiser(double tolerance, int maximumSteps) {
        this.tolerance = tolerance;
        this.maximumSteps = maximumSteps;
    }

    /** Moves {@code point} to the minimum. */
    public void minimise(Objective objective, double[] point, Progress progress) {
        minimise(objective, point, new Curvature(), progress);
    }

    /** The same, beginning with what is known about the curvature, and adding to it. */
    void minimise(Objective objective, double[] point, Curvature curvature, Progress progress) {
        double[] gradient = new double[point.length];
        double value = objective.at(point, gradient);
        for (int step = 0; step < maximumSteps && largest(gradient) > tolerance; step++) {
            progress.check();
            double[] direction = curvature.direction(gradient);
            double[] oldPoint = point.clone();
            double[] oldGradient = gradient.clone();
            double slope = Curvature.dot(direction, gradient);
            double length = curvature.unknown() ? Math.min(1, 1 / Math.sqrt(Curvature.dot(gradient, gradient))) : 1;
            double shortest = 0;
            double longest = Double.POSITIVE_INFINITY;
            double trial = value;
            for (int t = 0; t < MAXIMUM_TRIALS; t++) {
                for (int i = 0; i < point.length; i++) {
                    point[i] = oldPoint[i] + length * direction[i];
                }
                trial = objective.at(point, gradient);
                if (!(trial <= value + ENOUGH_DECREASE * length * slope)) {
                    longest = length;
                } else if (Curvature.dot(direction, gradient) < ENOUGH_CURVATURE * slope) {
                    shortest = length;
                } else {
                    break;
                }
                length = longest < Double.POSITIVE_INFINITY ? (shortest + longest) / 2 : 2 * length;
            }
            if (!(trial < value)) {
                System.arraycopy(oldPoint, 0, point, 0, point.length);
                return; // as low as rounding lets it come
            }
            value = trial;
            curvature.remember(Curvature.minus(point, oldPoint), Curvature.minus(gradient, oldGradient));
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
