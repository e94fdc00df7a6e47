package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeNetworks;
import org.distaff.models.vae.VaeObjective;
import org.distaff.onnx.card.ModelCards;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Initialiser;
import org.distaff.training.objective.Setting;
import org.distaff.training.optimiser.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.onnxruntime.OrtException;

/** What leaves training computes what was trained. */
class BetaVaeExportTest {

    private static final int LATENTS = 4;
    private static final int POINTS = 5;

    /** Largest difference the product allows between the trained network and its ONNX files. */
    private static final float TOLERANCE = 1e-5f;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"conv,64,1", "conv,32,3", "conv4,32,1", "conv-128,32,1", "conv-32,32,3", "mlp,16,1", "small-mlp,32,1"})
    void onnxRuntimeAgreesWithTheTrainedNetwork(String architecture, int side, int channels)
            throws IOException, OrtException {
        Squares squares = new Squares(channels, side);
        LibTorch.load(1);
        VaeNetworks networks = VaeNetworks.of(architecture, squares.observation(), LATENTS);
        TrainingContext context = Runs.context(new BetaVae(), Map.of(), squares, new TrainingSettings(3, 4, 1e-3), 1,
                folder, "cpu", Progress.NONE);
        try (Vae vae = Vae.create(networks, Initialiser.GLOROT_UNIFORM, 1)) {
            Trainer.train(context, new VaeObjective(vae, new Adam(1e-3), BetaVae.loss(Setting.of(4))), "test");
            TrainedModel trained = vae.export("test", "1", folder);

            int[] rows = squares.factors().sample(POINTS, RandomStreams.derive(1, "points"));
            FloatBuffer images = FloatBuffer.allocate(POINTS * squares.observation().values());
            squares.observe(rows, null, images);
            long[] imageShape = {POINTS, channels, side, side};
            float[] codes = Onnx.uniform(POINTS * LATENTS, RandomStreams.derive(1, "codes"));
            long[] codeShape = {POINTS, LATENTS};
            try (PointerScope scope = new PointerScope()) {
                Vae.Posterior posterior = vae.encode(AbstractTensor.create(images.array(), imageShape));
                Tensor decoded = torch.sigmoid(vae.decode(AbstractTensor.create(codes, codeShape)));
                assertArrayEquals(Onnx.values(posterior.mean()),
                        Onnx.run(trained.encoder(), "image", images.array(), imageShape, "mean"), TOLERANCE);
                assertArrayEquals(Onnx.values(posterior.logVariance()),
                        Onnx.run(trained.encoder(), "image", images.array(), imageShape, "logvar"), TOLERANCE);
                float[] exported = Onnx.run(trained.decoder(), "latent", codes, codeShape, "image");
                assertArrayEquals(Onnx.values(decoded), exported, TOLERANCE);
                for (float value : exported) {
                    assertTrue(value >= 0 && value <= 1);
                }
            }
        }
    }

    @Test
    void theFilesSayWhatTheyAre() throws IOException {
        TrainedModel trained = Runs.train(new BetaVae(), Map.of("network", "small-mlp", "latents", 3),
                new Squares(1, 16), new TrainingSettings(1, 2, 1e-3), 0, folder, Progress.NONE);
        ModelCard card = trained.card();
        assertEquals(3, card.latents());
        assertEquals(new Squares(1, 16).observation(), card.observation());
        assertEquals(ModelCard.Distribution.BERNOULLI, card.distribution());
        assertEquals(card, ModelCards.in(folder).card());
        Files.delete(folder.resolve(ModelCards.FILE));
        assertEquals(card, ModelCards.in(folder).card(), "the ONNX files' own metadata hold the card as well");
    }
}
