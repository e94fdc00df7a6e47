package org.distaff.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.ModelCard.Distribution;
import org.distaff.onnx.session.Decoder;
import org.distaff.onnx.session.Devices;
import org.distaff.onnx.session.Encoder;
import org.distaff.onnx.session.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.onnx.proto.OnnxMl;

/**
 * Encoders whose means are the first two pixels, decoders whose first two pixels are the latents, in every shape that models
 * come in. Such models add zeros to one value only, so that every expected number is exact.
 */
class SessionTest {

    private static final Execution CPU = new Execution("cpu", 1, 3);
    private static final ObservationShape IMAGE = new ObservationShape(1, 8, 8);
    private static final int PIXELS = 64;
    private static final int COUNT = 10;

    @TempDir
    private Path folder;

    private static ModelCard card(double minimum, double maximum, Distribution distribution) {
        return new ModelCard("m", 2, IMAGE, minimum, maximum, distribution, "image", "mean", "logvar", "latent",
                "reconstruction");
    }

    private static ModelCard card() {
        return card(0, 1, Distribution.GAUSSIAN);
    }

    /** Ten images; the first pixel of image n is n/16, the second (n+1)/16, which are exact in single precision. */
    private static float[] pixels() {
        float[] pixels = new float[COUNT * PIXELS];
        for (int n = 0; n < COUNT; n++) {
            pixels[n * PIXELS] = n / 16f;
            pixels[n * PIXELS + 1] = (n + 1) / 16f;
        }
        return pixels;
    }

    private Path write(OnnxMl.GraphProto.Builder graph) throws IOException {
        return Models.write(folder.resolve("model.onnx"), Models.model(graph));
    }

    private static void assertMeans(Path file, ModelCard card, FloatBuffer images, float low, float scale) {
        float[] mean = new float[COUNT * 2];
        float[] logVariance = new float[COUNT * 2];
        try (Encoder encoder = Encoder.open(file, card, CPU)) {
            encoder.encode(images, COUNT, mean, logVariance);
        }
        assertEquals(0, images.position(), "the position stays");
        for (int n = 0; n < COUNT; n++) {
            assertEquals(low + scale * n / 16, mean[2 * n], "mean of " + n);
            assertEquals(low + scale * (n + 1) / 16, mean[2 * n + 1], "mean of " + n);
            assertEquals(2 * mean[2 * n], logVariance[2 * n], "log-variance of " + n);
        }
    }

    @Test
    void imagesMayHaveFourAxesOrTwoFixedOrOpen() throws IOException {
        Object[][] shapes = {{"N", 1, 8, 8}, {"N", 64}, {"N", 1, "height", "width"}, {"N", "pixels"}, {"N", 8, 8, 1},
            {4, 1, 8, 8}, {1, 64}, {16, 64}};
        for (Object[] shape : shapes) {
            assertMeans(write(Models.encoder(PIXELS, shape)), card(), FloatBuffer.wrap(pixels()), 0, 1);
        }
    }

    @Test
    void buffersOfEitherKindAndByteOrderGiveTheSame() throws IOException {
        Path file = write(Models.encoder(PIXELS, "N", 1, 8, 8));
        for (java.nio.ByteOrder order : new java.nio.ByteOrder[] {java.nio.ByteOrder.BIG_ENDIAN,
            java.nio.ByteOrder.LITTLE_ENDIAN}) {
            FloatBuffer direct = ByteBuffer.allocateDirect(COUNT * PIXELS * Float.BYTES).order(order).asFloatBuffer();
            direct.put(0, pixels());
            assertMeans(file, card(), direct, 0, 1);
            assertMeans(file, card(), direct.asReadOnlyBuffer(), 0, 1);
        }
    }

    @Test
    void imagesAreMappedToTheRangeOfTheEncoder() throws IOException {
        assertMeans(write(Models.encoder(PIXELS, 4, 1, 8, 8)), card(-1, 1, Distribution.GAUSSIAN),
                FloatBuffer.wrap(pixels()), -1, 2);
    }

