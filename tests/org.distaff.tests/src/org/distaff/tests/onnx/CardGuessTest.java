package org.distaff.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.ModelCard.Distribution;
import org.distaff.onnx.card.ModelCards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.onnx.proto.OnnxMl;

/** What is guessed of files without a card, and what is not. */
class CardGuessTest {

    private static final OnnxMl.ValueInfoProto IMAGE = Models.value("x", "N", 1, 8, 8);

    @TempDir
    private Path folder;

    private Path write(String name, OnnxMl.GraphProto.Builder graph) throws IOException {
        return Models.write(folder.resolve(name), Models.model(graph));
    }

    private Path encoder(String first, String second, Object latents) throws IOException {
        OnnxMl.GraphProto.Builder graph = Models.encoder(64, IMAGE, Models.value(first, "N", (Integer) latents),
                Models.value(second, "N", latents));
        return write("encoder.onnx", graph);
    }

    private Path decoder(int latents) throws IOException {
        return write("decoder.onnx", Models.decoder(latents, new long[] {-1, 1, 8, 8}, Models.value("z", "N", latents),
                Models.value("y", "N", 1, 8, 8)));
    }

    private static String refusal(Path encoder, Path decoder) {
        return assertThrows(Problem.class, () -> ModelCards.find(encoder, decoder)).getMessage();
    }

    @ParameterizedTest
    @CsvSource({"mean, logvar, mean, logvar", "logvar, mean, mean, logvar", "z_mean, z_log_var, z_mean, z_log_var",
        "fc_mu, fc_logvar, fc_mu, fc_logvar", "muOut, logVarOut, muOut, logVarOut", "loc, scale, loc, ",
        "mu, log_std, mu, ", "mu, sigma, mu, ", "z, mu, mu, ", "45, 47, 45, 47", "output, output.1, output, output.1",
        "std, 12, 12, ", "log_variance, mus, mus, log_variance", "z, logvar, z, logvar"})
    void outputsAreToldByTheWordsInTheirNames(String first, String second, String mean, String logVariance)
            throws IOException {
        ModelCard card = ModelCards.find(encoder(first, second, 2), null).card();
        assertEquals(mean, card.meanOutput());
        assertEquals(logVariance, card.logVarianceOutput());
        assertNull(card.decoderInput());
    }

    @Test
    void joinedMeanAndLogVarianceAreNotTakenForCodes() throws IOException {
        OnnxMl.GraphProto.Builder joined = Models.encoder(64, IMAGE, Models.value("h", "N", 4), Models.value("i", "N", 4));
        joined.removeOutput(1);
        String sentence = refusal(write("encoder.onnx", joined), decoder(2));
        assertTrue(sentence.contains("its input is z float [N, 2], but latents [N, 4] were expected")
                && sentence.contains("h float [N, 4]") && sentence.contains("joined in one output")
                && sentence.contains("model.json"), sentence);
        joined = Models.encoder(64, IMAGE, Models.value("mean_logvar", "N", 4), Models.value("i", "N", 4)).removeOutput(1);
        sentence = refusal(write("encoder.onnx", joined), null);
        assertTrue(sentence.contains("mean_logvar float [N, 4]") && sentence.contains("output of their own"), sentence);
    }

    @Test
    void encodersAndDecodersMustFit() throws IOException {
        String sentence = refusal(encoder("mean", "logvar", 3), decoder(2));
        assertTrue(sentence.contains("decoder.onnx does not fit") && sentence.contains("z float [N, 2]")
                && sentence.contains("latents [N, 3] were expected") && !sentence.contains("joined"), sentence);
        Path small = write("decoder.onnx", Models.decoder(3, new long[] {-1, 1, 4, 4}, Models.value("z", "N", 3),
                Models.value("y", "N", 1, 4, 4)));
        sentence = refusal(encoder("mean", "logvar", 3), small);
        assertTrue(sentence.contains("y float [N, 1, 4, 4]") && sentence.contains("images of 8×8×1 were expected"), sentence);
    }

    @Test
    void whatIsNoImageIsToldWithItsShape() throws IOException {
        for (Object[] axes : new Object[][] {{"N", 10}, {"N", 8, 8, 1}, {"N", 1, "h", "w"}, {"N", 64, 8}, {}}) {
            OnnxMl.GraphProto.Builder graph = Models.encoder(64, Models.value("x", axes), Models.value("m", "N", 2),
                    Models.value("l", "N", 2));
            String sentence = refusal(write("encoder.onnx", graph), null);
            assertTrue(sentence.contains("is no encoder: its input is x float [" + String.join(", ",
                    java.util.Arrays.stream(axes).map(String::valueOf).toList()) + "], but images [N, C, H, W]")
                    && sentence.contains("model.json"), sentence);
        }
        OnnxMl.GraphProto.Builder two = Models.encoder(64, IMAGE, Models.value("m", "N", 2), Models.value("l", "N", 2))
                .addInput(Models.value("label", "N", 5));
        String sentence = refusal(write("encoder.onnx", two), null);
        assertTrue(sentence.contains("label float [N, 5]") && sentence.contains("one float input"), sentence);
    }

    @Test
    void flatImagesAreTakenAsSquares() throws IOException {
        for (int[] shape : new int[][] {{64, 1, 8}, {3 * 144, 3, 12}, {784, 1, 28}}) {
            OnnxMl.GraphProto.Builder graph = Models.encoder(shape[0], Models.value("x", "N", shape[0]),
                    Models.value("m", "N", 2), Models.value("l", "N", 2));
            assertEquals(new ObservationShape(shape[1], shape[2], shape[2]),
                    ModelCards.find(write("encoder.onnx", graph), null).card().observation());
        }
    }

    @Test
    void openAxesOfOutputsAreMeasured() throws IOException {
        OnnxMl.GraphProto.Builder encoder = Models.encoder(64, IMAGE, Models.value("mu", "N", 3), Models.value("lv", "N", "D"))
                .setOutput(0, Models.value("mu", "N", "D"));
        Path decoder = write("decoder.onnx", Models.decoder(3, new long[] {-1, 1, 8, 8}, Models.value("z", "N", 3),
                Models.value("y")));
        ModelCard card = ModelCards.find(write("encoder.onnx", encoder), decoder).card();
        assertEquals(new ModelCard(folder.getFileName().toString(), 3, new ObservationShape(1, 8, 8), 0, 1,
                Distribution.GAUSSIAN, "x", "mu", "lv", "z", "y"), card);
        assertEquals(new ObservationShape(1, 8, 8), ModelCards.find(null, decoder).card().observation());
    }

    @Test
    void aSigmoidAtTheEndMakesProbabilities() throws IOException {
        Path encoder = encoder("mean", "logvar", 2);
        assertEquals(Distribution.GAUSSIAN, ModelCards.find(encoder, decoder(2)).card().distribution());
        OnnxMl.GraphProto.Builder graph = Models.decoder(2, new long[] {-1, 1, 8, 8}, Models.value("z", "N", 2),
                Models.value("y", "N", 1, 8, 8));
        graph.addNode(Models.node("Sigmoid", "s", "pixels")).setNode(1, Models.node("Reshape", "y", "s", "shape"));
        // nodes stand in the order they run in
        OnnxMl.NodeProto reshape = graph.getNode(1);
        graph.setNode(1, graph.getNode(2)).setNode(2, reshape);
        assertEquals(Distribution.BERNOULLI, ModelCards.find(encoder, write("decoder.onnx", graph)).card().distribution());
    }
}
