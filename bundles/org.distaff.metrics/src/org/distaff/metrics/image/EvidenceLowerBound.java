package org.distaff.metrics.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Autoencoder;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Matrix;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.FiniteCodes;

/**
 * Evidence lower bound of a variational autoencoder and its two terms. Kingma and Welling, Auto-Encoding Variational
 * Bayes, ICLR 2014, section 2.2 and appendix B.
 */
public final class EvidenceLowerBound implements Metric {

    @Override
    public Description describe() {
        return Description.of("elbo", "Evidence lower bound")
                .summary("How well observations are reconstructed, and how many nats their codes cost")
                .help("""
                        elbo = −(reconstruction + kl), averaged over observations; higher is better. reconstruction \
                        is the error of decoding one sample z of the posterior, summed over the values of the image; \
                        lower is better. kl is KL(q(z|x) ‖ N(0, I)) = ½ Σ_d (μ² + σ² − ln σ² − 1) in nats, and the \
                        matrix has it for each latent: one near 0 is switched off.

                        likelihood=bernoulli is the cross-entropy in nats, −Σ x ln p + (1 − x) ln (1 − p), with p cut \
                        to [clip, 1 − clip]; likelihood=squared is Σ (x − p)². Targets between 0 and 1 have a \
                        cross-entropy of their own that no decoder can go below; subtractTargetEntropy takes it off, \
                        which makes 0 the best. p are the decoder's images in [0, 1]: training on logits has no clip, \
                        so its loss may be larger where a decoder is wrong and sure.

                        Observations are drawn with replacement, N = points of them, images of the encoder's shape; \
                        means and ln σ² are [N, D]. One sample of each posterior leaves elbo unbiased; its standard \
                        error is among the facts. \
                        Needs an encoder that gives ln σ²; without a decoder only kl is defined, without posteriors \
                        nothing. Cost: one pass through encoder and decoder.""")
                .reference("Kingma, Welling, Auto-Encoding Variational Bayes, ICLR 2014, section 2.2 and appendix B")
                .parameter(Parameter.integer("points", 10_000).range(2, 10_000_000).meaning("observations"))
                .parameter(Parameter.choice("likelihood", "bernoulli", "squared")
                        .meaning("how a reconstruction is held against its observation"))
                .parameter(Parameter.real("clip", 1e-6).range(1e-12, 0.1)
                        .meaning("how near decoded values may come to 0 and 1; bernoulli only"))
                .parameter(Parameter.flag("subtractTargetEntropy", false)
                        .meaning("whether the error of the observation itself is taken off"))
                .score(ScoreMeaning.higher("elbo", Double.NEGATIVE_INFINITY, 0, "−(reconstruction + kl), nats"))
                .score(ScoreMeaning.lower("reconstruction", 0, Double.POSITIVE_INFINITY,
                        "error of decoding, per observation"))
                .score(ScoreMeaning.neither("kl", 0, Double.POSITIVE_INFINITY,
                        "divergence of the posterior from the prior, nats per observation"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        int points = parameters.integer("points");
        boolean decodes = evaluation.model().map(Autoencoder::decodes).orElse(false);
        boolean stochastic = evaluation.points().posterior(decodes ? 1 : points).isPresent();
        Sums sums = new Sums(evaluation.source().latents());
        if (stochastic && decodes) {
            measure(evaluation, evaluation.model().orElseThrow(), points, sums, progress);
        }
        double[] kl = stochastic && decodes ? Arrays.stream(sums.kl).map(sum -> sum / points).toArray()
                : evaluation.points().posterior(points).map(EvidenceLowerBound::kl).orElse(sums.none());
        double total = Arrays.stream(kl).sum();
        double reconstruction = stochastic && decodes ? sums.error / points : Double.NaN;
        Scores scores = Scores.of("elbo", -(reconstruction + total)).and("reconstruction", reconstruction)
                .and("kl", total)
                .matrix("latents", new Matrix(IntStream.range(0, kl.length).mapToObj(d -> "z" + d).toList(),
                        List.of("kl"), Arrays.stream(kl).mapToObj(v -> new double[] {v}).toArray(double[][]::new)))
                .fact("variant", parameters.text("likelihood")).fact("points", points)
                .fact("estimator", "one sample of the posterior per observation");
        if (!stochastic) {
            return scores.warning("It needs posteriors, and there are only codes; measure an encoder that gives ln σ²"
                    + ", or add a file of log-variances.");
        }
        return decodes ? scores.fact("standard-error", sums.standardError(points))
                : scores.warning("elbo and reconstruction are undefined, because there is no decoder.");
    }

    private static double[] kl(Posterior posterior) {
        FiniteCodes.require(posterior.means());
        return posterior.meanKl();
    }

    private static void measure(Evaluation evaluation, Autoencoder model, int points, Sums sums, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Reconstruction likelihood = Reconstruction.valueOf(parameters.text("likelihood").toUpperCase(Locale.ROOT));
        double clip = parameters.real("clip");
        boolean subtract = parameters.flag("subtractTargetEntropy");
        int d = model.latents();
        int values = model.observation().values();
        RandomGenerator noise = evaluation.random("elbo/noise");
        ImageBatches.each(model, points, evaluation.random("elbo/observations"), progress, "decoding observation",
                (images, from, count) -> {
                    float[] mean = new float[count * d];
                    float[] logVariance = new float[count * d];
                    float[] decoded = new float[count * values];
                    model.encode(images, count, mean, logVariance);
                    float[] z = SampledLatents.of(mean, logVariance, noise);
                    model.decode(z, count, decoded);
                    for (int i = 0; i < count; i++) {
                        double error = likelihood.error(images, i * values, decoded, values, clip)
                                - (subtract ? likelihood.floor(images, i * values, values, clip) : 0);
                        sums.add(error, mean, logVariance, i * d);
                    }
                });
    }

    /** Sums over observations. */
    private static final class Sums {

        private final double[] kl;
        private double error;
        private double loss;
        private double lossSquared;

        Sums(int latents) {
            kl = new double[latents];
        }

        void add(double reconstruction, float[] mean, float[] logVariance, int at) {
            double here = reconstruction;
            for (int d = 0; d < kl.length; d++) {
                double v = logVariance[at + d];
                double term = ((double) mean[at + d] * mean[at + d] + Math.exp(v) - v - 1) / 2;
                kl[d] += term;
                here += term;
            }
            error += reconstruction;
            loss += here;
            lossSquared += here * here;
        }

        double standardError(int points) {
            double mean = loss / points;
            return Math.sqrt(Math.max(0, lossSquared / points - mean * mean) / (points - 1));
        }

        double[] none() {
            double[] undefined = new double[kl.length];
            Arrays.fill(undefined, Double.NaN);
            return undefined;
        }
    }
}
