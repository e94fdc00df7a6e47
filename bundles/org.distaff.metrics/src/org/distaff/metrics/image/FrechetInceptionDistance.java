package org.distaff.metrics.image;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.ScoreMeaning;
import org.distaff.core.metric.Autoencoder;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Features;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;

/**
 * Fréchet inception distance of observations and what the decoder makes; at least 0, lower is better. Heusel, Ramsauer,
 * Unterthiner, Nessler and Hochreiter, GANs Trained by a Two Time-Scale Update Rule Converge to a Local Nash
 * Equilibrium, NeurIPS 2017, equation 6.
 */
public final class FrechetInceptionDistance implements Metric {

    @Override
    public Description describe() {
        return Description.of("fid", "Fréchet inception distance")
                .summary("Distance of decoded images from observations, in the features of a network")
                .help("""
                        Fits a Gaussian to the features of observations and one to those of decoded images: \
                        |m₁ − m₂|² + tr(C₁ + C₂ − 2 (C₁C₂)^½), covariances divided by N − 1. 0 for equal sets; lower \
                        is better.

                        network names an ONNX file with one image input [batch, 1 or 3, height, width] and float \
                        features [batch, F] as its first output; the score is then fid. Observations are resized \
                        bilinearly to it, grey ones repeated three times, and scaled to range. Numbers compare with \
                        published ones only with the Inception-v3 network of those (2,048 features, 299 × 299), which \
                        Distaff does not bring. Without a network a small convolutional one with fixed random weights \
                        is used (128 features), and the score is named random-features-distance: it sees blur and \
                        missing parts, ranks models of one data set, and is no FID.

                        compare=reconstructions decodes posterior means of the same observations, as Fil et al. 2021 \
                        do but for their sampling; compare=sampled-reconstructions decodes samples of the posterior; \
                        compare=prior-samples decodes z ~ N(0, I). Biased upward by the finite number of points, the \
                        more the fewer: compare equal numbers only. With fewer than F + 1 points the covariances are \
                        singular, and a warning says so; Inception needs 2,049. Cost: two passes of the network and \
                        O(N F² + F³); 16 N F bytes of memory.""")
                .reference("Heusel et al., GANs Trained by a Two Time-Scale Update Rule Converge to a Local Nash "
                        + "Equilibrium, NeurIPS 2017, equation 6")
                .reference("Fil, Mesinovic, Morris, Wildberger, Beta-VAE Reproducibility: Challenges and Extensions, "
                        + "2021")
                .parameter(Parameter.path("network", null).meaning("ONNX file of features; without it random ones"))
                .parameter(Parameter.choice("range", "0..1", "-1..1").meaning("values the network takes for black and "
                        + "white"))
                .parameter(Parameter.choice("compare", "reconstructions", "sampled-reconstructions", "prior-samples")
                        .meaning("what is held against the observations"))
                .parameter(Parameter.integer("points", 5_000).range(2, 1_000_000)
                        .meaning("observations; Inception needs more than 2,048"))
                .score(ScoreMeaning.lower("fid", 0, Double.POSITIVE_INFINITY, "distance in the named network"))
                .score(ScoreMeaning.lower("random-features-distance", 0, Double.POSITIVE_INFINITY,
                        "distance in random features; no FID"));
    }

    @Override
    public Scores evaluate(Evaluation evaluation, Progress progress) {
        Parameters parameters = evaluation.parameters();
        Optional<String> network = parameters.optional("network");
        String name = network.isPresent() ? "fid" : "random-features-distance";
        String compare = parameters.text("compare");
        boolean decodes = evaluation.model().map(Autoencoder::decodes).orElse(false);
        if (!decodes || compare.startsWith("sampled") && evaluation.points().posterior(1).isEmpty()) {
            return facts(Scores.of(name, Double.NaN), compare, network).warning(decodes
                    ? "The encoder gives no ln σ² to sample with; choose fid.compare=reconstructions."
                    : "There is no decoder whose images could be compared.");
        }
        Autoencoder model = evaluation.model().orElseThrow();
        int points = parameters.integer("points");
        try (Features features = open(network, parameters.text("range"), model, evaluation.threads())) {
            double distance = distance(model, features, evaluation, progress);
            Scores scores = facts(Scores.of(name, distance), compare, network).fact("points", points)
                    .fact("features", features.count());
            return points > features.count() ? scores : scores.warning(points + " points are too few for "
                    + features.count() + " features: the covariances are singular and the distance is biased; take at "
                    + "least " + (features.count() + 1) + " with fid.points.");
        }
    }

    private static Scores facts(Scores scores, String compare, Optional<String> network) {
        return scores.fact("variant", compare).fact("network", network.orElse("random convolutions"))
                .fact("estimator", "Gaussian fits, covariances divided by N − 1");
    }

    private static Features open(Optional<String> network, String range, Autoencoder model, int threads) {
        return network.map(file -> model.features(Path.of(file), range.equals("0..1") ? 0 : -1, 1))
                .orElseGet(() -> new RandomFeatures(model.observation(), threads));
    }

    private static double distance(Autoencoder model, Features features, Evaluation evaluation, Progress progress) {
        int points = evaluation.parameters().integer("points");
        String compare = evaluation.parameters().text("compare");
        int count = features.count();
        int values = model.observation().values();
        double[] original = new double[Math.multiplyExact(points, count)];
        double[] decoded = new double[original.length];
        RandomGenerator noise = evaluation.random("fid/noise");
        ImageBatches.each(model, points, evaluation.random("fid/observations"), progress, "features of observation",
                (images, from, n) -> {
                    float[] made = new float[n * values];
                    model.decode(latents(model, compare, images, n, noise), n, made);
                    widen(features.of(images, n), original, from * count);
                    widen(features.of(FloatBuffer.wrap(made), n), decoded, from * count);
                });
        return FrechetDistance.between(original, decoded, count);
    }

    private static float[] latents(Autoencoder model, String compare, FloatBuffer images, int count,
            RandomGenerator noise) {
        float[] mean = new float[count * model.latents()];
        if (compare.equals("prior-samples")) {
            return SampledLatents.of(mean, new float[mean.length], noise);
        }
        float[] logVariance = compare.equals("reconstructions") ? null : new float[mean.length];
        model.encode(images, count, mean, logVariance);
        return logVariance == null ? mean : SampledLatents.of(mean, logVariance, noise);
    }

    private static void widen(float[] from, double[] into, int at) {
        for (int i = 0; i < from.length; i++) {
            into[at + i] = from[i];
        }
    }
}
