package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.distaff.cli.Application;
import org.distaff.cli.bench.BenchCommand;
import org.distaff.cli.command.CompareCommand;
import org.distaff.cli.command.DatasetCommand;
import org.distaff.cli.command.DevicesCommand;
import org.distaff.cli.command.EncodeCommand;
import org.distaff.cli.command.EvaluateCommand;
import org.distaff.cli.command.InspectCommand;
import org.distaff.cli.command.ListCommand;
import org.distaff.cli.command.PlanCommand;
import org.distaff.cli.command.ReportCommand;
import org.distaff.cli.command.RunCommand;
import org.distaff.cli.command.ScoreCommand;
import org.distaff.cli.command.StatusCommand;
import org.distaff.cli.command.SubmitCommand;
import org.distaff.cli.command.TraverseCommand;
import org.distaff.cli.output.Durations;
import org.distaff.core.command.Command;
import org.distaff.core.describe.Description;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The shipped commands: their descriptions, their options, and what they refuse before any work. */
class CommandsTest {

    private static final Command[] SHIPPED = {new RunCommand(), new PlanCommand(), new StatusCommand(),
            new ReportCommand(), new SubmitCommand(), new EvaluateCommand(), new ScoreCommand(), new CompareCommand(),
            new EncodeCommand(), new TraverseCommand(), new InspectCommand(), new ListCommand(), new DatasetCommand(),
            new DevicesCommand(), new BenchCommand()};

    private static Console console() {
        return new Console(Console.with(List.of(), List.of(new FakeMetric("mig", false)), SHIPPED));
    }

    private static void assertWrong(String sentence, String... arguments) {
        Console console = console();
        assertEquals(2, console.run(arguments), console.out());
        assertEquals(sentence + "\n", console.err());
    }

    @Test
    void everyShippedCommandIsContributed() throws IOException {
        try (InputStream in = Application.class.getResourceAsStream("/plugin.xml")) {
            String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher classes = Pattern.compile("<command class=\"([^\"]+)\"").matcher(xml);
            assertEquals(List.of(SHIPPED).stream().map(c -> c.getClass().getName()).sorted().toList(),
                    classes.results().map(m -> m.group(1)).sorted().toList());
            assertTrue(xml.contains("<run class=\"" + Application.class.getName() + "\"/>"), xml);
        }
    }

    @Test
    void everyCommandHasAHelpPageAndDescribesEveryOption() {
        for (Command command : SHIPPED) {
            Description description = command.describe();
            Console console = console();
            assertEquals(0, console.run(description.id(), "--help"));
            assertTrue(console.out().startsWith("distaff " + description.id()), console.out());
            description.parameters().forEach(p -> assertFalse(p.meaning().isBlank(),
                    description.id() + " " + p.name() + " has no meaning"));
            assertTrue(console.out().lines().allMatch(line -> line.length() <= 100), console.out());
        }
    }

    @Test
    void theOptionsOfTheContractAreThere() {
        assertOptions("run", "--store", "--device", "--jobs", "--together", "--shard", "--time-budget", "--json");
        assertOptions("evaluate", "--encoder", "--decoder", "--dataset", "--metrics", "--representation", "--seed",
                "--json");
        assertOptions("score", "--codes", "--factors", "--test-codes", "--test-factors", "--factor-sizes", "--metrics",
                "--parameters", "--json");
        assertOptions("compare", "ENCODER", "--dataset", "--metrics", "--parameters", "--seed", "--device", "--json");
        assertOptions("encode", "--encoder", "--images", "--out");
        assertOptions("traverse", "--cell", "--decoder", "--encoder", "--out");
        assertOptions("report", "--store", "--out");
        assertOptions("submit", "--store", "--launcher", "--dry-run");
        assertOptions("list", "--json");
    }

    private static void assertOptions(String command, String... options) {
        Console console = console();
        console.run(command, "--help");
        for (String option : options) {
            assertTrue(console.out().contains(option), command + " lacks " + option + "\n" + console.out());
        }
    }

    @Test
    void howManyTrainTogetherIsANumberOrAWord() {
        for (String wrong : List.of("0", "-1", "10000", "many", "1.5")) {
            assertWrong("--together must be auto, off or a number from 1 to 9999, not '" + wrong + "'.", "run",
                    "--together=" + wrong);
        }
    }

    @Test
    void aPythonWithoutPyTorchIsNoReference() {
        assertWrong("--python /nonexistent cannot be started or has no PyTorch; name another.", "bench", "training",
                "--python", "/nonexistent");
    }

