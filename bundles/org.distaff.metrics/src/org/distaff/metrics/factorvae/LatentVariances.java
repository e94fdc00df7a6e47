package org.distaff.metrics.factorvae;

import java.util.Arrays;

import org.distaff.core.metric.Representation;
import org.distaff.metrics.work.FiniteCodes;

/** Variances of latents, divided by N − 1. */
public final class LatentVariances {

    private LatentVariances() {
    }

    /** Variance of every latent over all points; exactly 0 for a constant one, NaN for a single point. */
    public static double[] of(Representation representation) {
        FiniteCodes.require(representation);
        return representation.derive(new Key(),
                r -> of(r.codes(), r.latents(), 0, r.points()));
    }

    /** Variance of every latent over the rows from {@code from} to {@code to}. */
    public static double[] of(double[] codes, int latents, int from, int to) {
        double[] variances = new double[latents];
        write(codes, from, to, new double[latents], variances);
        return variances;
    }

    /** The same without new arrays: both are overwritten, {@code squares} with the variances. */
    static void write(double[] codes, int from, int to, double[] sums, double[] squares) {
        int latents = sums.length;
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        int origin = from * latents;
        for (int n = from; n < to; n++) {
            for (int d = 0; d < latents; d++) {
                // relative to the first row, so that a latent that keeps still has no variance from rounding
                sums[d] += codes[n * latents + d] - codes[origin + d];
            }
        }
        int count = to - from;
        for (int n = from; n < to; n++) {
            for (int d = 0; d < latents; d++) {
                double deviation = codes[n * latents + d] - codes[origin + d] - sums[d] / count;
                squares[d] += deviation * deviation;
            }
        }
        for (int d = 0; d < latents; d++) {
            squares[d] /= count - 1;
        }
    }

    private record Key() {
    }
}
