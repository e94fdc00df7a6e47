package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.distaff.cli.command.ScoreCommand;
import org.distaff.core.array.Npy;
import org.distaff.metrics.posterior.ActiveUnits;
import org.distaff.metrics.linear.SeparatedAttributePredictability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** {@code distaff score} from files to JSON, with metrics whose values are plain to see. */
class ScoreCommandTest {

    @TempDir
    private Path folder;
    private String codes;
    private String factors;

    @BeforeEach
    void files() throws IOException {
        codes = doubles("codes.npy", new double[] {1, 9, 2, 9, 6, 9}, 3, 2);
        factors = ints("factors.npy", new int[] {0, 2, 1, 0, 0, 1}, 3, 2);
    }

    private String doubles(String name, double[] values, int... shape) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            Npy.write(out, values, shape);
        }
        return folder.resolve(name).toString();
    }

    private String ints(String name, int[] values, int... shape) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            Npy.write(out, values, shape);
        }
        return folder.resolve(name).toString();
    }

    private static Console console() {
        return new Console(Console.with(List.of(),
                List.of(new FakeMetric("plain", false), new FakeMetric("split", true),
                        new FakeMetric("mig", false)), new ScoreCommand()));
    }

    private static JsonObject json(String... arguments) {
        Console console = console();
        List<String> words = new ArrayList<>(List.of("score"));
        words.addAll(Arrays.asList(arguments));
        words.addAll(List.of("--json", "-"));
        assertEquals(0, console.run(words.toArray(String[]::new)), console.err());
        // parses as one document, and nothing follows it
        return JsonParser.parseString(console.out()).getAsJsonObject();
    }

    private void assertWrong(String sentence, String... arguments) {
        Console console = console();
        List<String> words = new ArrayList<>(List.of("score"));
        words.addAll(Arrays.asList(arguments));
        assertEquals(2, console.run(words.toArray(String[]::new)), console.out());
        assertEquals(sentence.replace("FOLDER", folder.toString()) + "\n", console.err());
        assertEquals("", console.out());
    }

    @Test
    void jsonHasScoresWarningsAndProvenanceAndNothingElse() {
        JsonObject document = json("--codes", codes, "--factors", factors, "--metrics", "plain,split", "--parameters",
                "plain.offset=4", "--seed", "7");
        assertEquals(List.of("scores", "warnings", "provenance"), List.copyOf(document.keySet()));
        JsonObject scores = document.getAsJsonObject("scores");
        assertEquals(7.0, scores.getAsJsonObject("plain").get("mean").getAsDouble()); // (1 + 2 + 6) / 3 + 4
        // the first ⌈3 · 2/3⌉ points: (1 + 2) / 2
        assertEquals(1.5, scores.getAsJsonObject("split").get("mean").getAsDouble());
        assertTrue(scores.getAsJsonObject("plain").get("undefined").isJsonNull());
        List<String> warnings = document.getAsJsonArray("warnings").asList().stream()
                .map(w -> w.getAsString()).toList();
        assertEquals(List.of("plain.undefined is undefined for these points.",
                "split.undefined is undefined for these points.",
                "split: No test codes were given: the first two thirds of the points train, the rest tests."),
                warnings);
        JsonObject provenance = document.getAsJsonObject("provenance");
        assertEquals(7, provenance.get("seed").getAsInt());
        assertEquals(3, provenance.get("trainPoints").getAsInt());
        assertEquals("[2,3]", provenance.get("factorSizes").toString());
        JsonObject plain = provenance.getAsJsonObject("metrics").getAsJsonObject("plain");
        assertEquals("3", plain.get("version").getAsString());
        assertEquals(4, plain.getAsJsonObject("parameters").get("offset").getAsInt());
        assertEquals(3, plain.getAsJsonObject("facts").get("points").getAsInt());
        assertEquals(64, provenance.getAsJsonObject("codes").get("sha256").getAsString().length());
        assertTrue(provenance.getAsJsonObject("environment").has("java"));
    }

    @Test
    void theCaveatIsToldOnceByAMetricThatTellsItItself() throws IOException {
        Console console = new Console(Console.with(List.of(), List.of(new SeparatedAttributePredictability()),
                new ScoreCommand()));
        assertEquals(0, console.run("score", "--codes", codes, "--factors", factors, "--metrics", "sap"),
                console.err());
        assertEquals(2, console.out().split("No test codes were given", -1).length, console.out());
    }

    @Test
    void testCodesAreUsedAndTakeTheCaveatAway() throws IOException {
        String testCodes = doubles("tc.npy", new double[] {5, 5}, 1, 2);
        String testFactors = ints("tf.npy", new int[] {3, 0}, 1, 2);
        JsonObject document = json("--codes", codes, "--factors", factors, "--metrics", "split", "--test-codes",
                testCodes, "--test-factors", testFactors);
        assertEquals(3.0, document.getAsJsonObject("scores").getAsJsonObject("split").get("mean").getAsDouble());
        assertFalse(document.get("warnings").toString().contains("No test codes"));
        // sizes cover train and test: the value 3 occurs only there
        assertEquals("[4,3]", document.getAsJsonObject("provenance").get("factorSizes").toString());
    }

    @Test
    void logVariancesMakeThePosteriorsOfTheCodes() throws IOException {
        String variances = doubles("lv.npy", new double[] {0, 1, 0, 1, 0, 1}, 3, 2);
        Console console = new Console(Console.with(List.of(), List.of(new ActiveUnits()), new ScoreCommand()));
        Path json = folder.resolve("kl.json");
        assertEquals(0, console.run("score", "--codes", codes, "--factors", factors, "--log-variances", variances,
                "--metrics", "active-units", "--json", json.toString()), console.err());
        JsonObject document = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
        // the first latent is 1, 2, 6, the second always 9
        assertEquals(1, document.getAsJsonObject("scores").getAsJsonObject("active-units").get("score").getAsInt());
        JsonObject provenance = document.getAsJsonObject("provenance");
        assertEquals("means of posteriors", provenance.getAsJsonObject("metrics").getAsJsonObject("active-units")
                .getAsJsonObject("facts").get("variant").getAsString());
        assertEquals(64, provenance.getAsJsonObject("logVariances").get("sha256").getAsString().length());
    }

    @Test
    void wrongLogVariancesAreRefused() throws IOException {
        String few = doubles("few.npy", new double[] {0, 0, 0}, 3, 1);
        assertWrong("FOLDER/few.npy is [3, 1], FOLDER/codes.npy is [3, 2]; log-variances need the shape of the codes.",
                "--codes", codes, "--factors", factors, "--log-variances", few);
        String nan = doubles("lv.npy", new double[] {0, 0, 0, Double.NaN, 0, 0}, 3, 2);
        assertWrong("--log-variances: FOLDER/lv.npy has NaN at row 1, column 1 (counted from 0); "
                + "log-variances must be finite numbers.",
                "--codes", codes, "--factors", factors, "--log-variances", nan);
    }

    @Test
    void humansGetATableAndFilesAppearWhole() throws IOException {
        Path json = folder.resolve("scores.json");
        Console console = console();
        assertEquals(0, console.run("score", "--codes", codes, "--factors", factors, "--metrics", "plain", "--json",
                json.toString()));
        assertEquals("""
                metric  score          value  better  range    meaning
                plain   mean          3.0000  ↑       (−∞, 9]  mean of the first latent
                plain   undefined  undefined

                Warnings:
                  plain.undefined is undefined for these points.
                """, console.out());
        assertTrue(JsonParser.parseString(Files.readString(json)).getAsJsonObject().has("scores"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.filter(f -> f.toString().endsWith(".part")).count(), "no temporary file is left");
        }
    }

    @Test
    void withoutMetricsTheDefaultOnesAreMeasured() {
        JsonObject document = json("--codes", codes, "--factors", factors);
        assertEquals(java.util.Set.of("mig"), document.getAsJsonObject("scores").keySet(),
                "the installed default ones");
    }

    @Test
    void flatCodesAreOneLatent() throws IOException {
        JsonObject document = json("--codes", doubles("flat.npy", new double[] {1, 2, 9}, 3), "--factors", factors,
                "--metrics", "plain");
        assertEquals(4.0, document.getAsJsonObject("scores").getAsJsonObject("plain").get("mean").getAsDouble());
    }

    @Test
    void archivesServeAsFiles() throws IOException {
        Path archive = folder.resolve("both.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("factors.npy"));
            Npy.write(zip, new int[] {0, 1}, 2, 1);
            zip.putNextEntry(new ZipEntry("codes.npy"));
            Npy.write(zip, new float[] {3, 5}, 2, 1);
        }
        JsonObject document = json("--codes", archive.toString(), "--factors",
                archive.toString(), "--metrics", "plain");
        assertEquals(4.0, document.getAsJsonObject("scores").getAsJsonObject("plain").get("mean").getAsDouble());
    }

    @Test
    void factorsThatDoNotBeginAtZeroAreRelabelledWithAWarning() throws IOException {
        String shifted = ints("shifted.npy", new int[] {10, 0, 30, 1, 20, 2}, 3, 2);
        JsonObject document = json("--codes", codes, "--factors", shifted, "--metrics", "plain");
        assertEquals("[3,3]", document.getAsJsonObject("provenance").get("factorSizes").toString());
        assertEquals("Factor 0 (counted from 0) begins at 10: its 3 values were re-labelled 0 to 2; "
                + "give --factor-sizes to keep them.", document.getAsJsonArray("warnings").get(0).getAsString());
        JsonObject kept = json("--codes", codes, "--factors", shifted, "--metrics", "plain", "--factor-sizes", "40,3");
        assertEquals("[40,3]", kept.getAsJsonObject("provenance").get("factorSizes").toString());
        assertFalse(kept.get("warnings").toString().contains("re-labelled"));
        String single = ints("single.npy", new int[] {10, 0, 10, 1, 10, 2}, 3, 2);
        assertEquals("Factor 0 (counted from 0) begins at 10: its only value was re-labelled 0; "
                + "give --factor-sizes to keep it.", json("--codes", codes, "--factors", single, "--metrics", "plain")
                        .getAsJsonArray("warnings").get(0).getAsString());
    }

    @Test
    void identifiersAreRelabelledAndLongWarningsWrapped() throws IOException {
        String identifiers = ints("identifiers.npy", new int[] {0, 0, 999_999, 1, 0, 2}, 3, 2);
        Console console = console();
        assertEquals(0, console.run("score", "--codes", codes, "--factors", identifiers, "--metrics", "plain"),
                console.err());
        assertTrue(console.out().contains("""
                Warnings:
                  Factor 0 (counted from 0) has few of the values up to 999999: its 2 values were re-labelled 0 to
                    1; give --factor-sizes to keep them.
                """), console.out());
    }

    /** Three points of codes (1, 2), (2, 4), (6, 8) in a file that NumPy might write. */
    private String array(String name, String type, boolean fortran, ByteBuffer values) throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False")
                + ", 'shape': (3, 2), }\n";
        byte[] file = ByteBuffer.allocate(10 + header.length() + values.capacity()).order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII)).put(values.array()).array();
        return Files.write(folder.resolve(name), file).toString();
    }

    @Test
    void everyLayoutOfPlainNumbersIsRead() throws IOException {
        ByteBuffer big = ByteBuffer.allocate(24);
        ByteBuffer columns = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer half = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : new float[] {1, 2, 2, 4, 6, 8}) {
            big.putFloat(value);
            half.putShort(Float.floatToFloat16(value));
        }
        for (float value : new float[] {1, 2, 6, 2, 4, 8}) {
            columns.putFloat(value);
        }
        for (String file : List.of(array("big.npy", ">f4", false, big), array("columns.npy", "<f4", true, columns),
                array("half.npy", "<f2", false, half))) {
            // (1 + 2 + 6) / 3
            assertEquals(3.0, json("--codes", file, "--factors", factors, "--metrics", "plain")
                    .getAsJsonObject("scores").getAsJsonObject("plain").get("mean").getAsDouble(), file);
        }
        String flags = array("flags.npy", "|b1", false, ByteBuffer.wrap(new byte[] {0, 1, 1, 0, 1, 1}));
        assertEquals("[2,2]", json("--codes", codes, "--factors", flags, "--metrics", "plain")
                .getAsJsonObject("provenance").get("factorSizes").toString());
    }

    @Test
    void structuresAndNothingAreRefused() throws IOException {
        String structures = folder.resolve("structures.npy").toString();
        Files.move(Path.of(array("moved.npy", "[('a', '<f4'), ('b', '<i4')]", false, ByteBuffer.allocate(48))),
                Path.of(structures));
        assertWrong("FOLDER/structures.npy holds no plain numbers (pickled objects and structures are never loaded); "
                + "save it as a numeric array.", "--codes", structures, "--factors", factors);
        String none = doubles("none.npy", new double[0], 0, 2);
        assertWrong("--codes: FOLDER/none.npy is empty, its shape is [0, 2].", "--codes", none, "--factors", factors);
    }

    @Test
    void wrongCodesAreNamedByRowAndColumn() throws IOException {
        String nan = doubles("nan.npy", new double[] {1, 2, 3, 4, 5, Double.NaN}, 3, 2);
        assertWrong("--codes: FOLDER/nan.npy has NaN at row 2, column 1 (counted from 0); "
                + "codes must be finite numbers.",
                "--codes", nan, "--factors", factors);
        String infinite = doubles("inf.npy", new double[] {1, Double.NEGATIVE_INFINITY, 3, 4, 5, 6}, 3, 2);
        assertWrong("--codes: FOLDER/inf.npy has -Infinity at row 0, column 1 (counted from 0); "
                + "codes must be finite numbers.", "--codes", infinite, "--factors", factors);
        String cube = doubles("cube.npy", new double[8], 2, 2, 2);
        assertWrong("--codes: FOLDER/cube.npy has the shape [2, 2, 2]; codes are [points, latents].", "--codes", cube,
                "--factors", factors);
    }

    @Test
    void wrongFactorsAreNamedByRowAndColumn() throws IOException {
        assertWrong("--factors: FOLDER/neg.npy has -1 at row 1, column 0 (counted from 0); "
                + "factor values are integers from 0 to 1000000.", "--codes", codes, "--factors",
                ints("neg.npy", new int[] {0, 0, -1, 0, 0, 0}, 3, 2));
        assertWrong("--factors: FOLDER/half.npy has 0.5 at row 0, column 1 (counted from 0); "
                + "factor values are integers from 0 to 1000000.", "--codes", codes, "--factors",
                doubles("half.npy", new double[] {0, 0.5, 1, 0, 0, 0}, 3, 2));
        assertWrong("FOLDER/factors.npy has 2 at row 0, column 1 (counted from 0), but the factor size given for that "
                + "column is 2; values are 0 to 1.", "--codes", codes, "--factors", factors, "--factor-sizes", "2,2");
        assertWrong("3 factor sizes are given, but FOLDER/factors.npy has 2 factors; give one size per factor.",
                "--codes", codes, "--factors", factors, "--factor-sizes", "2,3,4");
        assertWrong("--factor-sizes must be integers of at least 1 separated by commas, as in 3,6,40, not '2,x'.",
                "--codes", codes, "--factors", factors, "--factor-sizes", "2,x");
    }

    @Test
    void filesThatDoNotFitTogetherAreRefused() throws IOException {
        String shorter = ints("shorter.npy", new int[] {0, 1}, 2, 1);
        assertWrong("FOLDER/codes.npy has 3 points, FOLDER/shorter.npy has 2; "
                + "codes and factors need one row per point.",
                "--codes", codes, "--factors", shorter);
        assertWrong("--test-codes and --test-factors belong together; give both or neither.", "--codes", codes,
                "--factors", factors, "--test-codes", codes);
        String narrow = doubles("narrow.npy", new double[] {1, 2, 3}, 3, 1);
        assertWrong("FOLDER/codes.npy has 2 latents, FOLDER/narrow.npy has 1; "
                + "train and test codes need the same latents.",
                "--codes", codes, "--factors", factors, "--test-codes", narrow, "--test-factors", factors);
        assertWrong("--codes: there is no file FOLDER/coeds.npy. Did you mean 'codes.npy'?", "--codes",
                folder.resolve("coeds.npy").toString(), "--factors", factors);
    }

    @Test
    void wrongMetricsAndParametersAreToldBeforeFilesAreRead() {
        assertWrong("There is no metric 'plan'. Did you mean 'plain'?", "--codes", "none", "--factors", "none",
                "--metrics", "plan");
        assertWrong("metric 'plain' has no parameter 'ofset'. Did you mean 'offset'?", "--codes", "none", "--factors",
                "none", "--metrics", "plain", "--parameters", "plain.ofset=1");
        assertWrong("metric 'plain': 'offset' must be an integer from -10 to 10, not '99'.", "--codes", "none",
                "--factors", "none", "--metrics", "plain", "--parameters", "plain.offset=99");
        assertWrong("--parameters split.offset: 'split' takes no part here. Known are: plain.", "--codes", "none",
                "--factors", "none", "--metrics", "plain", "--parameters", "split.offset=1");
        assertWrong("FOLDER/no/s.json cannot be written, because there is no folder FOLDER/no; create it first.",
                "--codes", "none", "--factors", "none", "--metrics", "plain", "--json",
                folder.resolve("no/s.json").toString());
    }
}
