package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.distaff.cli.command.CompareCommand;
import org.distaff.cli.command.EvaluateCommand;
import org.distaff.cli.command.ListCommand;
import org.distaff.core.describe.Parameters;
import org.distaff.core.registry.Contributions;
import org.distaff.datasets.sprites.SpritesProvider;
import org.distaff.metrics.comparison.ModelCentrality;
import org.distaff.metrics.comparison.UnsupervisedDisentanglementRanking;
import org.distaff.study.plan.Cell;
import org.distaff.study.store.Store;
import org.distaff.study.store.Workplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** {@code distaff compare} on a model that PyTorch exported and copies of it, which agree with it completely. */
class CompareCommandTest {

    private static final String FEW_VOTES = "model-centrality.votes=20,model-centrality.numVariance=50,"
            + "model-centrality.batch=4";

    @TempDir
    private Path folder;

    private String one;
    private String two;

    @BeforeEach
    void copy() throws IOException {
        one = model("a", "encoder.onnx", "decoder.onnx");
        two = model("b", "my-encoder.onnx", "my-decoder.onnx");
    }

    private String model(String name, String encoder, String decoder) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        copy("encoder.onnx", place.resolve(encoder));
        copy("decoder.onnx", place.resolve(decoder));
        return place.resolve(encoder).toString();
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = CompareCommandTest.class.getResourceAsStream(resource)) {
            Files.copy(in, target);
        }
    }

    private static Console console() {
        return new Console(new Contributions(List.of(new SpritesProvider()), List.of(), List.of(),
                List.of(new FakeMetric("mig", false)),
                List.of(new ModelCentrality(), new UnsupervisedDisentanglementRanking()), List.of(),
                List.of(new CompareCommand(), new EvaluateCommand(), new ListCommand())));
    }

    private static JsonObject json(Console console) {
        return JsonParser.parseString(console.out()).getAsJsonObject();
    }

    private static double score(JsonObject document, String model, String comparison) {
        return document.getAsJsonObject("scores").getAsJsonObject(model).getAsJsonObject(comparison).get("score")
                .getAsDouble();
    }

    private static void assertWrong(String sentence, String... arguments) {
        Console console = console();
        assertEquals(2, console.run(arguments), console.out());
        assertEquals(sentence + "\n", console.err());
    }

    @Test
    void copiesOfAModelAgree() {
        Console console = console();
        assertEquals(0, console.run("compare", one, two, "--dataset", "sprites", "--metrics", "udr,model-centrality",
                "--parameters", FEW_VOTES, "--json", "-"), console.err());
        JsonObject document = json(console);
        for (String comparison : List.of("udr", "model-centrality")) {
            assertEquals(score(document, one, comparison), score(document, two, comparison), comparison);
        }
        // the lasso of a latent on itself and others: at least its own weight is left, at most 1
        assertTrue(score(document, one, "udr") > 0 && score(document, one, "udr") <= 1);
        // accuracy on the votes that made the vote: one of 10 latents, or better
        assertTrue(score(document, one, "model-centrality") >= 0.1, document.toString());
        assertEquals(0, document.getAsJsonArray("warnings").size(), document.toString());
        JsonObject provenance = document.getAsJsonObject("provenance");
        assertEquals("compare", provenance.get("command").getAsString());
        assertEquals(2, provenance.getAsJsonArray("models").size());
        assertTrue(provenance.getAsJsonArray("models").get(1).getAsJsonObject().getAsJsonObject("decoder").get("file")
                .getAsString().endsWith("my-decoder.onnx"), "the decoder named like the encoder");
        assertEquals("sprites", provenance.getAsJsonObject("dataset").get("id").getAsString());
        assertEquals(20, provenance.getAsJsonObject("metrics").getAsJsonObject("model-centrality")
                .getAsJsonObject("parameters").get("votes").getAsInt());
    }

    @Test
    void theTableHasARowForEachModel() {
        Console console = console();
        assertEquals(0, console.run("compare", one, two, "--dataset", "sprites", "--parameters",
                "udr.numDataPoints=100"), console.err());
        List<String> lines = console.out().lines().toList();
        assertTrue(lines.get(0).matches("model +udr\\.score"), console.out());
        assertTrue(lines.get(1).startsWith(one) && lines.get(2).startsWith(two), console.out());
        assertEquals(3, lines.size(), console.out());
    }

    @Test
    void theSeedAloneDrawsTheObservations() {
        double[] scores = new double[3];
        for (int i = 0; i < 3; i++) {
            Console console = console();
            assertEquals(0, console.run("compare", one, two, "--dataset", "sprites", "--parameters",
                    "udr.numDataPoints=50,udr.method=spearman", "--seed", i == 2 ? "1" : "0", "--json", "-"), console.err());
            scores[i] = score(json(console), one, "udr");
        }
        assertEquals(scores[0], scores[1]);
        assertTrue(scores[0] != scores[2]);
    }

    @Test
    void whatCannotBeComparedIsNullWithAWarning() throws IOException {
        Files.delete(folder.resolve("b/my-decoder.onnx"));
        Console console = console();
        assertEquals(0, console.run("compare", one, two, "--dataset", "sprites", "--metrics", "model-centrality",
                "--parameters", FEW_VOTES, "--json", "-"), console.err());
        JsonObject document = json(console);
        assertTrue(document.getAsJsonObject("scores").getAsJsonObject(two).getAsJsonObject("model-centrality")
                .get("score").isJsonNull());
        String warnings = document.getAsJsonArray("warnings").toString();
        assertTrue(warnings.contains(two + ": model-centrality: ModelCentrality is undefined without a decoder"),
                warnings);
    }

    @Test
    void cellsKnowTheirDataset() throws IOException {
        Store store = Store.open(folder.resolve("store"));
        List<String> arguments = new ArrayList<>(List.of("compare"));
        for (long seed = 0; seed < 2; seed++) {
            arguments.add(cell(store, seed));
        }
        arguments.addAll(List.of("--parameters", "udr.numDataPoints=50", "--json", "-"));
        Console console = console();
        assertEquals(0, console.run(arguments.toArray(String[]::new)), console.err());
        JsonObject dataset = json(console).getAsJsonObject("provenance").getAsJsonObject("dataset");
        assertEquals("sprites", dataset.get("id").getAsString());
        assertEquals("64", dataset.getAsJsonObject("parameters").get("resolution").getAsString());
        assertTrue(score(json(console), arguments.get(1), "udr") > 0);
        arguments.add(2, one);
        Console mixed = console();
        assertEquals(2, mixed.run(arguments.toArray(String[]::new)));
        assertTrue(mixed.err().contains("needs --dataset"), mixed.err());
    }

    private static String cell(Store store, long seed) throws IOException {
        SpritesProvider sprites = new SpritesProvider();
        Parameters parameters = Parameters.defaults(sprites);
        Cell cell = new Cell("sprites", parameters.values(), sprites.open(parameters).digest(), "vae", "1", Map.of(),
                Map.of("steps", 1L), seed);
        try (Workplace workplace = store.claim(cell).orElseThrow()) {
            copy("encoder.onnx", workplace.folder().resolve("encoder.onnx"));
            return store.publish(cell, workplace, Map.of(), List.of()).folder().toString();
        }
    }

    @Test
    void wrongUseIsToldBeforeAnyWork() {
        assertWrong("distaff compare needs at least two models to compare; name a second encoder or cell.", "compare",
                one, "--dataset", "sprites");
        assertWrong("ENCODER: " + one + " is named twice; name each model once.", "compare", one,
                one, "--dataset", "sprites");
        assertWrong("distaff compare needs --dataset, because not all models are cells of a store.", "compare", one,
                two);
        assertWrong("There is no comparison 'urd'. Did you mean 'udr'?", "compare", one, two, "--metrics", "urd");
        assertWrong("'mig' measures one trained model and compares none; use distaff evaluate.", "compare", one, two,
                "--metrics", "mig");
        assertWrong("comparison 'udr': 'method' must be one of lasso, spearman, not 'ridge'.", "compare", one, two,
                "--parameters", "udr.method=ridge");
        assertWrong("ENCODER: there is no file nowhere.onnx.", "compare", one, "nowhere.onnx", "--dataset", "sprites");
    }

    @Test
    void evaluateRefusesComparisonsAndAllMeansMetrics() {
        assertWrong("'udr' compares trained models with each other and cannot measure one alone; use distaff compare, "
                + "or name it among a study's metrics.", "evaluate", "--encoder", one, "--dataset", "sprites",
                "--metrics", "udr");
        Console console = console();
        assertEquals(0, console.run("evaluate", "--encoder", one, "--dataset", "sprites", "--metrics", "all", "--json",
                "-"), console.err());
        assertEquals("[mig]", json(console).getAsJsonObject("scores").keySet().toString());
    }

    @Test
    void theListMarksWhatComparesModels() {
        Console console = console();
        assertEquals(0, console.run("list", "metrics"));
        List<String> lines = console.out().lines().toList();
        assertTrue(lines.get(1).startsWith("mig ") && !lines.get(1).contains("(compares models)"), console.out());
        assertTrue(lines.get(2).startsWith("model-centrality ") && lines.get(2).contains("(compares models)"),
                console.out());
        Console json = console();
        json.run("list", "metrics", "--json");
        var metrics = json(json).getAsJsonArray("metrics");
        assertFalse(metrics.get(0).getAsJsonObject().get("comparesModels").getAsBoolean());
        assertTrue(metrics.get(2).getAsJsonObject().get("comparesModels").getAsBoolean());
    }
}
