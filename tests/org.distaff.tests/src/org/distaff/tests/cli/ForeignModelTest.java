package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.distaff.cli.command.EncodeCommand;
import org.distaff.cli.command.EvaluateCommand;
import org.distaff.cli.command.InspectCommand;
import org.distaff.cli.command.ScoreCommand;
import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.metrics.image.EvidenceLowerBound;
import org.distaff.metrics.image.FrechetInceptionDistance;
import org.distaff.metrics.posterior.ActiveUnits;
import org.distaff.metrics.posterior.RobustMutualInformationGap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * An encoder and a decoder that PyTorch 2.13 exported (opset 17, no metadata), with 3000 images, their factors, and the
 * means that PyTorch computed on them.
 */
class ForeignModelTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of("encoder.onnx", "decoder.onnx", "images.npz", "mean.npy", "factors.npy")) {
            try (InputStream in = getClass().getResourceAsStream(name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Console console() {
        return new Console(Console.with(List.of(), List.of(new FakeMetric("plain", false)), new EncodeCommand(),
                new EvaluateCommand(), new ScoreCommand(), new InspectCommand()));
    }

    @Test
    void encodeReproducesWhatPyTorchComputed() {
        Console console = console();
        assertEquals(0, console.run("encode", "--encoder", file("encoder.onnx"), "--images",
                file("images.npz"), "--out", file("codes.npy")), console.err());
        NpyArray expected = NumpyFile.array(folder.resolve("mean.npy"));
        NpyArray codes = NumpyFile.array(folder.resolve("codes.npy"));
        assertArrayEquals(new int[] {3000, 10}, codes.shape());
        assertEquals("<f4", codes.type());
        // float32 convolutions summed in another order differ by about 1e-5 at most; 1e-4 is what users are promised
        assertArrayEquals(expected.values(), codes.values(), 1e-4);
    }

    @Test
    void evaluateMeasuresTheSameCodesAsScore() {
        Console evaluated = console();
        assertEquals(0, evaluated.run("evaluate", "--encoder", file("encoder.onnx"), "--decoder", file("decoder.onnx"),
                "--dataset", file("images.npz"), "--metrics", "plain", "--json", "-"), evaluated.err());
        Console scored = console();
        assertEquals(0, scored.run("score", "--codes", file("mean.npy"), "--factors", file("factors.npy"), "--metrics",
                "plain", "--json", "-"), scored.err());
        // the mean of 3000 codes that are each within 1e-4
        assertEquals(mean(scored), mean(evaluated), 1e-4);
        JsonObject dataset = JsonParser.parseString(evaluated.out()).getAsJsonObject().getAsJsonObject("provenance")
                .getAsJsonObject("dataset");
        assertEquals("[3,6,40,32,32]", dataset.get("factorSizes").toString());
        assertTrue(evaluated.err().contains("values 0 to 1, taken as they are"), evaluated.err());
    }

    private static double mean(Console console) {
        return JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonObject("scores")
                .getAsJsonObject("plain").get("mean").getAsDouble();
    }

    @Test
    void sampledCodesDependOnTheSeedAlone() {
        assertEquals(mean(sampled("1")), mean(sampled("1")));
        assertTrue(mean(sampled("1")) != mean(sampled("2")));
    }

    private Console sampled(String seed) {
        Console console = console();
        assertEquals(0, console.run("evaluate", "--encoder", file("encoder.onnx"), "--dataset", file("images.npz"),
                "--metrics", "plain", "--representation", "sampled", "--seed", seed, "--json", "-"), console.err());
        return console;
    }

    @Test
    void posteriorsAndImagesAreMeasuredWhateverTheRepresentation() {
        JsonObject mean = posteriorScores("mean");
        JsonObject sampled = posteriorScores("sampled");
        assertEquals(mean, sampled, "posteriors are around the means of the 3000 images, and images are images");
        JsonObject elbo = mean.getAsJsonObject("elbo");
        assertEquals(-elbo.get("elbo").getAsDouble(),
                elbo.get("reconstruction").getAsDouble() + elbo.get("kl").getAsDouble(), 1e-9);
        // 4096 pixels of ln 2 are what a decoder pays that always says ½
        assertTrue(elbo.get("reconstruction").getAsDouble() < 4096 * Math.log(2), elbo.toString());
        // the encoder itself serves as network; its ten means of reconstructions are near those of the images
        JsonObject fid = mean.getAsJsonObject("fid");
        assertEquals(java.util.Set.of("fid"), fid.keySet());
        assertTrue(fid.get("fid").getAsDouble() > 0, fid.toString());
        assertTrue(mean.getAsJsonObject("active-units").get("score").getAsDouble() <= 10);
    }

    private JsonObject posteriorScores(String representation) {
        Console console = new Console(Console.with(List.of(), List.of(new ActiveUnits(), new EvidenceLowerBound(),
                new FrechetInceptionDistance(), new RobustMutualInformationGap()), new EvaluateCommand()));
        assertEquals(0, console.run("evaluate", "--encoder", file("encoder.onnx"), "--decoder", file("decoder.onnx"),
                "--dataset", file("images.npz"), "--metrics", "active-units,elbo,fid,rmig", "--representation",
                representation, "--parameters", "elbo.points=200,fid.points=200,fid.network=" + file("encoder.onnx")
                        + ",rmig.samples=100", "--json", "-"), console.err());
        return JsonParser.parseString(console.out()).getAsJsonObject().getAsJsonObject("scores");
    }

    @Test
    void imagesOfAnotherShapeAreRefusedWithBothShapes() {
        Console console = console();
        assertEquals(2, console.run("encode", "--encoder", file("encoder.onnx"), "--images", file("mean.npy"), "--out",
                file("codes.npy")));
        assertTrue(console.err().contains("[3000, 10]") && console.err().contains("[N, 1, 64, 64]"), console.err());
        assertTrue(Files.notExists(folder.resolve("codes.npy")), "nothing half-written");
    }
}
