package org.distaff.tests.onnx;

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
import java.util.random.RandomGenerator;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.core.random.RandomStreams;
import org.distaff.onnx.build.OnnxGraph;
import org.distaff.onnx.card.ModelCards;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;
import org.distaff.onnx.session.Decoder;
import org.distaff.onnx.session.Devices;
import org.distaff.onnx.session.Encoder;
import org.distaff.onnx.session.Execution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.onnx.proto.OnnxMl;

/** Tiny models built here: read, carded, run; and what must not be run. */
class OnnxFilesTest {

    private static final Execution CPU = new Execution("cpu", 1, 4);

    @TempDir
    private Path folder;
    private Path encoder;
    private Path decoder;

    /** Encoder: two latents, the sum of the 2×2 image and its negative; ln σ² is twice that. Decoder: sigmoid of z W. */
    @BeforeEach
    void build() throws IOException {
        encoder = folder.resolve("encoder.onnx");
        OnnxGraph graph = new OnnxGraph("encoder", "1");
        String flat = graph.node("Flatten", List.of(graph.input("x", 1, 2, 2)), Map.of("axis", 1L));
        String w = graph.constant("w", new float[] {1, -1, 1, -1, 1, -1, 1, -1}, 4, 2);
        String sum = graph.node("MatMul", List.of(flat, w), Map.of());
        graph.output("mu", sum, 2);
        graph.output("log_var", graph.node("Add", List.of(sum, sum), Map.of()), 2);
        graph.write(encoder);
        decoder = folder.resolve("decoder.onnx");
        OnnxGraph back = new OnnxGraph("decoder", "1");
        String image = back.node("MatMul", List.of(back.input("z", 2),
                back.constant("v", new float[] {1, 0, 0, 0, 0, 0, 0, 1}, 2, 4)), Map.of());
        String shaped = back.node("Reshape", List.of(image, back.constant("s", new long[] {-1, 1, 2, 2})), Map.of());
        back.output("y", back.node("Sigmoid", List.of(shaped), Map.of()), 1, 2, 2);
        back.write(decoder);
    }

    @Test
    void filesAreSummedUp() {
        OnnxSummary summary = OnnxFile.read(encoder);
        assertEquals("x float [batch, 1, 2, 2]", summary.inputs().get(0).toString());
        assertEquals(8, summary.parameters());
        assertEquals(Map.of("ai.onnx", 17L), summary.opsets());
        assertEquals("MatMul", summary.last().get("mu"), "Identity is looked through");
    }

    @Test
    void cardsAreGuessedWrittenAndRead() throws IOException {
        ModelCard guess = ModelCards.find(encoder, decoder).card();
        assertEquals(new ModelCard(folder.getFileName().toString(), 2, new ObservationShape(1, 2, 2), 0, 1,
                ModelCard.Distribution.BERNOULLI, "x", "mu", "log_var", "z", "y"), guess);
        Path file = folder.resolve(ModelCards.FILE);
        ModelCards.write(file, guess);
        assertEquals(guess, ModelCards.read(file));
        Files.writeString(file, "{\"name\": \"a\"}");
        assertTrue(assertThrows(Problem.class, () -> ModelCards.read(file)).getMessage().contains("is missing"));
        Files.writeString(file, "not json");
        assertTrue(assertThrows(Problem.class, () -> ModelCards.read(file)).getMessage().contains("is no model card"));
    }

