package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.Model;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.models.guided.GuidedObjective;
import org.distaff.models.guided.GuidedVae;
import org.distaff.models.guided.GuidedVaeSupervised;
import org.distaff.models.guided.LightDecoder;
import org.distaff.models.vae.Vae;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.network.Initialiser;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Setting;
import org.distaff.training.optimiser.Adam;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guided-VAE without labels, against golden/guided.py and by hand; both guided models as contributions. */
class GuidedVaeTest {

    private static final TrainingSettings SHORT = new TrainingSettings(25, 8, 1e-3);

    @TempDir
    private static Path shared;

    private static Trajectories base;
    private static Trajectories golden;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() throws IOException {
        LibTorch.load(1);
        base = Trajectories.load("trajectories", shared);
        golden = Trajectories.load("guided", shared);
    }

    /** A light decoder of 5 latents and 8×8 pixels with the stored weights. */
    private static LightDecoder light(torch.ScalarType precision) {
        try (LightDecoder fresh = LightDecoder.create(new ObservationShape(1, 8, 8), 5, Initialiser.PYTORCH_DEFAULT,
                true, 0, precision)) {
            List<TensorNetwork> stored = fresh.networks().stream()
                    .map(each -> TensorNetwork.of(each.network(), golden.weights(each.network()), precision)).toList();
            return LightDecoder.of(stored.get(0), stored.get(1), stored.get(2));
        }
    }

    @Test
    void theLightDecoderTurnsAndScalesAsTheReferenceDoes() {
        try (LightDecoder light = light(torch.ScalarType.Double); PointerScope scope = new PointerScope()) {
            Tensor codes = base.part("noise", 0, 16, 5).to(torch.ScalarType.Double);
            double[] images = new double[16 * 64];
            new DoublePointer(light.decode(codes).contiguous().data_ptr()).get(images);
            // both float64: a few dozen operations on numbers below 1
            assertArrayEquals(golden.arrays().get("light").values(), images, 1e-12);
            double expected = golden.results().getAsJsonObject("overlap").getAsJsonArray("start").get(0).getAsDouble();
            assertEquals(expected, light.overlap(false).item_double(), 1e-12);
        }
    }

    @Test
    void theFirstLossesAgree() {
        try (Vae vae = base.vae(); LightDecoder light = light(torch.ScalarType.Float)) {
            var found = Trajectories.run(new GuidedObjective(vae, light, new Adam(1e-3).decaying(1e-5), Setting.of(0.5),
                    Setting.of(1), false), t -> new Batch(t + 1, Map.of("observations",
                            base.part("observations", t, 16, 1, 8, 8), "noise", base.part("noise", t, 16, 5))));
            golden.assertTrajectory("guided-vae", found, "loss");
            golden.assertTrajectory("guided-vae", found, "guide");
        }
    }

    @Test
    void aQuarterTurnMovesTheTopToTheSideAndScaleEnlarges() {
        try (LightDecoder light = LightDecoder.create(new ObservationShape(1, 2, 2), 3, Initialiser.GLOROT_UNIFORM,
                true, 0, torch.ScalarType.Double); PointerScope scope = new PointerScope()) {
            Tensor[] weights = light.networks().stream().flatMap(n -> n.parameters().stream()).toArray(Tensor[]::new);
            set(weights[0], 0, 0, 0, 0);
            double one = Math.log(3); // sigmoid(ln 3) = 3/4
            set(weights[1], one, one, -one, -one); // a light row above a dark one
            set(weights[2], Math.PI / 2); // the second latent turns by a quarter per unit
            set(weights[4], 1, 1); // the first latent is added to both factors, which start at 1
            assertArrayEquals(new double[] {0.75, 0.75, 0.25, 0.25}, image(light, 0, 0), 1e-12);
            // pixel (x, y) shows (y, −x): the left column, x = −½, the lower row, y = ½, and the right one the upper
            assertArrayEquals(new double[] {0.25, 0.75, 0.25, 0.75}, image(light, 0, 1), 1e-12);
            // factor ½: pixel centres at ±½ show ±¼, a quarter of the way to the other row: ¾ · ¾ + ¼ · ¼ = 0.625
            assertArrayEquals(new double[] {0.625, 0.625, 0.375, 0.375}, image(light, -0.5, 0), 1e-12);
            // factor 2: pixel centres show ±1, the edge, where half of the sample lies outside, both ways: ¼ is left
            assertArrayEquals(new double[] {0.1875, 0.1875, 0.0625, 0.0625}, image(light, 1, 0), 1e-12);
        }
    }

