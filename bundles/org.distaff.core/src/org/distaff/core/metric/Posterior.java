package org.distaff.core.metric;

import java.util.random.RandomGenerator;

/**
 * Gaussian posteriors q(z|x) = N(μ, diag σ²) of N points.
 *
 * @param means        μ as codes, with the factors of the points
 * @param logVariances ln σ², {@code N × D}, row by row; do not write into it
 */
public record Posterior(Representation means, double[] logVariances) {

    public Posterior {
        if (logVariances.length != means.codes().length) {
            throw new IllegalArgumentException(means.codes().length + " means with " + logVariances.length
                    + " log-variances");
        }
    }

    /** Codes drawn from the posteriors: μ + σ ε with ε standard normal, one draw for each point. */
    public Representation sample(RandomGenerator random) {
        double[] codes = means.codes().clone();
        for (int i = 0; i < codes.length; i++) {
            codes[i] += Math.exp(logVariances[i] / 2) * random.nextGaussian();
        }
        return new Representation(means.space(), means.latents(), codes, means.factors());
    }

    /**
     * KL(q(z_d|x) ‖ N(0, 1)) of each latent in nats, averaged over the points:
     * ½ (μ² + σ² − ln σ² − 1) (Kingma and Welling, Auto-Encoding Variational Bayes, ICLR 2014, appendix B).
     */
    public double[] meanKl() {
        int d = means.latents();
        double[] kl = new double[d];
        for (int i = 0; i < logVariances.length; i++) {
            double mean = means.codes()[i];
            kl[i % d] += (mean * mean + Math.exp(logVariances[i]) - logVariances[i] - 1) / 2 / means.points();
        }
        return kl;
    }
}
