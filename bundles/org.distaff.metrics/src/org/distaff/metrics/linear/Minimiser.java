package org.distaff.metrics.linear;

import java.util.ArrayDeque;
import java.util.Deque;

import org.distaff.core.progress.Progress;

/**
 * Minimises smooth convex functions by limited-memory BFGS. Nocedal, Updating Quasi-Newton Matrices with Limited
 * Storage, Mathematics of Computation 1980; step lengths by bisection until the weak Wolfe conditions hold.
 */
public final class Minimiser {

    private static final int MEMORY = 20;
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
        double[] gradient = new double[point.length];
        double value = objective.at(point, gradient);
        Deque<Correction> corrections = new ArrayDeque<>();
        for (int step = 0; step < maximumSteps && largest(gradient) > tolerance; step++) {
            progress.check();
            double[] direction = direction(gradient, corrections);
            double[] oldPoint = point.clone();
            double[] oldGradient = gradient.clone();
            double slope = dot(direction, gradient);
            double length = step == 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
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
                } else if (dot(direction, gradient) < ENOUGH_CURVATURE * slope) {
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
            remember(corrections, minus(point, oldPoint), minus(gradient, oldGradient));
        }
    }

    private static void remember(Deque<Correction> corrections, double[] moved, double[] turned) {
        double curvature = dot(moved, turned);
        if (curvature > 0) {
            corrections.addLast(new Correction(moved, turned, curvature));
            if (corrections.size() > MEMORY) {
                corrections.removeFirst();
            }
        }
    }

    /** Minus the inverse Hessian's estimate times the gradient (two-loop recursion). */
    private static double[] direction(double[] gradient, Deque<Correction> corrections) {
        double[] direction = minus(new double[gradient.length], gradient);
        Deque<Double> weights = new ArrayDeque<>();
        for (var latestFirst = corrections.descendingIterator(); latestFirst.hasNext();) {
            Correction correction = latestFirst.next();
            double weight = dot(correction.moved, direction) / correction.curvature;
            add(direction, -weight, correction.turned);
            weights.push(weight);
        }
        if (!corrections.isEmpty()) {
            Correction latest = corrections.getLast();
            double scale = latest.curvature / dot(latest.turned, latest.turned);
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        for (Correction correction : corrections) {
            double weight = dot(correction.turned, direction) / correction.curvature;
            add(direction, weights.pop() - weight, correction.moved);
        }
        return direction;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, -1, b);
        return difference;
    }

    private static void add(double[] target, double factor, double[] values) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * values[i];
        }
    }

    /** A step that was taken, and how the gradient changed along it. */
    private record Correction(double[] moved, double[] turned, double curvature) {
    }
}
