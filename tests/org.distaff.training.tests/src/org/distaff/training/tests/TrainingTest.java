package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.Untrained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.onnxruntime.OrtException;

/** The loop: curves, divergence, and what no step at all leaves. */
class TrainingTest {

    private static final Map<String, ?> SMALL = Map.of("network", "small-mlp");

    @TempDir
    private Path folder;

    @Test
    void theLossFallsAndItsCurveIsWritten() throws IOException {
        Runs.train(new BetaVae(), Map.of("network", "small-mlp", "beta", 2), new Squares(1, 16),
                new TrainingSettings(250, 16, 1e-3), 0, folder, Progress.NONE);
        List<String> lines = Files.readAllLines(folder.resolve("training.csv"));
        String latents = IntStream.rangeClosed(1, 10).mapToObj(d -> "kl-latent-" + d).collect(Collectors.joining(","));
        assertEquals("step,loss,reconstruction,kl," + latents + ",total-correlation-batch-mean", lines.get(0));
        // at most 200 rows: two steps a row make 125
        assertEquals(1 + 125, lines.size());
        double[] first = row(lines.get(1));
        double[] last = row(lines.get(125));
        assertEquals(250, last[0]);
        for (double[] row : List.of(first, last)) {
            // the printed float32 values keep seven digits
            assertEquals(row[1], row[2] + 2 * row[3], 1e-4 * row[1], "loss = reconstruction + β·KL");
        }
        // a fresh network says ½ everywhere: 256 ln 2 = 177 nats; squares of 1, 4 or 9 of 64 cells are white, so the
        // best constant guess, 14/192, costs 256 · 0.261 = 67 nats; only a network that sees the square gets to 50
        assertTrue(last[2] < 50, "reconstruction ends at " + last[2]);
        assertTrue(first[2] > 120, "reconstruction begins at " + first[2]);
    }

    @Test
    void divergenceIsToldWithItsStep() {
        Problem problem = assertThrows(Problem.class, () -> Runs.train(new BetaVae(), SMALL, new Squares(1, 16),
                new TrainingSettings(50, 4, 1e6), 0, folder, Progress.NONE));
        assertEquals(ExitCode.NEVER, problem.exitCode());
        assertTrue(problem.getMessage().matches("Training diverged at step \\d+: .* is .*; use a smaller .*"),
                problem.getMessage());
        assertFalse(Files.exists(folder.resolve("encoder.onnx")));
    }

    @Test
    void noStepLeavesTheUntrainedNetwork() throws IOException, OrtException {
        TrainingSettings none = new TrainingSettings(0, 4, 1e-3);
        Squares squares = new Squares(1, 16);
        TrainedModel zero = Runs.train(new BetaVae(), SMALL, squares, none, 3, folder.resolve("zero"), Progress.NONE);
        TrainedModel untrained = Runs.train(new Untrained(), SMALL, squares, none, 3, folder.resolve("untrained"),
                Progress.NONE);
        assertArrayEquals(codes(zero, squares), codes(untrained, squares), 0f, "the same weights, the same codes");
        assertEquals(1, Files.readAllLines(folder.resolve("zero/training.csv")).size(), "a header and no row");
    }

    @Test
    void aGpuThatCannotBeUsedIsNotReplacedSilently() {
        Model model = new BetaVae();
        Problem problem = assertThrows(Problem.class, () -> model.train(Runs.context(model, SMALL, new Squares(1, 16),
                new TrainingSettings(1, 4, 1e-3), 0, folder, "cuda:0", Progress.NONE)));
        assertEquals(ExitCode.INPUT, problem.exitCode());
        assertTrue(problem.getMessage().contains("cuda:0"), problem.getMessage());
    }

    @Test
    void convolutionsRefuseSidesTheyCannotHalve() {
        Problem problem = assertThrows(Problem.class, () -> Runs.train(new BetaVae(), Map.of("network", "conv"),
                new Squares(1, 24), new TrainingSettings(1, 4, 1e-3), 0, folder, Progress.NONE));
        assertEquals(ExitCode.NEVER, problem.exitCode());
    }

    private static double[] row(String line) {
        return List.of(line.split(",")).stream().mapToDouble(Double::parseDouble).toArray();
    }

    private static float[] codes(TrainedModel model, Squares squares) throws OrtException {
        FloatBuffer images = FloatBuffer.allocate(6 * squares.observation().values());
        squares.observe(squares.factors().sample(6, RandomStreams.derive(0, "points")), null, images);
        return Onnx.run(model.encoder(), "image", images.array(), new long[] {6, 1, 16, 16}, "mean");
    }
}
