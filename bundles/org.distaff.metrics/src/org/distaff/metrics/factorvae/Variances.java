package org.distaff.metrics.factorvae;

/** Sample variances of latents over blocks of points. */
public final class Variances {

    private Variances() {
    }

    /**
     * Variance (n − 1) of each latent over points {@code from … from + count − 1}.
     *
     * @param codes {@code N × latents}, row by row
     */
    public static double[] of(double[] codes, int latents, int from, int count) {
        double[] variance = new double[latents];
        for (int d = 0; d < latents; d++) {
            double sum = 0;
            for (int n = from; n < from + count; n++) {
                sum += codes[n * latents + d];
            }
            double mean = sum / count;
            double squares = 0;
            for (int n = from; n < from + count; n++) {
                double difference = codes[n * latents + d] - mean;
                squares += difference * difference;
            }
            variance[d] = squares / (count - 1);
        }
        return variance;
    }

    /** Position in {@code active} of the latent with the smallest variance relative to the global one; ties to the first. */
    public static int leastVarying(double[] local, double[] global, int[] active) {
        int best = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int a = 0; a < active.length; a++) {
            double ratio = local[active[a]] / global[active[a]];
            if (ratio < smallest) {
                smallest = ratio;
                best = a;
            }
        }
        return best;
    }
}
