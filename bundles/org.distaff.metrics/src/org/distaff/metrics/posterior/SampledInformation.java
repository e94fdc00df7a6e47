package org.distaff.metrics.posterior;

import java.util.Arrays;

import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Workers;

/**
 * How much latents drawn from posteriors hold, alone and together with each factor, in nats: −ln of the density,
 * averaged over S samples, where q(z_d) = 1/N Σ_n q(z_d|x_n) and q(z_d, y_k) = 1/N Σ_n q(z_d|x_n) [y_kn = y_k]. Do and
 * Tran, Theory and Evaluation Metrics for Learning Disentangled Representations, ICLR 2020. Differential
 * entropies may be negative.
 *
 * @param latentEntropies {@code D}: H(z_d)
 * @param givenPoint      {@code D}: H(z_d|x)
 * @param jointEntropies  {@code D × K}: H(z_d, y_k)
 * @param givenFactor     {@code D × K}: H(z_d|y_k)
 * @param factorEntropies {@code K}: H(y_k) of the N points
 * @param ranges          {@code D}: largest minus smallest sample of a latent
 */
public record SampledInformation(double[] latentEntropies, double[] givenPoint, double[][] jointEntropies,
        double[][] givenFactor, double[] factorEntropies, double[] ranges) {

    /** Estimates from samples of a stream that all metrics share, kept with the posterior's means. O(S N D K). */
    public static SampledInformation of(Posterior posterior, int samples, Evaluation evaluation, Progress progress) {
        return posterior.means().derive(new Key(samples, evaluation.seed()), means -> {
            try (Workers workers = new Workers(evaluation.threads())) {
                return of(PosteriorSamples.draw(posterior, samples, evaluation.random("posterior/samples")), workers,
                        progress);
            }
        });
    }

    /** Estimates from given samples. Memory stays within a few MB per thread. O(S N D K). */
    public static SampledInformation of(PosteriorSamples samples, Workers workers, Progress progress) {
        Representation means = samples.posterior().means();
        int d = means.latents();
        int k = means.space().count();
        FactorValues values = FactorValues.of(means);
        SampledInformation found = new SampledInformation(new double[d], samples.conditionalEntropies(),
                new double[d][k], new double[d][k], values.entropies(), new double[d]);
        for (int latent = 0; latent < d; latent++) {
            progress.report((double) latent / d, "densities of latent z" + latent);
            double[] z = samples.values(latent);
            MixtureDensities densities = MixtureDensities.of(samples, latent, values, workers, progress);
            found.ranges[latent] = Arrays.stream(z).max().orElse(0) - Arrays.stream(z).min().orElse(0);
            found.latentEntropies[latent] = meanSurprise(densities.whole());
            for (int f = 0; f < k; f++) {
                found.jointEntropies[latent][f] = meanSurprise(densities.withValue()[f]);
                found.givenFactor[latent][f] = found.jointEntropies[latent][f];
                for (int point : samples.points()) {
                    found.givenFactor[latent][f] += Math.log(values.share(point, f)) / z.length;
                }
            }
        }
        return found;
    }

    private static double meanSurprise(double[] densities) {
        return Arrays.stream(densities).map(q -> -Math.log(q)).average().orElse(Double.NaN);
    }

    /** I(z_d; y_k) = H(z_d) + H(y_k) − H(z_d, y_k), {@code D × K}; sampling may push it below 0. */
    public double[][] mutualInformation() {
        double[][] information = new double[jointEntropies.length][factorEntropies.length];
        for (int d = 0; d < information.length; d++) {
            for (int k = 0; k < factorEntropies.length; k++) {
                information[d][k] = latentEntropies[d] + factorEntropies[k] - jointEntropies[d][k];
            }
        }
        return information;
    }

    private record Key(int samples, long seed) {
    }
}
