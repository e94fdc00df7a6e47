package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import org.distaff.cli.command.PlanCommand;
import org.distaff.cli.command.ReportCommand;
import org.distaff.cli.command.RunCommand;
import org.distaff.cli.command.StatusCommand;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.registry.Contributions;
import org.distaff.tests.evaluate.CountingDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The commands of studies where no cell ever finishes: counts, exit codes, and what is left behind. */
class StudyCommandsTest {

    private static final DatasetProvider COUNTING = new DatasetProvider() {
        @Override
        public Description describe() {
            return Description.of("counting", "Counting").summary("Two pixels that count");
        }

        @Override
        public Dataset open(Parameters parameters) {
            return new CountingDataset();
        }
    };

    private record Failing(Function<TrainingContext, RuntimeException> failure) implements Model {

        @Override
        public Description describe() {
            return Description.of("failing", "Failing").summary("Never learns");
        }

        @Override
        public TrainedModel train(TrainingContext context) {
            throw failure.apply(context);
        }
    }

    @TempDir
    private Path folder;
    private String study;
    private String store;

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("tiny.study.yaml");
        Files.writeString(file, """
                study: tiny
                datasets: [ counting ]
                models:
                  - id: failing
                    training: { steps: 10, batch: 4 }
                seeds: 0..2
                metrics: [ mig ]
                """);
        study = file.toString();
        store = folder.resolve("store").toString();
    }

    private static Console console(Function<TrainingContext, RuntimeException> failure) {
        return new Console(new Contributions(List.of(COUNTING), List.of(new Failing(failure)),
                List.of(new FakeMetric("mig", false)), List.of(),
                List.of(new RunCommand(), new PlanCommand(), new StatusCommand(), new ReportCommand())));
    }

    private static Console console() {
        return console(context -> Problem.failed("The engine stopped at step 3.", null));
    }

    @Test
    void planCountsAndTouchesNothing() {
        Console console = console();
        assertEquals(0, console.run("plan", study, "--store", store), console.err());
        // 3 seeds of 10 steps
        assertTrue(console.out().contains("3 cells, 0 done, 3 to run: 30 training steps"), console.out());
        assertFalse(Files.exists(Path.of(store)), "planning makes no store");
        Console listing = console();
        listing.run("plan", study, "--store", store, "--cells");
        assertEquals(3, listing.out().lines().filter(l -> l.contains("to run  ")).count(), listing.out());
    }

    @Test
    void failedCellsEndTheRunWithOneAndAreNamed() {
        Console console = console();
        assertEquals(1, console.run("run", study, "--store", store), console.out());
        assertTrue(console.out().contains("3 cells: 0 finished now, 0 before, 3 failed"), console.out());
        assertEquals(3, console.err().lines().filter(l -> l.endsWith("failed: The engine stopped at step 3.")).count(),
                console.err());
    }

    @Test
    void jsonOfARunIsOneDocument() {
        Console console = console();
        assertEquals(1, console.run("run", study, "--store", store, "--json"));
        JsonObject document = JsonParser.parseString(console.out()).getAsJsonObject();
        JsonObject summary = document.getAsJsonObject("summary");
        assertEquals(3, summary.get("planned").getAsInt());
        assertEquals(3, summary.get("failed").getAsInt());
        assertTrue(summary.get("complete").getAsBoolean());
        assertEquals(3, document.getAsJsonArray("failures").size());
        assertEquals(store, document.get("store").getAsString());
        assertTrue(document.get("report").isJsonNull());
    }

    @Test
    void cancellingARunMeansComeBackLater() {
        Console[] console = new Console[1];
        console[0] = console(context -> {
            console[0].shell().cancel();
            context.progress().check();
            return new IllegalStateException("a cancelled progress must end the training");
        });
        assertEquals(75, console[0].run("run", study, "--store", store), console[0].err());
        assertTrue(console[0].err().contains("run the same command again to go on"), console[0].err());
    }

    @Test
    void studiesWithoutAStoreHaveNoStatusAndNoReport() {
        for (String command : List.of("status", "report")) {
            Console console = console();
            assertEquals(2, console.run(command, study, "--store", store));
            assertEquals("There is no store at " + store + "; run the study first, or name its store with --store.\n",
                    console.err());
        }
    }

    @Test
    void statusNamesWhatIsMissing() {
        console().run("run", study, "--store", store, "--shard", "1/3");
        Console console = console();
        assertEquals(0, console.run("status", study, "--store", store), console.err());
        assertTrue(console.out().contains("0 of 3 cells are done"), console.out());
        List<String> lines = console.out().lines().filter(l -> l.startsWith("  ")).toList();
        assertEquals(2, lines.stream().filter(l -> l.startsWith("  missing: failing on ")).count(), console.out());
        assertEquals(1, lines.stream().filter(l -> l.startsWith("  failed: failing on ")
                && l.endsWith(": The engine stopped at step 3.")).count(), console.out());
    }

    @Test
    void aTypoInTheStudyIsToldWithItsPlace() throws IOException {
        Files.writeString(Path.of(study), Files.readString(Path.of(study)).replace("id: failing", "id: failnig"));
        Console console = console();
        assertEquals(2, console.run("run", study, "--store", store));
        assertTrue(console.err().contains(":4:") && console.err().contains("'failing'"), console.err());
        assertFalse(Files.exists(Path.of(store)), "nothing is begun for a study that cannot be read");
    }
}