    @Test
    void argumentsThatMayBeLeftOutStandInBrackets() {
        Console run = console();
        run.run("run", "--help");
        assertTrue(run.out().contains("[STUDY]"), run.out());
        Console inspect = console();
        inspect.run("inspect", "--help");
        assertTrue(inspect.out().contains(" MODEL") && !inspect.out().contains("[MODEL]"), inspect.out());
    }

    @Test
    void runRefusesWrongOptionsBeforeItTouchesAnything() {
        assertWrong("--shard must be I/N with I from 1 to N, as in 2/8, not '3/2'.", "run", "--shard", "3/2");
        assertWrong("--shard must be I/N with I from 1 to N, as in 2/8, not '0/2'.", "run", "--shard", "0/2");
        assertWrong("--time-budget must be a span of time such as 3h, 90m or 1h30m, not 'soon'.", "run",
                "--time-budget", "soon");
        assertWrong("--device must be auto, cpu or cuda:N (as in cuda:0), not 'gpu'.", "run", "--device", "gpu");
        assertWrong("distaff run: '--jobs' must be an integer from 0 to 1024, not '-1'.", "run", "--jobs=-1");
        assertWrong("STUDY: there is no file /no/such.study.yaml.", "run", "/no/such.study.yaml");
    }

    @Test
    void traverseNeedsOneSourceAndAPicture(@TempDir Path folder) {
        String out = folder.resolve("t.gif").toString();
        assertWrong("distaff traverse needs either --cell or --decoder.", "traverse", "--out", out);
        assertWrong("--out: " + folder.resolve("t.bmp") + " must end with .gif, .png or .svg.", "traverse",
                "--decoder", "d", "--out", folder.resolve("t.bmp").toString());
        assertWrong("--decoder: there is no file d.onnx.", "traverse", "--decoder", "d.onnx", "--out", out);
    }

    @Test
    void missingFilesAreNamedWithTheirOption() {
        assertWrong("--encoder: there is no file e.onnx.", "evaluate", "--encoder", "e.onnx", "--dataset", "x.npz");
        assertWrong("MODEL: there is no file m.onnx.", "inspect", "m.onnx");
        assertWrong("distaff evaluate needs '--encoder' (encoder as ONNX file: images [N, C, H, W] to means "
                + "(and ln σ²) [N, latents]).", "evaluate");
        assertWrong("/no/such/codes.npy cannot be written, because there is no folder /no/such; create it first.",
                "encode", "--encoder", "e", "--images", "i.npy", "--out", "/no/such/codes.npy");
    }

    @Test
    void listKnowsWhatIsInstalled() {
        Console console = console();
        assertEquals(0, console.run("list", "metrics"));
        assertEquals("""
                id   what it is                parameters
                mig  Mean of the first latent  offset=0
                """, console.out());
        Console json = console();
        assertEquals(0, json.run("list", "metrics", "--json"));
        JsonArray metrics = JsonParser.parseString(json.out()).getAsJsonObject().getAsJsonArray("metrics");
        JsonObject metric = metrics.get(0).getAsJsonObject();
        assertEquals("mig", metric.get("id").getAsString());
        assertEquals("offset", metric.getAsJsonArray("parameters").get(0).getAsJsonObject().get("name").getAsString());
        assertWrong("distaff list: 'KIND' must be one of all, datasets, modifiers, models, metrics, launchers, commands, "
                + "not 'metric'.", "list", "metric");
    }

    @Test
    void devicesTellWhatIsUsedAndWhy() {
        Console console = console();
        assertEquals(0, console.run("devices"));
        assertTrue(console.out().contains("CPU cores"), console.out());
        assertTrue(console.out().contains("execution"), console.out());
        assertTrue(console.out().contains("training"), console.out());
    }

    @Test
    void spansOfTime() {
        assertEquals(Duration.ofHours(3), Durations.parse("3h", "--x"));
        assertEquals(Duration.ofMinutes(90), Durations.parse("1h30m", "--x"));
        assertEquals(Duration.ofSeconds(45), Durations.parse("45s", "--x"));
        assertEquals(Duration.ofHours(49), Durations.parse("2d1h", "--x"));
        assertEquals(Duration.ofDays(1), Durations.parse("1d", "--x"));
        assertEquals("40 s", Durations.text(Duration.ofSeconds(40)));
        assertEquals("3 min", Durations.text(Duration.ofSeconds(200)));
        assertEquals("2 h 05 min", Durations.text(Duration.ofMinutes(125)));
        assertEquals("9 d 3 h", Durations.text(Duration.ofHours(219)));
    }
}