    private static double[] image(LightDecoder light, double scale, double turn) {
        double[] pixels = new double[4];
        Tensor codes = AbstractTensor.create(new double[] {scale, turn, 0}, 1, 3);
        new DoublePointer(light.decode(codes).contiguous().data_ptr()).get(pixels);
        return pixels;
    }

    private static void set(Tensor parameter, double... values) {
        new DoublePointer(parameter.data_ptr()).put(values);
    }

    @Test
    void overlapCountsPairsOfComponentsTwice() {
        try (LightDecoder light = LightDecoder.create(new ObservationShape(1, 1, 2), 4, Initialiser.GLOROT_UNIFORM,
                true, 0, torch.ScalarType.Double); PointerScope scope = new PointerScope()) {
            set(light.networks().get(0).parameters().get(0), 1, 2, 3, -4); // components (1, 3) and (2, −4)
            // their product is 2 − 12 = −10, and stands twice off the diagonal
            assertEquals(20, light.overlap(false).item_double(), 1e-12);
            assertEquals(200, light.overlap(true).item_double(), 1e-12);
        }
    }

    @Test
    void bothLearnExportAndGoOnAfterACancel() throws IOException {
        for (Model model : List.of(new GuidedVae(), new GuidedVaeSupervised())) {
            Map<String, ?> small = Map.of("network", "small-mlp", "latents", 4);
            String id = model.describe().id();
            Path whole = folder.resolve(id);
            Path resumed = folder.resolve(id + "-resumed");
            Runs.train(model, small, new Squares(1, 16), SHORT, 3, whole, Progress.NONE);
            assertThrows(Cancelled.class, () -> Runs.train(model, small, new Squares(1, 16), SHORT, 3, resumed,
                    new CancelAt(12)));
            Runs.train(model, small, new Squares(1, 16), SHORT, 3, resumed, Progress.NONE);
            for (String file : List.of("encoder.onnx", "decoder.onnx", "training.csv")) {
                assertArrayEquals(Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(resumed.resolve(file)),
                        id + " " + file);
            }
        }
    }

    @Test
    void thePapersNetworksFitTheirObservations() throws IOException {
        TrainingSettings once = new TrainingSettings(1, 4, 1e-4);
        TrainedModel digits = Runs.train(new GuidedVae(), Map.of(), new Squares(1, 28), once, 0, folder.resolve("d"),
                Progress.NONE);
        assertEquals(10, digits.card().latents());
        assertEquals(ModelCard.Distribution.BERNOULLI, digits.card().distribution());
        TrainedModel faces = Runs.train(new GuidedVaeSupervised(), Map.of(), new Squares(3, 64), once, 0,
                folder.resolve("f"), Progress.NONE);
        assertEquals(16, faces.card().latents());
        assertEquals(ModelCard.Distribution.GAUSSIAN, faces.card().distribution(), "the decoder has no sigmoid");
    }

    @Test
    void whatCannotBeGuidedIsToldInASentence() {
        assertRefused("use at least 3", new GuidedVae(), Map.of("latents", 2));
        assertRefused("Did you mean 'size'?", new GuidedVaeSupervised(), Map.of("factor", "sizes"));
        assertRefused("has 3 values", new GuidedVaeSupervised(), Map.of("value", 3));
        assertRefused("at least 22", new GuidedVae(), Map.of());
    }

    private void assertRefused(String part, Model model, Map<String, ?> parameters) {
        Problem problem = assertThrows(Problem.class, () -> Runs.train(model, parameters, new Squares(1, 16), SHORT, 0,
                folder, Progress.NONE));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }
}
