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
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.bytedeco.pytorch.Scalar;
import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeLoss;
import org.distaff.models.vae.VaeNetworks;
import org.distaff.models.vae.VaeObjective;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Initialiser;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Needs;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Pictures;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Setting;
import org.distaff.training.objective.Terms;
import org.distaff.training.optimiser.Adam;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.onnxruntime.OrtException;

/** What a training shows of itself on the way, and that it does not notice. */
class PicturesTest {

    private static final Map<String, ?> SMALL = Map.of("network", "small-mlp", "latents", 3);
    private static final TrainingSettings SETTINGS = new TrainingSettings(120, 8, 1e-3);
    private static final Squares SQUARES = new Squares(1, 16);

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    @Test
    void powersOfTenAndTheLastStepAreKept() throws IOException {
        train(folder, Progress.NONE);
        try (Stream<Path> files = Files.list(folder.resolve("pictures"))) {
            assertEquals(List.of("step-000010.npz", "step-000100.npz", "step-000120.npz"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
        assertFalse(Files.exists(folder.resolve("pictures.tmp")));
    }

    @Test
    void theLastOnesAreWhatTheExportedFilesMake() throws IOException, OrtException {
        TrainedModel trained = train(folder, Progress.NONE);
        Map<String, NpyArray> arrays = NumpyFile.archive(folder.resolve("pictures/step-000120.npz"));
        assertArrayEquals(new int[] {8, 1, 16, 16}, arrays.get("observations").shape());
        assertArrayEquals(new int[] {3, 9, 1, 16, 16}, arrays.get("traversal").shape());
        float[] images = new float[8 * 256];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) (arrays.get("observations").values()[i] / 255); // squares are black and white: exact
        }
        float[] codes = Onnx.run(trained.encoder(), "image", images, new long[] {8, 1, 16, 16}, "mean");
        assertLevels(Onnx.run(trained.decoder(), "latent", codes, new long[] {8, 3}, "image"),
                arrays.get("reconstructions").values());
        double[] values = arrays.get("values").values();
        float[] walk = new float[3 * 9 * 3];
        for (int i = 0; i < 27; i++) {
            System.arraycopy(codes, 0, walk, 3 * i, 3);
            walk[3 * i + i / 9] = (float) values[i % 9];
        }
        assertLevels(Onnx.run(trained.decoder(), "latent", walk, new long[] {27, 3}, "image"),
                arrays.get("traversal").values());
    }

    /** Rounding to one of 256 levels is off by half a level; both engines by 1e-5 of the range. */
    private static void assertLevels(float[] images, double[] levels) {
        assertEquals(images.length, levels.length);
        for (int i = 0; i < images.length; i++) {
            assertEquals(255 * images[i], levels[i], 0.51, "pixel " + i);
        }
    }

    @Test
    void aResumedTrainingShowsTheSame() throws IOException {
        train(folder.resolve("whole"), Progress.NONE);
        assertThrows(Cancelled.class, () -> train(folder.resolve("resumed"), new CancelAt(60)));
        train(folder.resolve("resumed"), Progress.NONE);
        for (String file : List.of("step-000010.npz", "step-000100.npz", "step-000120.npz")) {
            assertArrayEquals(Files.readAllBytes(folder.resolve("whole/pictures").resolve(file)),
                    Files.readAllBytes(folder.resolve("resumed/pictures").resolve(file)), file);
        }
    }

    /** The same objective with nothing to show. */
    private record Silent(Objective objective) implements Objective {
        @Override
        public List<Player> players() {
            return objective.players();
        }

        @Override
        public Needs needs() {
            return objective.needs();
        }

        @Override
        public Terms evaluate(String turn, Batch batch) {
            return objective.evaluate(turn, batch);
        }

        @Override
        public Terms monitor(Batch batch) {
            return objective.monitor(batch);
        }

        @Override
        public Optional<Pictures> pictures() {
            return Optional.empty();
        }
    }

    @Test
    void whatIsLearntIsTheSameWithoutPictures() throws IOException {
        List<float[]> shown = weights(false, "shown");
        List<float[]> silent = weights(true, "silent");
        for (int i = 0; i < shown.size(); i++) {
            assertArrayEquals(shown.get(i), silent.get(i), 0f, "tensor " + i);
        }
        assertArrayEquals(Files.readAllBytes(folder.resolve("shown/training.csv")),
                Files.readAllBytes(folder.resolve("silent/training.csv")));
        assertFalse(Files.exists(folder.resolve("silent/pictures")));
    }

    private List<float[]> weights(boolean silent, String name) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        TrainingContext context = Runs.context(new BetaVae(), SMALL, SQUARES, SETTINGS, 2, own, "cpu", Progress.NONE);
        VaeNetworks networks = VaeNetworks.of("small-mlp", SQUARES.observation(), 3);
        try (Vae vae = Vae.create(networks, Initialiser.GLOROT_UNIFORM, 2)) {
            Objective objective = new VaeObjective(vae, new Adam(1e-3), BetaVae.loss(Setting.of(2)));
            Trainer.train(context, silent ? new Silent(objective) : objective, name);
            return vae.networks().stream().flatMap(n -> n.values().stream()).toList();
        }
    }

    @Test
    void aTrainingThatDivergesLeavesNone() {
        boolean[] shown = new boolean[1];
        VaeLoss breaking = (pass, step) -> {
            shown[0] |= Files.exists(folder.resolve("pictures/step-000010.npz"));
            return pass.terms(pass.negativeElbo().mul(new Scalar(step < 15 ? 1 : Double.NaN)));
        };
        TrainingContext context = Runs.context(new BetaVae(), SMALL, SQUARES, SETTINGS, 2, folder, "cpu",
                Progress.NONE);
        VaeNetworks networks = VaeNetworks.of("small-mlp", SQUARES.observation(), 3);
        try (Vae vae = Vae.create(networks, Initialiser.GLOROT_UNIFORM, 2)) {
            Problem problem = assertThrows(Problem.class,
                    () -> Trainer.train(context, new VaeObjective(vae, new Adam(1e-3), breaking), "breaking"));
            assertTrue(problem.getMessage().startsWith("Training diverged at step 15: "), problem.getMessage());
        }
        assertTrue(shown[0], "there was something to take away");
        assertFalse(Files.exists(folder.resolve("pictures")));
    }

    @Test
    void whatIsNoImageIsNotShown() throws IOException {
        Dataset fields = new Dataset() {
            @Override
            public FactorSpace factors() {
                return SQUARES.factors();
            }

            @Override
            public ObservationShape observation() {
                return SQUARES.observation();
            }

            @Override
            public ObservationKind kind() {
                return ObservationKind.VECTOR;
            }

            @Override
            public void observe(int[] factorRows, RandomGenerator nuisance, FloatBuffer target) {
                SQUARES.observe(factorRows, nuisance, target);
            }

            @Override
            public String digest() {
                return "fields";
            }
        };
        Runs.train(new BetaVae(), SMALL, fields, SETTINGS, 2, folder, Progress.NONE);
        assertFalse(Files.exists(folder.resolve("pictures")));
    }

    private TrainedModel train(Path own, Progress progress) throws IOException {
        return Runs.train(new BetaVae(), SMALL, SQUARES, SETTINGS, 2, own, progress);
    }
}
