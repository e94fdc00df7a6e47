package org.distaff.metrics.posterior;

import java.util.random.RandomGenerator;

import org.distaff.core.metric.Posterior;

/**
 * Latents drawn from the aggregate posterior 1/N Σ_n q(z|x_n).
 *
 * @param posterior the posteriors of the N points
 * @param points    for each of S samples the point whose posterior it was drawn from
 * @param noise     {@code S × D} standard normal numbers ε, row by row; a sample is μ + σ ε
 */
public record PosteriorSamples(Posterior posterior, int[] points, double[] noise) {

    /** Smallest variance of a posterior, that of Do and Tran's code; smaller ones are raised to it. */
    private static final double MINIMUM_VARIANCE = 1e-8;

    public PosteriorSamples {
        if (noise.length != points.length * posterior.means().latents()) {
            throw new IllegalArgumentException(noise.length + " random numbers for " + points.length + " samples of "
                    + posterior.means().latents() + " latents");
        }
    }

    /** Draws S samples: first the points, uniformly with replacement, then the noise. */
    public static PosteriorSamples draw(Posterior posterior, int count, RandomGenerator random) {
        int[] points = random.ints(count, 0, posterior.means().points()).toArray();
        double[] noise = new double[Math.multiplyExact(count, posterior.means().latents())];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextGaussian();
        }
        return new PosteriorSamples(posterior, points, noise);
    }

    /** Number of samples S. */
    public int count() {
        return points.length;
    }

    /** Latent {@code d} of every sample. */
    double[] values(int d) {
        int latents = posterior.means().latents();
        double[] values = new double[points.length];
        for (int s = 0; s < values.length; s++) {
            int at = points[s] * latents + d;
            values[s] = posterior.means().codes()[at] + deviation(at) * noise[s * latents + d];
        }
        return values;
    }

    /** The densities q(z_d|x_n) of one latent, ready to be evaluated. */
    Components components(int d) {
        int latents = posterior.means().latents();
        int n = posterior.means().points();
        Components made = new Components(posterior.means().latent(d), new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            double deviation = deviation(i * latents + d);
            made.steepness()[i] = Math.sqrt(0.5) / deviation;
            made.peak()[i] = -Math.log(deviation) - Math.log(2 * Math.PI) / 2;
        }
        return made;
    }

    /**
     * The N Gaussian densities of one latent: ln q(z|x_n) = peak − (steepness (z − mean))².
     *
     * @param mean      μ
     * @param steepness 1 / (√2 σ)
     * @param peak      −ln σ − ½ ln 2π
     */
    record Components(double[] mean, double[] steepness, double[] peak) {

        /** Writes ln q(z|x_n) of some z. */
        void logDensities(int n, double[] z, double[] into, int count) {
            double centre = mean[n];
            double steep = steepness[n];
            double top = peak[n];
            for (int s = 0; s < count; s++) {
                double distance = steep * (z[s] - centre);
                into[s] = top - distance * distance;
            }
        }
    }

    /** H(z_d|x) in nats as the samples show it: the mean of −ln q(z_d|x) over samples and the points they are of. */
    double[] conditionalEntropies() {
        int latents = posterior.means().latents();
        double[] entropies = new double[latents];
        for (int i = 0; i < noise.length; i++) {
            double deviation = deviation(points[i / latents] * latents + i % latents);
            entropies[i % latents] += (Math.log(deviation) + (Math.log(2 * Math.PI) + noise[i] * noise[i]) / 2)
                    / points.length;
        }
        return entropies;
    }

    private double deviation(int at) {
        return Math.sqrt(Math.max(MINIMUM_VARIANCE, Math.exp(posterior.logVariances()[at])));
    }
}
