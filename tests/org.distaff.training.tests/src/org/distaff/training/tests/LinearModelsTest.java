package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.models.linear.IndependentComponents;
import org.distaff.models.linear.PrincipalComponents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.onnxruntime.OrtException;

/** Principal and independent components of observations whose structure is known. */
class LinearModelsTest {

    @TempDir
    private Path folder;

    /** Two uniform sources mixed into four pixels around ½: x = ½ + A s with fixed, not orthogonal columns. */
    private record Mixture() implements Dataset {

        private static final double[][] MIXING = {{0.30, 0.10}, {-0.10, 0.20}, {0.05, 0.25}, {0.20, -0.15}};
        private static final int VALUES = 21;

        @Override
        public FactorSpace factors() {
            return new FactorSpace(List.of(new Factor("a", VALUES, FactorKind.CONTINUOUS),
                    new Factor("b", VALUES, FactorKind.CONTINUOUS)));
        }

        @Override
        public ObservationShape observation() {
            return new ObservationShape(1, 2, 2);
        }

        @Override
        public void observe(int[] rows, RandomGenerator nuisance, FloatBuffer target) {
            for (int row = 0; row < rows.length; row += 2) {
                for (double[] weights : MIXING) {
                    target.put((float) (0.5 + weights[0] * source(rows[row]) + weights[1] * source(rows[row + 1])));
                }
            }
        }

        static double source(int value) {
            return 2.0 * value / (VALUES - 1) - 1;
        }

        @Override
        public String digest() {
            return "mixture";
        }
    }

    private record Grid(int[] rows, float[] images) {

        static Grid of(Dataset dataset) {
            int count = (int) dataset.factors().combinations();
            int[] rows = new int[count * 2];
            for (int i = 0; i < count; i++) {
                System.arraycopy(dataset.factors().row(i), 0, rows, 2 * i, 2);
            }
            FloatBuffer images = FloatBuffer.allocate(count * 4);
            dataset.observe(rows, null, images);
            return new Grid(rows, images.array());
        }

        int count() {
            return rows.length / 2;
        }
    }

    private TrainedModel train(Model model, Map<String, ?> parameters) throws IOException {
        return Runs.train(model, parameters, new Mixture(), new TrainingSettings(0, 1, 1), 3, folder, Progress.NONE);
    }

    /** Two latents hold all that two sources say: the decoder gives the observation back up to float32 rounding. */
    @Test
    void twoComponentsReconstructExactly() throws IOException, OrtException {
        Grid grid = Grid.of(new Mixture());
        for (Model model : List.of(new PrincipalComponents(), new IndependentComponents())) {
            TrainedModel trained = train(model, Map.of("latents", 2));
            assertNull(trained.card().logVarianceOutput());
            float[] codes = Onnx.run(trained.encoder(), "image", grid.images(), new long[] {grid.count(), 1, 2, 2},
                    "mean");
            float[] images = Onnx.run(trained.decoder(), "latent", codes, new long[] {grid.count(), 2}, "image");
            for (int i = 0; i < images.length; i++) {
                assertEquals(grid.images()[i], images[i], 2e-6, model.describe().id() + " pixel " + i);
            }
        }
    }

    /** Whitened codes have unit variance and no correlation; 5,000 draws of the grid estimate both to about 3 %. */
    @Test
    void principalComponentsAreWhite() throws IOException, OrtException {
        Grid grid = Grid.of(new Mixture());
        TrainedModel trained = train(new PrincipalComponents(), Map.of("latents", 2));
        float[] codes = Onnx.run(trained.encoder(), "image", grid.images(), new long[] {grid.count(), 1, 2, 2}, "mean");
        double[][] covariance = new double[2][2];
        for (int n = 0; n < grid.count(); n++) {
            for (int i = 0; i < 4; i++) {
                covariance[i / 2][i % 2] += codes[2 * n + i / 2] * codes[2 * n + i % 2] / grid.count();
            }
        }
        assertEquals(1, covariance[0][0], 0.05);
        assertEquals(1, covariance[1][1], 0.05);
        assertEquals(0, covariance[0][1], 0.05);
    }

    /** Uniform sources are far from Gaussian: each independent component is one of them, up to sign and scale. */
    @Test
    void independentComponentsAreTheSources() throws IOException, OrtException {
        Grid grid = Grid.of(new Mixture());
        TrainedModel trained = train(new IndependentComponents(), Map.of("latents", 2));
        float[] codes = Onnx.run(trained.encoder(), "image", grid.images(), new long[] {grid.count(), 1, 2, 2}, "mean");
        double straight = Math.min(correlation(grid, codes, 0, 0), correlation(grid, codes, 1, 1));
        double crossed = Math.min(correlation(grid, codes, 0, 1), correlation(grid, codes, 1, 0));
        // 5,000 draws leave an angle of about 1/√5000 = 0.014 between component and source: correlation 1 − 1e-4
        assertTrue(Math.max(straight, crossed) > 0.998, straight + " " + crossed);
    }

    private static double correlation(Grid grid, float[] codes, int latent, int source) {
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int n = 0; n < grid.count(); n++) {
            double x = codes[2 * n + latent];
            double y = Mixture.source(grid.rows()[2 * n + source]);
            xy += x * y;
            xx += x * x;
            yy += y * y;
        }
        return Math.abs(xy) / Math.sqrt(xx * yy);
    }

    @Test
    void moreLatentsThanDirectionsCanNeverWork() {
        Problem problem = assertThrows(Problem.class, () -> train(new PrincipalComponents(), Map.of("latents", 3)));
        assertEquals(ExitCode.NEVER, problem.exitCode());
        assertTrue(problem.getMessage().contains("only 2 directions"), problem.getMessage());
    }
}
