package org.distaff.metrics.comparison;

import java.util.stream.IntStream;

import org.distaff.core.metric.Posterior;
import org.distaff.metrics.linear.Standardiser;
import org.distaff.metrics.work.FiniteCodes;

/**
 * The latents of one model that tell anything about observations: those whose posterior differs from the prior.
 *
 * @param columns each latent's mean codes with mean 0 and variance 1 (divided by N), all zeros for a constant
 */
record InformativeLatents(double[][] columns) {

    /** The latents whose mean KL to the prior exceeds the threshold, in nats. */
    static InformativeLatents of(Posterior posterior, double threshold) {
        double[] rows = FiniteCodes.require(posterior.means()).codes();
        double[] kl = posterior.meanKl();
        Standardiser standardiser = Standardiser.of(rows, kl.length);
        return new InformativeLatents(IntStream.range(0, kl.length).filter(d -> kl[d] > threshold)
                .mapToObj(d -> column(rows, d, standardiser)).toArray(double[][]::new));
    }

    private static double[] column(double[] rows, int d, Standardiser standardiser) {
        double mean = standardiser.means()[d];
        double deviation = standardiser.deviations()[d];
        int latents = standardiser.means().length;
        return IntStream.range(0, rows.length / latents)
                .mapToDouble(n -> deviation == 0 ? 0 : (rows[n * latents + d] - mean) / deviation).toArray();
    }
}
