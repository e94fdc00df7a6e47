package org.distaff.metrics.information;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Mutual information of a continuous and a discrete variable from distances to nearest neighbours, without bins. Ross,
 * Mutual Information between Discrete and Continuous Data Sets, PLoS ONE 2014.
 */
public final class NearestNeighbourInformation {

    /** Relative size of the noise that separates equal values, without which their distances are all zero. */
    private static final double NOISE = 1e-10;

    private final int neighbours;

    /** @param neighbours how many neighbours of the same label reach out to the radius, at least 1 */
    public NearestNeighbourInformation(int neighbours) {
        this.neighbours = neighbours;
    }

    /** Values scaled to deviation 1 (if they vary), with a trace of noise. */
    public static double[] prepare(double[] values, RandomGenerator random) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        double scale = variance > 0 ? Math.sqrt(variance) : 1;
        double[] scaled = Arrays.stream(values).map(v -> v / scale).toArray();
        double size = NOISE * Math.max(1, Arrays.stream(scaled).map(Math::abs).average().orElse(0));
        return Arrays.stream(scaled).map(v -> v + size * random.nextGaussian()).toArray();
    }

    /**
     * ψ(N) + mean ψ(k) − mean ψ(N_label) − mean ψ(m) in nats, at least 0, where m counts the points nearer than the
     * k-th neighbour of the same label. Points whose label occurs once are left out. O(N log N).
     *
     * @param values prepared values
     * @param labels label of each value
     */
    public double of(double[] values, int[] labels) {
        int[] counts = new int[Arrays.stream(labels).max().orElse(0) + 1];
        for (int label : labels) {
            counts[label]++;
        }
        double[] all = IntStream.range(0, values.length).filter(n -> counts[labels[n]] > 1)
                .mapToDouble(n -> values[n]).sorted().toArray();
        double[] digamma = digamma(all.length + 1);
        double sum = 0;
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] > 1) {
                int wanted = label;
                double[] members = IntStream.range(0, values.length).filter(n -> labels[n] == wanted)
                        .mapToDouble(n -> values[n]).sorted().toArray();
                int k = Math.min(neighbours, members.length - 1);
                for (int i = 0; i < members.length; i++) {
                    double radius = Math.nextAfter(distance(members, i, k), 0);
                    int within = below(all, members[i], radius, true) - below(all, members[i], radius, false);
                    sum += digamma[k] - digamma[members.length] - digamma[within];
                }
            }
        }
        return all.length == 0 ? 0 : Math.max(0, digamma[all.length] + sum / all.length);
    }

    /** Distance from a sorted value to its k-th nearest among the others. */
    private static double distance(double[] sorted, int at, int k) {
        int below = at;
        int above = at;
        double distance = 0;
        for (int i = 0; i < k; i++) {
            double down = below > 0 ? sorted[at] - sorted[below - 1] : Double.POSITIVE_INFINITY;
            double up = above + 1 < sorted.length ? sorted[above + 1] - sorted[at] : Double.POSITIVE_INFINITY;
            distance = Math.min(down, up);
            if (down <= up) {
                below--;
            } else {
                above++;
            }
        }
        return distance;
    }

    /** How many sorted values lie below the ball around a centre, or below its end with the ball itself. */
    private static int below(double[] sorted, double centre, double radius, boolean withBall) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = from + to >>> 1;
            double offset = sorted[middle] - centre;
            if (withBall ? offset <= radius : offset < -radius) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** ψ(0 … count − 1) up to Euler's constant, which cancels; ψ(0) is never asked. */
    private static double[] digamma(int count) {
        double[] values = new double[count + 1];
        for (int n = 2; n <= count; n++) {
            values[n] = values[n - 1] + 1.0 / (n - 1);
        }
        return values;
    }
}
