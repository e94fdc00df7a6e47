package org.distaff.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.ModelCard;
import org.distaff.core.model.ModelCard.Distribution;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.card.ModelCards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.onnx.proto.OnnxMl;

/** Cards in JSON: written, read back, found beside and inside ONNX files, and every mistake told with its key. */
class ModelCardsTest {

    private static final ModelCard CARD = new ModelCard("Zelle \"α\" <1>", 2, new ObservationShape(1, 8, 8), -1, 0.5,
            Distribution.BERNOULLI_LOGITS, "image", "mean", "logvar", "z", "y");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(ModelCards.FILE);
    }

    @Test
    void cardsReadBackEqual() throws IOException {
        ModelCard encoderOnly = new ModelCard("", 1, new ObservationShape(3, 64, 32), 0, 255, Distribution.GAUSSIAN, "x", "m",
                null, null, null);
        ModelCard decoderOnly = new ModelCard("d", 1000, new ObservationShape(1, 2, 2), 0.1, 1 / 3.0,
                Distribution.BERNOULLI, null, null, null, "z", "y");
        for (ModelCard card : new ModelCard[] {CARD, encoderOnly, decoderOnly}) {
            ModelCards.write(file(), card);
            assertEquals(card, ModelCards.read(file()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"latents\": 2|\"latents\": 2.5|'latents' must be a whole number from 1 to",
        "\"latents\": 2|\"latents\": 0|'latents' must be a whole number from 1 to",
        "\"latents\": 2|\"latents\": 1e30|'latents' must be a whole number from 1 to",
        "\"latents\": 2|\"latents\": \"2\"|'latents' must be a number, not \"2\"",
        "\"latents\": 2|\"latent\": 2|no key 'latent'. Did you mean 'latents'?",
        "\"latents\": 2|\"latents\": null|'latents' is missing",
        "\"latents\": 2|\"latents\": [2]|'latents' must be a number, not [2]",
        "\"latents\": 2|\"latents\": 02|no JSON (line 3, column",
        "\"latents\": 2,||'latents' is missing",
        "\"height\": 8|\"height\": 9000|'observation', is no model card: 'height' must be",
        "\"height\": 8|\"hight\": 8|no key 'hight'. Did you mean 'height'?",
        "\"imageMinimum\": -1.0|\"imageMinimum\": 0.5|'imageMinimum' must be less than 'imageMaximum'",
        "\"imageMinimum\": -1.0|\"imageMinimum\": -1e999|'imageMinimum' must be a finite number",
        "BERNOULLI_LOGITS|BERNOULI|no distribution 'BERNOULI'. Did you mean 'BERNOULLI'?",
        "\"meanOutput\": \"mean\",||'meanOutput' is missing beside 'encoderInput'",
        "\"decoderInput\": \"z\",||'decoderInput' is missing beside 'decoderOutput'",
        "\"logvar\"|\"mean\"|'logVarianceOutput' must name another output",
        "\"meanOutput\": \"mean\"|\"meanOutput\": 7|'meanOutput' must be a text, not 7"})
    void mistakesAreToldWithTheirKey(String right, String wrong, String expected) throws IOException {
        String json = ModelCards.toJson(CARD);
        assertTrue(json.contains(right), json);
        Files.writeString(file(), json.replace(right, wrong == null ? "" : wrong));
        assertRefused(expected);
    }

    private void assertRefused(String expected) {
        Problem problem = assertThrows(Problem.class, () -> ModelCards.read(file()));
        assertEquals(ExitCode.INPUT, problem.exitCode());
        assertTrue(problem.getMessage().contains(expected) && problem.getMessage().startsWith(file().toString())
                && problem.getMessage().lines().count() == 1, problem.getMessage());
    }

    @Test
    void whatIsNoJsonIsToldWithItsPlace() throws IOException {
        String json = ModelCards.toJson(CARD);
        String[][] texts = {{"", "no object in braces"}, {"[]", "no object in braces"}, {"null", "no object in braces"},
            {"{name: 1}", "line 1, column"}, {json + "{}", "it is no JSON"}, {"[".repeat(100_000), "it is no JSON"},
            {json.substring(0, 60), "it is no JSON"}, {"// no\n" + json, "line 1, column"}};
        for (String[] text : texts) {
            Files.writeString(file(), text[0]);
            assertRefused(text[1]);
        }
        Files.write(file(), new byte[] {'{', (byte) 0xff, '}'});
        assertRefused("no UTF-8 text");
        Files.write(file(), new byte[(1 << 20) + 1]);
        assertRefused("1048577 bytes");
        Files.delete(file());
        assertTrue(assertThrows(Problem.class, () -> ModelCards.read(file())).getMessage().startsWith("There is no file"));
    }

    private Path encoder(String metadata) throws IOException {
        OnnxMl.ModelProto.Builder model = Models.model(Models.encoder(64, "N", 1, 8, 8));
        if (metadata != null) {
            model.addMetadataProps(
                    OnnxMl.StringStringEntryProto.newBuilder().setKey(ModelCards.METADATA).setValue(metadata));
        }
        return Models.write(folder.resolve("encoder.onnx"), model);
    }

    @Test
    void theCardBesideGoesBeforeTheMetadataBeforeTheGuess() throws IOException {
        assertEquals(0, ModelCards.find(encoder(null), null).card().imageMinimum(), "guessed");
        Path encoder = encoder(ModelCards.toJson(CARD));
        assertEquals(CARD, ModelCards.find(encoder, null).card());
        ModelCard beside = new ModelCard("beside", 2, CARD.observation(), 0, 1, Distribution.GAUSSIAN, "image", "mean", null,
                null, null);
        ModelCards.write(file(), beside);
        assertEquals(beside, ModelCards.find(encoder, null).card());
        TrainedModel found = ModelCards.in(folder);
        assertEquals(encoder, found.encoder());
        assertNull(found.decoder());
    }

    @Test
    void badMetadataAndEmptyFoldersAreTold() throws IOException {
        assertTrue(assertThrows(Problem.class, () -> ModelCards.in(folder)).getMessage()
                .contains("holds no encoder.onnx and no decoder.onnx"));
        Path encoder = encoder("{}");
        String sentence = assertThrows(Problem.class, () -> ModelCards.find(encoder, null)).getMessage();
        assertTrue(sentence.startsWith("The metadata of " + encoder + " is no model card"), sentence);
    }
}
