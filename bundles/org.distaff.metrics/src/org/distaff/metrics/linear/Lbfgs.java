package org.distaff.metrics.linear;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Limited-memory BFGS with a backtracking line search for smooth convex functions (Nocedal and Wright, Numerical Optimization,
 * 2nd edition, 2006, algorithms 7.4 and 3.1).
 */
final class Lbfgs {

    private static final int MEMORY = 10;
    private static final double ARMIJO = 1e-4;
    private static final int LINE_STEPS = 40;

    private Lbfgs() {
    }

    /** A function and its gradient. */
    interface Function {
        /** Writes the gradient at x and returns the value. */
        double evaluate(double[] x, double[] gradient);
    }

    private record Pair(double[] step, double[] change, double curvature) {
    }

    /**
     * Minimises from x, which ends at the minimum.
     *
     * @param tolerance stops when no gradient entry is larger
     */
    static void minimise(Function function, double[] x, double tolerance, int iterations) {
        int size = x.length;
        double[] gradient = new double[size];
        double value = function.evaluate(x, gradient);
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int i = 0; i < iterations && largest(gradient) > tolerance; i++) {
            double[] direction = direction(gradient, pairs);
            double slope = dot(gradient, direction);
            double length = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = new double[size];
            double[] nextGradient = new double[size];
            double nextValue = Double.NaN;
            boolean lower = false;
            for (int trial = 0; trial < LINE_STEPS && !lower; trial++, length /= 2) {
                for (int j = 0; j < size; j++) {
                    next[j] = x[j] + length * direction[j];
                }
                nextValue = function.evaluate(next, nextGradient);
                lower = nextValue <= value + ARMIJO * length * slope;
            }
            if (!lower) {
                return; // rounding is all that is left
            }
            remember(pairs, x, next, gradient, nextGradient);
            System.arraycopy(next, 0, x, 0, size);
            gradient = nextGradient;
            value = nextValue;
        }
    }

    private static void remember(Deque<Pair> pairs, double[] x, double[] next, double[] gradient, double[] nextGradient) {
        double[] step = new double[x.length];
        double[] change = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            step[j] = next[j] - x[j];
            change[j] = nextGradient[j] - gradient[j];
        }
        double curvature = dot(step, change);
        if (curvature > 1e-14 * dot(change, change)) {
            pairs.addFirst(new Pair(step, change, curvature));
            if (pairs.size() > MEMORY) {
                pairs.removeLast();
            }
        }
    }

    /** Two-loop recursion. */
    private static double[] direction(double[] gradient, Deque<Pair> pairs) {
        double[] q = new double[gradient.length];
        for (int j = 0; j < q.length; j++) {
            q[j] = -gradient[j];
        }
        double[] alphas = new double[pairs.size()];
        int index = 0;
        for (Pair pair : pairs) {
            alphas[index] = dot(pair.step, q) / pair.curvature;
            add(q, pair.change, -alphas[index++]);
        }
        if (!pairs.isEmpty()) {
            Pair latest = pairs.getFirst();
            double scale = latest.curvature / dot(latest.change, latest.change);
            for (int j = 0; j < q.length; j++) {
                q[j] *= scale;
            }
        }
        for (var oldest = pairs.descendingIterator(); oldest.hasNext();) {
            Pair pair = oldest.next();
            double beta = dot(pair.change, q) / pair.curvature;
            add(q, pair.step, alphas[--index] - beta);
        }
        return q;
    }

    private static void add(double[] target, double[] vector, double factor) {
        for (int j = 0; j < target.length; j++) {
            target[j] += factor * vector[j];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
