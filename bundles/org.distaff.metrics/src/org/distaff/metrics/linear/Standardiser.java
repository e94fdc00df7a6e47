package org.distaff.metrics.linear;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.metric.Representation;

/** Shifts and scales each latent to mean 0 and standard deviation 1 (population) of the points it was fitted to. */
public final class Standardiser {

    private final double[] mean;
    private final double[] deviation;
    private final int[] kept;
    private final List<Integer> constant;

    private Standardiser(double[] mean, double[] deviation, int[] kept, List<Integer> constant) {
        this.mean = mean;
        this.deviation = deviation;
        this.kept = kept;
        this.constant = List.copyOf(constant);
    }

    private record Key(Standardiser standardiser) {
    }

    private record FitKey() {
    }

    /** Fits to a representation's points; constant latents are dropped. */
    public static Standardiser fit(Representation points) {
        return points.derive(new FitKey(), Standardiser::compute);
    }

    private static Standardiser compute(Representation points) {
        int latents = points.latents();
        double[] mean = new double[latents];
        double[] deviation = new double[latents];
        List<Integer> constant = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int d = 0; d < latents; d++) {
            double[] column = points.latent(d);
            double sum = 0;
            for (double value : column) {
                sum += value;
            }
            mean[d] = sum / column.length;
            double squares = 0;
            boolean varies = false;
            for (double value : column) {
                squares += (value - mean[d]) * (value - mean[d]);
                varies |= value != column[0];
            }
            deviation[d] = Math.sqrt(squares / column.length);
            (varies && deviation[d] > 0 ? kept : constant).add(d);
        }
        return new Standardiser(mean, deviation, kept.stream().mapToInt(Integer::intValue).toArray(), constant);
    }

    /** Number of latents that are left. */
    public int width() {
        return kept.length;
    }

    /** Latents that were dropped because they never change. */
    public List<Integer> constantLatents() {
        return constant;
    }

    /** The standardised codes, {@code N × width()}, row by row; kept with the representation. */
    public double[] apply(Representation points) {
        return points.derive(new Key(this), r -> {
            double[] result = new double[r.points() * kept.length];
            for (int n = 0; n < r.points(); n++) {
                for (int j = 0; j < kept.length; j++) {
                    int d = kept[j];
                    result[n * kept.length + j] = (r.codes()[n * r.latents() + d] - mean[d]) / deviation[d];
                }
            }
            return result;
        });
    }
}
