package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Map;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.Autoencoder;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.image.EvidenceLowerBound;
import org.distaff.metrics.image.FrechetDistance;
import org.distaff.metrics.image.FrechetInceptionDistance;
import org.distaff.metrics.image.RandomFeatures;
import org.distaff.metrics.image.Reconstruction;
import org.junit.jupiter.api.Test;

/** Evidence lower bound and Fréchet distance, against formulas evaluated in numpy 2.4.6 and closed forms. */
class ImageMetricsTest {

    private static final Golden GOLDEN = Golden.load("x_misc");

    private static Scores measure(Metric metric, Map<String, ?> parameters, Autoencoder model, boolean posteriors) {
        int latents = 3;
        Representation codes = new Representation(Golden.space(2), latents, new double[4 * latents], new int[4]);
        CodeTable table = new CodeTable(codes, posteriors ? new Posterior(codes, new double[4 * latents]) : null);
        Points points = new Points(table, null, 0);
        return metric.evaluate(new Evaluation(model == null ? points : points.with(model),
                Parameters.of(metric, parameters), 1), Progress.NONE);
    }

    @Test
    void frechetDistanceIsTheReferences() {
        // the reference takes the root of the product itself; both in double
        assertEquals(GOLDEN.number("fid"), FrechetDistance.between(GOLDEN.arrays().get("fid_a").values(),
                GOLDEN.arrays().get("fid_b").values(), 8), 1e-9);
    }

    @Test
    void frechetDistanceAgreesWithClosedForms() {
        // one feature: (m₁ − m₂)² + (s₁ − s₂)²; here 0, 2 and 5, 9: means 1 and 7, variances 2 and 8
        assertEquals(36 + 2, FrechetDistance.between(new double[] {0, 2}, new double[] {5, 9}, 1), 1e-12);
        // two points in three dimensions have covariances of rank one, along different axes here: no common root
        assertEquals(0.25 + 0.25 + 0.5 + 0.5, FrechetDistance.between(new double[] {0, 0, 0, 1, 0, 0},
                new double[] {0, 0, 0, 0, 1, 0}, 3), 1e-12);
        double[] set = GOLDEN.arrays().get("fid_a").values();
        assertEquals(0, FrechetDistance.between(set, set, 8), 1e-10, "rounding of traces of about 100");
        double[] scaled = java.util.Arrays.stream(set).map(v -> 3 * v).toArray();
        // C₂ = 9 C₁: tr(C₁ + 9 C₁ − 6 C₁) = 4 tr C₁, and 4 |m₁|² of the means
        double expected = 0;
        for (int d = 0; d < 8; d++) {
            double mean = 0;
            double squares = 0;
            for (int n = d; n < set.length; n += 8) {
                mean += set[n] / (set.length / 8);
                squares += set[n] * set[n];
            }
            expected += 4 * (squares - mean * mean * (set.length / 8)) / (set.length / 8 - 1) + 4 * mean * mean;
        }
        assertEquals(expected, FrechetDistance.between(set, scaled, 8), 1e-9);
    }

