package org.distaff.metrics.linear;

import java.util.Arrays;

import org.distaff.metrics.linear.SquaredHinge.Line;

/**
 * A linear support vector machine on a single latent: squared hinge, one class against the rest, intercept penalised
 * like a weight, classes weighted by N / (classes · count). Solved exactly, O(N log N) for sorting and next to nothing
 * per class.
 */
public final class OneLatentSvm {

    private final int[] labels;
    private final Line[] lines;

    private OneLatentSvm(int[] labels, Line[] lines) {
        this.labels = labels;
        this.lines = lines;
    }

    /**
     * Fits a machine.
     *
     * @param cost   C, smaller means more regularisation
     * @param values the latent of each point
     * @param target label of each point; at least two different ones
     */
    public static OneLatentSvm fit(double cost, double[] values, int[] target) {
        return fit(cost, values, PrefixMoments.of(values), target);
    }

    /** The same with the moments of all values, which serve every target. */
    static OneLatentSvm fit(double cost, double[] values, PrefixMoments everything, int[] target) {
        int[] labels = Arrays.stream(target).distinct().sorted().toArray();
        if (labels.length < 2) {
            throw new IllegalArgumentException("a classifier needs at least two classes");
        }
        double[][] members = members(values, target, labels);
        // two classes need a single line, positive for the second, with both sides weighted
        int first = labels.length == 2 ? 1 : 0;
        Line[] lines = new Line[labels.length - first];
        for (int c = 0; c < lines.length; c++) {
            PrefixMoments positives = PrefixMoments.of(members[first + c]);
            double weight = (double) values.length / labels.length;
            double negativeCost = lines.length == 1 ? cost * weight / (values.length - positives.count()) : cost;
            lines[c] = new SquaredHinge(positives, cost * weight / positives.count(), everything, negativeCost).solve();
        }
        return new OneLatentSvm(labels, lines);
    }

    /** The values of every class. */
    private static double[][] members(double[] values, int[] target, int[] labels) {
        int[] classOf = new int[labels[labels.length - 1] + 1];
        for (int c = 0; c < labels.length; c++) {
            classOf[labels[c]] = c;
        }
        int[] counts = new int[labels.length];
        for (int label : target) {
            counts[classOf[label]]++;
        }
        double[][] members = new double[labels.length][];
        for (int c = 0; c < labels.length; c++) {
            members[c] = new double[counts[c]];
        }
        for (int n = 0; n < values.length; n++) {
            int c = classOf[target[n]];
            members[c][--counts[c]] = values[n];
        }
        return members;
    }

    /** The label of the highest line; the smallest label among equals. */
    public int predict(double value) {
        if (lines.length == 1) {
            return labels[lines[0].at(value) > 0 ? 1 : 0];
        }
        int best = 0;
        double highest = lines[0].at(value);
        for (int c = 1; c < lines.length; c++) {
            double score = lines[c].at(value);
            if (score > highest) {
                highest = score;
                best = c;
            }
        }
        return labels[best];
    }

    /** Share of points whose label is predicted. */
    public double accuracy(double[] values, int[] truth) {
        int right = 0;
        for (int n = 0; n < values.length; n++) {
            right += predict(values[n]) == truth[n] ? 1 : 0;
        }
        return (double) right / values.length;
    }
}
