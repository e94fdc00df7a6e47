package org.distaff.tests.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.distaff.core.array.NpyArray;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Autoencoder;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.comparison.ModelCentrality;
import org.junit.jupiter.api.Test;

class ModelCentralityTest {

    private static final Map<String, ?> FEW = Map.of("votes", 60, "batch", 16, "numVariance", 500);

    /**
     * Linear models: pixel p is Σ decoder[p][d] z_d and latent d is Σ encoder[d][p] x_p. Pixels are not limited to
     * [0, 1], which the measure has no part in.
     */
    private record Linear(double[][] encoder, double[][] decoder) implements Autoencoder {

        @Override
        public ObservationShape observation() {
            return new ObservationShape(1, 1, encoder[0].length);
        }

        @Override
        public int latents() {
            return encoder.length;
        }

        @Override
        public boolean decodes() {
            return decoder != null;
        }

        @Override
        public void observe(int count, RandomGenerator random, FloatBuffer target) {
            throw new AssertionError("ModelCentrality looks at no observation");
        }

        @Override
        public void encode(FloatBuffer observations, int count, float[] mean, float[] logVariance) {
            float[] pixels = new float[count * encoder[0].length];
            observations.duplicate().get(pixels);
            multiply(encoder, pixels, count, mean);
        }

        @Override
        public void decode(float[] latents, int count, float[] images) {
            multiply(decoder, latents, count, images);
        }

        private static void multiply(double[][] matrix, float[] rows, int count, float[] result) {
            int columns = matrix[0].length;
            for (int n = 0; n < count; n++) {
                for (int i = 0; i < matrix.length; i++) {
                    double sum = 0;
                    for (int j = 0; j < columns; j++) {
                        sum += matrix[i][j] * rows[n * columns + j];
                    }
                    result[n * matrix.length + i] = (float) sum;
                }
            }
        }
    }

    private static final double[][] IDENTITY = {{1, 0}, {0, 1}};
    private static final double[][] SWAPPED = {{0, -2}, {3, 0}};
    private static final double[][] ROTATED = {{1, 1}, {1, -1}};

    private static final Linear PLAIN = new Linear(IDENTITY, IDENTITY);
    private static final Linear SWAP = new Linear(SWAPPED, SWAPPED);
    private static final Linear MIX = new Linear(ROTATED, ROTATED);

    private static List<Scores> compare(Autoencoder... models) {
        ModelCentrality metric = new ModelCentrality();
        return metric.compare(Arrays.stream(models).map(model -> new Evaluation(
                new Points(new PerfectSource(3, 4), 5).with(model), Parameters.of(metric, FEW), 1)).toList(),
                Progress.NONE);
    }

    private static double score(Scores scores) {
        return scores.values().get("score");
    }

    /** The formula of main_mc.py of the InfoGAN-CR repository in numpy 2.4.6; the order of summation differs. */
    @Test
    void centralityIsTheReferences() {
        Golden golden = Golden.load("x_misc");
        NpyArray mutual = golden.arrays().get("mc_B");
        double[][] rows = new double[6][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(mutual.values(), 6 * i, 6 * i + 6));
        double[] scores = ModelCentrality.centrality(rows);
        double[] descending = Arrays.stream(scores).map(v -> -v).sorted().map(v -> -v).toArray();
        double[] expected = golden.vector("model_centrality");
        Arrays.sort(expected);
        assertArrayEquals(expected, Arrays.stream(descending).sorted().toArray(), 1e-12);
        // by hand: (B01 + B10)/2 and (B02 + B20)/2, averaged
        assertEquals(((0.2 + 0.4) / 2 + (0.6 + 0.8) / 2) / 2,
                ModelCentrality.centrality(new double[][] {{9, 0.2, 0.6}, {0.4, 9, 0}, {0.8, 0, 9}})[0], 1e-15);
    }

    @Test
    void orderSignAndScaleOfLatentsDoNotMatter() {
        for (Scores scores : compare(PLAIN, SWAP)) {
            assertEquals(1, score(scores));
            assertEquals(List.of(), scores.warnings());
        }
    }

    @Test
    void theMixedModelIsTheLeastCentral() {
        List<Scores> scores = compare(PLAIN, MIX, SWAP);
        assertEquals(score(scores.get(0)), score(scores.get(2)), 0.15);
        assertTrue(score(scores.get(1)) < score(scores.get(0)) - 0.1, scores.toString());
        double[][] mutual = scores.get(0).matrices().get("factor-vae-score").values();
        // a rotation by 45° halves each variance whichever latent is held: votes are chance, their majority at least ½
        assertEquals(0.5, mutual[1][0], 0.25);
        assertTrue(mutual[1][0] >= 0.5);
        assertEquals(1, mutual[1][1], "a model's encoder undoes its own rotation");
        assertEquals(1, mutual[0][2]);
    }

    @Test
    void scoresOfAPairDoNotDependOnTheOthers() {
        double alone = compare(PLAIN, MIX).get(0).matrices().get("factor-vae-score").values()[0][1];
        double together = compare(SWAP, MIX, PLAIN).get(0).matrices().get("factor-vae-score").values()[2][1];
        assertEquals(alone, together);
    }

    @Test
    void whoHasNoDecoderIsLeftOut() {
        List<Scores> scores = compare(PLAIN, new Linear(IDENTITY, null), SWAP);
        assertEquals(1, score(scores.get(0)));
        assertTrue(Double.isNaN(score(scores.get(1))));
        assertTrue(scores.get(1).warnings().get(0).contains("without a decoder"));
        Scores alone = compare(PLAIN, new Linear(IDENTITY, null)).get(0);
        assertTrue(Double.isNaN(score(alone)));
        assertTrue(alone.warnings().get(0).contains("no other model"), alone.warnings().toString());
    }

    @Test
    void deadEncodersRecoverNothing() {
        Linear dead = new Linear(new double[][] {{0, 0}, {0, 0}}, IDENTITY);
        double[][] mutual = compare(dead, PLAIN).get(0).matrices().get("factor-vae-score").values();
        assertEquals(0, mutual[0][1]);
        assertEquals(1, mutual[1][0]);
    }

    @Test
    void modelsMayDifferInLatentsButNotInShape() {
        Linear three = new Linear(new double[][] {{1, 0}, {0, 1}, {0, 0}}, new double[][] {{1, 0, 0}, {0, 1, 0}});
        double[][] mutual = compare(PLAIN, three).get(0).matrices().get("factor-vae-score").values();
        assertEquals(1, mutual[1][0]);
        // a third of the batches hold the latent that the decoder ignores; their votes are chance
        assertEquals(2.0 / 3, mutual[0][1], 0.15);
        assertThrows(Problem.class, () -> compare(PLAIN, new Linear(new double[][] {{1, 0, 0}}, new double[3][1])));
    }
}