    @Test
    void encodingIsTheSameInBatchesOfAnySize() {
        ModelCard card = ModelCards.find(encoder, decoder).card();
        float[] pixels = new float[11 * 4];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i / 64f; // sums stay exact in single precision
        }
        float[] mean = new float[22];
        float[] logVariance = new float[22];
        for (int batch : new int[] {1, 3, 11, 50}) {
            try (Encoder opened = Encoder.open(encoder, card, new Execution("cpu", 1, batch))) {
                opened.encode(FloatBuffer.wrap(pixels), 11, mean, logVariance);
            }
            for (int n = 0; n < 11; n++) {
                float sum = pixels[4 * n] + pixels[4 * n + 1] + pixels[4 * n + 2] + pixels[4 * n + 3];
                assertEquals(sum, mean[2 * n]);
                assertEquals(-sum, mean[2 * n + 1]);
                assertEquals(2 * sum, logVariance[2 * n]);
            }
        }
    }

    @Test
    void decodedImagesAreProbabilities() {
        ModelCard card = ModelCards.find(encoder, decoder).card();
        float[] image = new float[8];
        try (Decoder opened = Decoder.open(decoder, card, CPU)) {
            opened.decode(new float[] {0, 2, -1, 0}, 2, image);
        }
        // 1/(1+e^-2) = 0.880797, 1/(1+e) = 0.268941; single precision
        assertEquals(0.5, image[0], 1e-6);
        assertEquals(0.880797, image[3], 1e-6);
        assertEquals(0.268941, image[4], 1e-6);
    }

    @Test
    void aCardThatNamesWhatIsNotThereIsToldSo() {
        ModelCard wrong = new ModelCard("m", 2, new ObservationShape(1, 2, 2), 0, 1, ModelCard.Distribution.BERNOULLI, "x",
                "mean", null, "z", "y");
        String sentence = assertThrows(Problem.class, () -> Encoder.open(encoder, wrong, CPU)).getMessage();
        assertTrue(sentence.contains("has no output 'mean'") && sentence.contains("mu float [batch, 2]"), sentence);
        assertTrue(assertThrows(Problem.class, () -> ModelCards.find(decoder, encoder)).getMessage()
                .contains("is no encoder"));
    }

    @Test
    void otherFilesAreNoModels() throws IOException {
        assertRefused("There is no file", folder.resolve("missing.onnx"));
        assertRefused("0 bytes", Files.write(folder.resolve("empty.onnx"), new byte[0]));
        assertRefused("no ONNX model", Files.writeString(folder.resolve("text.onnx"), "hello, this is text"));
        byte[] whole = Files.readAllBytes(encoder);
        assertRefused("no ONNX model", Files.write(folder.resolve("cut.onnx"), java.util.Arrays.copyOf(whole, 60)));
    }

    private static void assertRefused(String part, Path file) {
        String sentence = assertThrows(Problem.class, () -> OnnxFile.read(file)).getMessage();
        assertTrue(sentence.contains(part) && sentence.contains(file.toString()), sentence);
    }

    private Path withExternalData(String location) throws IOException {
        OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(encoder)).toBuilder();
        model.getGraphBuilder().getInitializerBuilder(0).clearRawData()
                .setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL)
                .addExternalData(OnnxMl.StringStringEntryProto.newBuilder().setKey("location").setValue(location));
        return Files.write(folder.resolve("external.onnx"), model.build().toByteArray());
    }

    @Test
    void filesOutsideTheFolderAreNeverRead() throws IOException {
        Path secret = Files.write(folder.resolveSibling(folder.getFileName() + "-secret"), new byte[32]);
        try {
            assertRefused("outside the model's folder", withExternalData("../" + secret.getFileName()));
            assertRefused("outside the model's folder", withExternalData(secret.toString()));
            assertRefused("does not exist", withExternalData("nothing.bin"));
            Files.createSymbolicLink(folder.resolve("soft.bin"), secret);
            assertRefused("symbolic link", withExternalData("soft.bin"));
            Files.createLink(folder.resolve("hard.bin"), secret);
            assertRefused("hard links", withExternalData("hard.bin"));
            Files.write(folder.resolve("own.bin"), new byte[32]);
            assertFalse(OnnxFile.read(withExternalData("own.bin")).inputs().isEmpty());
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void unknownOperatorsAndAbsurdTensorsAreRefused() throws IOException {
        OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(Files.readAllBytes(encoder));
        OnnxMl.ModelProto.Builder foreign = model.toBuilder();
        foreign.getGraphBuilder().getNodeBuilder(0).setDomain("evil.ops");
        assertRefused("'evil.ops'", Files.write(folder.resolve("foreign.onnx"), foreign.build().toByteArray()));
        OnnxMl.ModelProto.Builder huge = model.toBuilder();
        huge.getGraphBuilder().getInitializerBuilder(0).clearDims().addDims(1L << 40).addDims(1L << 40);
        assertRefused("beyond reason", Files.write(folder.resolve("huge.onnx"), huge.build().toByteArray()));
    }

    @Test
    void mutatedModelsOnlyEverGiveProblems() throws IOException {
        byte[] whole = Files.readAllBytes(encoder);
        RandomGenerator random = RandomStreams.derive(3, "onnx");
        Path file = folder.resolve("mutant.onnx");
        for (int i = 0; i < 1000; i++) {
            byte[] mutant = whole.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, mutant);
            try {
                OnnxFile.read(file);
            } catch (Problem expected) {
                assertTrue(expected.getMessage().contains(file.toString()), expected.getMessage());
            }
        }
    }

    @Test
    void devicesAreChosenWithAReason() {
        assertEquals("cpu", Devices.choose("cpu").name());
        assertFalse(Devices.choose("auto").why().isBlank());
        assertTrue(assertThrows(Problem.class, () -> Devices.choose("gpu")).getMessage().contains("auto, cpu or cuda:N"));
    }
}
