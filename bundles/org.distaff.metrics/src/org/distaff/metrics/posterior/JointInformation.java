package org.distaff.metrics.posterior;

import java.util.Arrays;

import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Posterior;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.Workers;

/**
 * What latents drawn from posteriors tell about their points, alone, all together and all but one, in nats. Do and
 * Tran, Theory and Evaluation Metrics for Learning Disentangled Representations, ICLR 2020.
 *
 * @param each    {@code D}: I(z_d; x) = H(z_d) − H(z_d|x)
 * @param all     I(z; x)
 * @param without {@code D}: I(z_≠d; x) of the other latents
 * @param shared  {@code D}: I(z_d; z_≠d) = H(z_d) + H(z_≠d) − H(z), how far from separate the latent is
 */
public record JointInformation(double[] each, double all, double[] without, double[] shared) {

    private static final int BLOCK = 128;

    /** Estimates from the samples that all metrics share, kept with the posterior's means. O(S N D). */
    public static JointInformation of(Posterior posterior, int samples, Evaluation evaluation, Progress progress) {
        return posterior.means().derive(new Key(samples, evaluation.seed()), means -> {
            SampledInformation alone = SampledInformation.of(posterior, samples, evaluation, progress.part(0, 0.5));
            try (Workers workers = new Workers(evaluation.threads())) {
                return of(PosteriorSamples.draw(posterior, samples, evaluation.random("posterior/samples")),
                        alone.latentEntropies(), workers, progress.part(0.5, 1));
            }
        });
    }

    /**
     * Estimates from given samples. Products over latents are summed relative to their largest, so that densities of
     * any number of latents are exact.
     *
     * @param latentEntropies {@code D}: H(z_d) of the same samples
     */
    public static JointInformation of(PosteriorSamples samples, double[] latentEntropies, Workers workers,
            Progress progress) {
        int d = latentEntropies.length;
        int count = samples.count();
        double[][] z = new double[d][];
        PosteriorSamples.Components[] components = new PosteriorSamples.Components[d];
        for (int i = 0; i < d; i++) {
            z[i] = samples.values(i);
            components[i] = samples.components(i);
        }
        // rows 0 … D − 1: all latents but that one; row D: all
        double[][] surprise = new double[d + 1][count];
        int blocks = (count + BLOCK - 1) / BLOCK;
        workers.each(blocks, task -> {
            progress.check();
            progress.report((double) task / blocks, "joint densities of the latents");
            int from = task * BLOCK;
            int to = Math.min(count, from + BLOCK);
            double[][] part = Arrays.stream(z).map(row -> Arrays.copyOfRange(row, from, to)).toArray(double[][]::new);
            double[][] logDensities = new ProductDensities(components, part).logDensities();
            for (int i = 0; i <= d; i++) {
                for (int s = from; s < to; s++) {
                    surprise[i][s] = -logDensities[i][s - from];
                }
            }
        });
        return assemble(samples.conditionalEntropies(), latentEntropies,
                Arrays.stream(surprise).mapToDouble(row -> Arrays.stream(row).average().orElse(Double.NaN)).toArray());
    }

    private static JointInformation assemble(double[] givenPoint, double[] alone, double[] joint) {
        int d = alone.length;
        double allGivenPoint = Arrays.stream(givenPoint).sum();
        JointInformation found = new JointInformation(new double[d], joint[d] - allGivenPoint, new double[d],
                new double[d]);
        for (int i = 0; i < d; i++) {
            found.each[i] = alone[i] - givenPoint[i];
            found.without[i] = joint[i] - (allGivenPoint - givenPoint[i]);
            found.shared[i] = alone[i] + joint[i] - joint[d];
        }
        return found;
    }

    private record Key(int samples, long seed) {
    }
}