    private float[] decode(ModelCard card, OnnxMl.ValueInfoProto latent, long... image) throws IOException {
        Object[] axes = {"N", 1, 8, 8};
        Path file = write(Models.decoder(2, image, latent, image.length == 2 ? Models.value("reconstruction", "N", 64)
                : Models.value("reconstruction", axes)));
        float[] latents = new float[COUNT * 2];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = i / 8f - 1; // -1 to 11/8
        }
        float[] images = new float[COUNT * PIXELS];
        try (Decoder decoder = Decoder.open(file, card, CPU)) {
            decoder.decode(latents, COUNT, images);
        }
        return images;
    }

    @Test
    void decodersMayHaveAFixedBatchOrFlatImages() throws IOException {
        float[] reference = decode(card(), Models.value("latent", "N", 2), -1, 1, 8, 8);
        for (int n = 0; n < COUNT; n++) {
            assertEquals(Math.clamp(2 * n / 8f - 1, 0, 1), reference[n * PIXELS], "clipped to [0, 1]");
        }
        assertArrayEquals(reference, decode(card(), Models.value("latent", "N", 2), -1, 64));
        assertArrayEquals(reference, decode(card(), Models.value("latent", 4, 2), -1, 1, 8, 8));
        assertArrayEquals(reference, decode(card(), Models.value("latent", "N", "D"), -1, 1, 8, 8));
    }

    @Test
    void theDistributionSaysHowOutputsBecomeImages() throws IOException {
        OnnxMl.ValueInfoProto latent = Models.value("latent", "N", 2);
        float[] logits = decode(card(0, 1, Distribution.BERNOULLI_LOGITS), latent, -1, 1, 8, 8);
        assertEquals(1 / (1 + Math.exp(1)), logits[0], 1e-7, "logit -1; single precision");
        assertEquals(0.5, logits[2], "logit 0");
        float[] ranged = decode(card(-1, 1, Distribution.GAUSSIAN), latent, -1, 1, 8, 8);
        assertEquals(0, ranged[0], "-1 is black");
        assertEquals(0.0625, ranged[1], "-7/8 is one sixteenth of the way to 1");
        assertEquals(0.5, ranged[2], "0 is half way");
        float[] probabilities = decode(card(-1, 1, Distribution.BERNOULLI), latent, -1, 1, 8, 8);
        assertEquals(0, probabilities[2], "a probability is in [0, 1] whatever the encoder's range");
    }

    private void assertRefused(OnnxMl.GraphProto.Builder graph, ModelCard card, String... parts) throws IOException {
        Path file = write(graph);
        Problem problem = assertThrows(Problem.class, () -> {
            try (Encoder encoder = Encoder.open(file, card, CPU)) {
                encoder.encode(FloatBuffer.wrap(pixels()), COUNT, new float[COUNT * card.latents()], null);
            }
        });
        assertEquals(ExitCode.INPUT, problem.exitCode());
        for (String part : parts) {
            assertTrue(problem.getMessage().contains(part) && problem.getMessage().contains(file.toString()),
                    problem.getMessage());
        }
    }

    @Test
    void whatDoesNotFitTheCardIsRefused() throws IOException {
        assertRefused(Models.encoder(3 * 64, "N", 3, 8, 8), card(), "image float [N, 3, 8, 8]", "64 values",
                "model.json");
        assertRefused(Models.encoder(PIXELS, "N", 64).setInput(0, Models.value("picture", "N", 64)), card(),
                "no input 'image'", "picture float [N, 64]");
        assertRefused(Models.encoder(PIXELS, Models.value("image", "N", 64), Models.value("mu", "N", 2),
                Models.value("logvar", "N", 2)), card(), "no output 'mean'", "mu float [N, 2]", "model.json");
        assertRefused(Models.encoder(PIXELS, Models.value("image", "N", 64), Models.value("mean", "N", 5),
                Models.value("logvar", "N", 5)), card(), "'mean' has 15 values for 3 points", "2 a point");
        assertRefused(Models.encoder(PIXELS, Models.value("image", OnnxMl.TensorProto.DataType.DOUBLE, "N", 64),
                Models.value("mean", "N", 2), Models.value("logvar", "N", 2)), card(), "image double", "not float32");
        assertRefused(Models.encoder(PIXELS, new Object[] {"N"}), card(), "64 values");
    }

    @Test
    void whatTheRuntimeRefusesNamesTheFile() throws IOException {
        OnnxMl.GraphProto.Builder graph = Models.encoder(PIXELS, "N", 64);
        graph.setNode(1, Models.node("NoSuchOperator", "mean", "reshaped", "w"));
        assertRefused(graph, card(), "refused by ONNX Runtime", "NoSuchOperator");
    }

    @Test
    void logVariancesOfADeterministicEncoderCannotBeHad() throws IOException {
        Path file = write(Models.encoder(PIXELS, "N", 64));
        ModelCard mute = new ModelCard("m", 2, IMAGE, 0, 1, Distribution.GAUSSIAN, "image", "mean", null, null, null);
        try (Encoder encoder = Encoder.open(file, mute, CPU)) {
            float[] values = new float[2];
            encoder.encode(FloatBuffer.wrap(pixels()), 1, values, null);
            assertEquals(1 / 16f, values[1]);
            assertTrue(assertThrows(Problem.class, () -> encoder.encode(FloatBuffer.wrap(pixels()), 1, values, values))
                    .getMessage().contains("deterministic"));
        }
        assertTrue(assertThrows(Problem.class, () -> Decoder.open(file, mute, CPU)).getMessage()
                .contains("decoderInput and decoderOutput are missing"));
    }

    @Test
    void devicesAreChosenWithAReason() {
        assertEquals(new Devices.Choice(-1, "cpu", "The CPU was asked for."), Devices.choose("cpu"));
        Devices.Choice auto = Devices.choose("auto");
        assertTrue(auto.why().endsWith("."), auto.why());
        if (auto.cuda() < 0) {
            String sentence = assertThrows(Problem.class, () -> Devices.choose("cuda:0")).getMessage();
            assertTrue(sentence.contains("'cuda:0' cannot be used") && sentence.contains("--device cpu"), sentence);
        }
        for (String word : new String[] {"gpu", "cuda", "cuda:-1", "cuda:x", ""}) {
            assertTrue(assertThrows(Problem.class, () -> Devices.choose(word)).getMessage().contains("auto, cpu or cuda:N"));
        }
        assertFalse(Devices.version().isBlank());
    }
}
