package org.distaff.metrics.linear;

import java.util.Arrays;

/** Area under the ROC curve: the probability that a member outscores a non-member, ties counting one half. */
public final class RocArea {

    private RocArea() {
    }

    /**
     * Mean over classes of the area of class against rest. Classes that all or none of the points have are left out.
     *
     * @param probabilities {@code [class][point]}
     * @return NaN when no class is left
     */
    public static double macroAverage(double[][] probabilities, int[] labels) {
        double sum = 0;
        int classes = 0;
        for (int label = 0; label < probabilities.length; label++) {
            double area = of(probabilities[label], labels, label);
            if (!Double.isNaN(area)) {
                sum += area;
                classes++;
            }
        }
        return classes == 0 ? Double.NaN : sum / classes;
    }

    /** Of one class; NaN when all or none of the points have it. O(N log N). */
    static double of(double[] scores, int[] labels, int label) {
        double[] members = select(scores, labels, label, true);
        double[] others = select(scores, labels, label, false);
        if (members.length == 0 || others.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(members);
        Arrays.sort(others);
        double wins = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : members) {
            while (below < others.length && others[below] < score) {
                below++;
            }
            while (notAbove < others.length && others[notAbove] <= score) {
                notAbove++;
            }
            wins += below + 0.5 * (notAbove - below);
        }
        return wins / ((double) members.length * others.length);
    }

    private static double[] select(double[] scores, int[] labels, int label, boolean members) {
        double[] chosen = new double[scores.length];
        int count = 0;
        for (int n = 0; n < scores.length; n++) {
            if ((labels[n] == label) == members) {
                chosen[count++] = scores[n];
            }
        }
        return Arrays.copyOf(chosen, count);
    }
}