    @Test
    void reconstructionErrorsAreTheReferences() {
        double[] x = GOLDEN.arrays().get("rec_x").values();
        double[] logits = GOLDEN.arrays().get("rec_logits").values();
        float[] target = new float[x.length];
        float[] decoded = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            target[i] = (float) x[i];
            decoded[i] = (float) (1 / (1 + Math.exp(-logits[i])));
        }
        double[] bernoulli = GOLDEN.vector("bernoulli_logits_per_sample_sum");
        double[] squared = GOLDEN.vector("l2_sigmoid_per_sample_sum");
        for (int i = 0; i < 4; i++) {
            // images are float32, with 1e-7 of error in each of 12 values
            assertEquals(bernoulli[i], Reconstruction.BERNOULLI.error(FloatBuffer.wrap(target), i * 12, decoded, 12,
                    1e-6), 1e-4);
            assertEquals(squared[i], Reconstruction.SQUARED.error(FloatBuffer.wrap(target), i * 12, decoded, 12,
                    1e-6), 1e-5);
        }
    }

    @Test
    void elboIsTheSumOfItsTerms() {
        // decodes ½ whatever z is: 3 pixels of ln 2, whatever the target
        Scores scores = measure(new EvidenceLowerBound(), Map.of("points", 4000), new PixelAutoencoder(3, 0, 0.5f, 0),
                true);
        assertEquals(3 * Math.log(2), scores.values().get("reconstruction"), 1e-9);
        // σ = 1 and μ uniform on [0, 1]: ½ E μ² = 1/6 for each latent, standard deviation 0.26 of 4000 sums
        assertEquals(0.5, scores.values().get("kl"), 5 * 0.26 / Math.sqrt(4000));
        assertEquals(-scores.values().get("reconstruction") - scores.values().get("kl"), scores.values().get("elbo"),
                1e-12);
        // the standard deviation of ½ Σ μ² is ½ √(3 · 4/45)
        assertEquals(Math.sqrt(3 * 4 / 45.0) / 2 / Math.sqrt(4000), (double) scores.facts().get("standard-error"),
                3e-4);
        Scores squared = measure(new EvidenceLowerBound(), Map.of("points", 4000, "likelihood", "squared"),
                new PixelAutoencoder(3, 0, 0.5f, 0), true);
        // the variance of a uniform pixel is 1/12, three of them; standard deviation 0.13 of 4000 sums
        assertEquals(0.25, squared.values().get("reconstruction"), 5 * 0.13 / Math.sqrt(4000));
    }

    @Test
    void targetEntropyAndClipAreApplied() {
        // σ = e^-20: a perfect decoder, so the cross-entropy is that of the target
        Scores perfect = measure(new EvidenceLowerBound(), Map.of("points", 100, "subtractTargetEntropy", true),
                new PixelAutoencoder(3, 1, 0, -40), true);
        assertEquals(0, perfect.values().get("reconstruction"), 1e-5);
        // decodes 0: −E x ln 0.1 − E (1 − x) ln 0.9 with E x = ½; ln 9 · 0.29 · √3 of standard deviation
        Scores clipped = measure(new EvidenceLowerBound(), Map.of("points", 4000, "clip", 0.1),
                new PixelAutoencoder(3, 0, 0, 0), true);
        assertEquals(-1.5 * Math.log(0.1 * 0.9), clipped.values().get("reconstruction"), 5 * 1.1 / Math.sqrt(4000));
    }

    @Test
    void whatIsMissingIsSaid() {
        Scores noDecoder = measure(new EvidenceLowerBound(), Map.of(), null, true);
        assertEquals(0, noDecoder.values().get("kl"), "standard normal posteriors");
        assertTrue(Double.isNaN(noDecoder.values().get("elbo")));
        assertTrue(noDecoder.warnings().get(0).contains("no decoder"));
        Scores noPosterior = measure(new EvidenceLowerBound(), Map.of(), new PixelAutoencoder(3), false);
        assertTrue(noPosterior.values().values().stream().allMatch(v -> Double.isNaN(v)));
        assertTrue(noPosterior.warnings().get(0).contains("posteriors"));
        Scores fid = measure(new FrechetInceptionDistance(), Map.of("network", "inception.onnx"), null, true);
        assertTrue(Double.isNaN(fid.values().get("fid")));
        Scores sampled = measure(new FrechetInceptionDistance(), Map.of("compare", "sampled-reconstructions"),
                new PixelAutoencoder(3), false);
        assertTrue(Double.isNaN(sampled.values().get("random-features-distance")));
        assertEquals(1, sampled.warnings().size());
    }

    @Test
    void aPerfectDecoderHasNoDistanceAndOthersHaveTheirs() {
        Map<String, Object> network = Map.of("network", "pixels.onnx", "points", 3000, "range", "-1..1");
        assertEquals(0, measure(new FrechetInceptionDistance(), network, new PixelAutoencoder(3), false).values()
                .get("fid"), 1e-9);
        // half the contrast around 1/4 more: per pixel, in [−1, 1], means 0 and 0, deviations s and s / 2; s² = 1/3
        Scores half = measure(new FrechetInceptionDistance(), network, new PixelAutoencoder(3, 0.5f, 0.25f, 0), false);
        // relative standard error of a variance of 3000 uniforms is 0.9 / √3000
        assertEquals(3 * 1 / 3.0 / 4, half.values().get("fid"), 5 * 0.25 * 0.9 / Math.sqrt(3 * 3000));
        assertEquals(java.util.List.of(), half.warnings());
        Scores prior = measure(new FrechetInceptionDistance(), Map.of("network", "pixels.onnx", "points", 3000,
                "compare", "prior-samples"), new PixelAutoencoder(3, 0, 0.5f, 0), false);
        // z does not matter: constant ½ against uniform pixels, 3 · 1/12
        assertEquals(0.25, prior.values().get("fid"), 5 * 0.25 * 0.9 / Math.sqrt(3 * 3000));
    }

    @Test
    void randomFeaturesAreNoInception() {
        Scores perfect = measure(new FrechetInceptionDistance(), Map.of("points", 200), new PixelAutoencoder(3), false);
        assertEquals(java.util.Set.of("random-features-distance"), perfect.values().keySet());
        assertEquals(0, perfect.values().get("random-features-distance"), 1e-9);
        assertEquals(java.util.List.of(), perfect.warnings());
        Scores grey = measure(new FrechetInceptionDistance(), Map.of("points", 100),
                new PixelAutoencoder(3, 0, 0.5f, 0), false);
        assertTrue(grey.values().get("random-features-distance") > 0.01);
        assertTrue(grey.warnings().get(0).startsWith("100 points are too few for 128 features"));
    }

    @Test
    void randomFeaturesDependOnTheImageOnly() {
        ObservationShape shape = new ObservationShape(3, 9, 13);
        float[] images = new float[2 * shape.values()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (i * 7 % 11) / 11f;
        }
        try (RandomFeatures one = new RandomFeatures(shape, 1); RandomFeatures two = new RandomFeatures(shape, 2)) {
            float[] both = one.of(FloatBuffer.wrap(images), 2);
            assertArrayEquals(both, two.of(FloatBuffer.wrap(images), 2));
            float[] second = one.of(FloatBuffer.wrap(images).position(shape.values()), 1);
            assertArrayEquals(java.util.Arrays.copyOfRange(both, 128, 256), second);
            // no bias and rectifiers: features of twice the image are twice as large
            float[] doubled = new float[images.length];
            for (int i = 0; i < images.length; i++) {
                doubled[i] = 2 * images[i];
            }
            float[] twice = two.of(FloatBuffer.wrap(doubled), 2);
            for (int i = 0; i < twice.length; i++) {
                assertEquals(2 * both[i], twice[i], 0, "doubling is exact in binary");
            }
        }
    }
}
