package org.distaff.metrics.linear;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the last steps of a search told about how a function is curved: limited-memory BFGS. Nocedal, Updating
 * Quasi-Newton Matrices with Limited Storage, Mathematics of Computation 1980. What was learnt on a part of the data
 * holds for all of them about as well.
 */
final class Curvature {

    private static final int MEMORY = 20;

    private final Deque<Correction> corrections = new ArrayDeque<>();
    private ClassCurvature beginning;

    /** Whether nothing is known yet. */
    boolean unknown() {
        return beginning == null && corrections.isEmpty();
    }

    /** Knows this much before what steps tell, instead of nothing. */
    void beginWith(ClassCurvature known) {
        beginning = known;
    }

    /** Learns from a step: how far the point moved, and how the gradient turned. */
    void remember(double[] moved, double[] turned) {
        double curvature = dot(moved, turned);
        if (curvature > 0) {
            corrections.addLast(new Correction(moved, turned, curvature));
            if (corrections.size() > MEMORY) {
                corrections.removeFirst();
            }
        }
    }

    /** Minus the inverse Hessian's estimate times the gradient (two-loop recursion). */
    double[] direction(double[] gradient) {
        double[] direction = minus(new double[gradient.length], gradient);
        Deque<Double> weights = new ArrayDeque<>();
        for (var latestFirst = corrections.descendingIterator(); latestFirst.hasNext();) {
            Correction correction = latestFirst.next();
            double weight = dot(correction.moved, direction) / correction.curvature;
            add(direction, -weight, correction.turned);
            weights.push(weight);
        }
        if (beginning != null) {
            beginning.solve(direction);
        }
        if (!corrections.isEmpty()) {
            Correction latest = corrections.getLast();
            double[] expected = latest.turned.clone();
            if (beginning != null) {
                beginning.solve(expected);
            }
            double scale = latest.curvature / dot(latest.turned, expected);
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

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] minus(double[] a, double[] b) {
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
