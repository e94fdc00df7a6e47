package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.distaff.cli.command.ScoreCommand;
import org.distaff.core.array.Npy;
import org.distaff.core.describe.Description;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A metric that does not end loses nothing that was measured before it. */
class PartlyMeasuredTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        try (OutputStream codes = Files.newOutputStream(folder.resolve("codes.npy"));
                OutputStream factors = Files.newOutputStream(folder.resolve("factors.npy"))) {
            Npy.write(codes, new double[] {1, 2, 6}, 3, 1);
            Npy.write(factors, new int[] {0, 1, 0}, 3, 1);
        }
    }

    private record Broken(Throwable failure) implements Metric {

        @Override
        public Description describe() {
            return Description.of("broken", "Broken");
        }

        @Override
        public Scores evaluate(Evaluation evaluation, Progress progress) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }

    private Console score(Throwable failure, int code, String... more) {
        Console console = new Console(Console.with(List.of(), List.of(new FakeMetric("plain", false),
                new Broken(failure), new FakeMetric("later", false)), new ScoreCommand()));
        List<String> words = new java.util.ArrayList<>(List.of("score", "--codes",
                folder.resolve("codes.npy").toString(), "--factors", folder.resolve("factors.npy").toString(),
                "--metrics", "plain,broken,later"));
        words.addAll(List.of(more));
        assertEquals(code, console.run(words.toArray(String[]::new)), console.err());
        return console;
    }

    @Test
    void whatOthersMeasureIsPrintedWhenOneCrashes() {
        Console console = score(new ArithmeticException("/ by zero"), 1);
        assertTrue(console.out().contains("plain") && console.out().contains("later"), console.out());
        assertTrue(console.out().contains("Failed and left out: broken."), console.out());
        assertTrue(console.err().contains("Metric 'broken' failed unexpectedly (/ by zero)"), console.err());
    }

    @Test
    void memoryThatRunsOutIsTold() {
        Console console = score(new OutOfMemoryError("Java heap space"), 1);
        assertTrue(console.out().contains("plain"), console.out());
        assertTrue(console.out().contains("Not measured, because 'broken' did not end: broken, later."), console.out());
        assertTrue(console.err().contains("raise the Java heap with -Xmx"), console.err());
    }

    @Test
    void theDocumentOfAStoppedEvaluationHasItsFirstScores() {
        JsonObject document = JsonParser.parseString(score(new Cancelled(), 75, "--json", "-").out()).getAsJsonObject();
        assertEquals(java.util.Set.of("plain"), document.getAsJsonObject("scores").keySet());
        assertFalse(document.getAsJsonArray("warnings").isEmpty());
    }
}
