package org.distaff.metrics.linear;

import org.distaff.metrics.linear.PrefixMoments.Moments;

/**
 * Separates points on a line: minimises ½(w² + b²) + Σ_positive C₊ max(0, 1 − wx − b)² + Σ_negative C₋ max(0, 1 + wx +
 * b)² by Newton's method. The points within reach of the hinge are always those on one side of a limit, so that running
 * sums give value, gradient and Hessian in O(log N).
 */
final class SquaredHinge {

    private static final int MAXIMUM_STEPS = 200;
    private static final double CONVERGED = 1e-12;

    private final PrefixMoments positives;
    private final PrefixMoments everything;
    private final double positiveCost;
    private final double negativeCost;

    /** @param everything positives and negatives together */
    SquaredHinge(PrefixMoments positives, double positiveCost, PrefixMoments everything, double negativeCost) {
        this.positives = positives;
        this.positiveCost = positiveCost;
        this.everything = everything;
        this.negativeCost = negativeCost;
    }

    /** A line's slope w and intercept b. */
    record Line(double slope, double intercept) {

        double at(double x) {
            return slope * x + intercept;
        }
    }

    /** The line of the minimum, which is unique. */
    Line solve() {
        Line line = new Line(0, 0);
        Sums sums = sums(line);
        double value = value(line, sums);
        for (int step = 0; step < MAXIMUM_STEPS; step++) {
            Line direction = newton(line, sums);
            double slope = direction.slope * gradientSlope(line, sums)
                    + direction.intercept * gradientIntercept(line, sums);
            if (-slope <= CONVERGED * value) {
                return line;
            }
            double length = 1;
            Line next = moved(line, direction, length);
            while (value(next, sums(next)) > value + 1e-4 * length * slope && length > 1e-10) {
                length /= 2;
                next = moved(line, direction, length);
            }
            line = next;
            sums = sums(line);
            value = value(line, sums);
        }
        return line;
    }

    private static Line moved(Line line, Line direction, double length) {
        return new Line(line.slope + length * direction.slope, line.intercept + length * direction.intercept);
    }

    /** The points that pay for the hinge. */
    private record Sums(Moments positive, Moments negative) {
    }

    private Sums sums(Line line) {
        Moments negative = reach(everything, line, -1, false).minus(reach(positives, line, -1, false));
        return new Sums(reach(positives, line, 1, true), negative);
    }

    /** The points whose score is below the limit, or above it. */
    private static Moments reach(PrefixMoments points, Line line, double limit, boolean below) {
        if (line.slope == 0) {
            boolean all = below ? line.intercept < limit : line.intercept > limit;
            return all ? points.below(Double.POSITIVE_INFINITY) : Moments.NONE;
        }
        double at = (limit - line.intercept) / line.slope;
        return below == line.slope > 0 ? points.below(at) : points.from(at);
    }

    private double value(Line line, Sums sums) {
        double w = line.slope;
        return (w * w + line.intercept * line.intercept) / 2
                + positiveCost * squares(sums.positive, 1 - line.intercept, -w)
                + negativeCost * squares(sums.negative, 1 + line.intercept, w);
    }

    /** Σ (offset + factor · x)². */
    private static double squares(Moments x, double offset, double factor) {
        return x.count() * offset * offset + 2 * offset * factor * x.sum() + factor * factor * x.squares();
    }

    private double gradientSlope(Line line, Sums sums) {
        Moments p = sums.positive;
        Moments n = sums.negative;
        return line.slope
                - 2 * positiveCost * ((1 - line.intercept) * p.sum() - line.slope * p.squares())
                + 2 * negativeCost * ((1 + line.intercept) * n.sum() + line.slope * n.squares());
    }

    private double gradientIntercept(Line line, Sums sums) {
        Moments p = sums.positive;
        Moments n = sums.negative;
        return line.intercept
                - 2 * positiveCost * ((1 - line.intercept) * p.count() - line.slope * p.sum())
                + 2 * negativeCost * ((1 + line.intercept) * n.count() + line.slope * n.sum());
    }

    private Line newton(Line line, Sums sums) {
        Moments p = sums.positive;
        Moments n = sums.negative;
        double xx = 1 + 2 * (positiveCost * p.squares() + negativeCost * n.squares());
        double x1 = 2 * (positiveCost * p.sum() + negativeCost * n.sum());
        double one = 1 + 2 * (positiveCost * p.count() + negativeCost * n.count());
        double determinant = xx * one - x1 * x1;
        double gx = gradientSlope(line, sums);
        double g1 = gradientIntercept(line, sums);
        return new Line(-(one * gx - x1 * g1) / determinant, -(xx * g1 - x1 * gx) / determinant);
    }
}
