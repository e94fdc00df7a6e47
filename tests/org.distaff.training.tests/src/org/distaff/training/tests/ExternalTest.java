package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.distaff.core.array.NpyArray;
import org.distaff.core.array.NumpyFile;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainedModel;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.models.external.External;
import org.distaff.models.linear.PrincipalComponents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A user's own command: what it is told, what is taken over, how its failures and its end are handled. */
class ExternalTest {

    private static final Squares SQUARES = new Squares(1, 8);
    private static final TrainingSettings SETTINGS = new TrainingSettings(7, 3, 0.5);

    @TempDir
    private Path folder;

    private Path cell;
    private Path made;

    /** The files that the command in a test copies: any trained model will do. */
    @BeforeEach
    void makeModel() throws IOException {
        cell = folder.resolve("cell");
        made = folder.resolve("made");
        Runs.train(new PrincipalComponents(), Map.of("latents", 2), SQUARES, SETTINGS, 0, made, Progress.NONE);
    }

    private TrainedModel run(String script, Progress progress) throws IOException {
        Path file = Files.writeString(folder.resolve("my train.sh"), script);
        return Runs.train(new External(), Map.of("command", "sh \"" + file + "\"", "options", "gamma=3", "observations", 5),
                SQUARES, SETTINGS, 42, cell, progress);
    }

    @Test
    void takesOverWhatTheCommandLeaves() throws IOException {
        List<String> heard = new ArrayList<>();
        TrainedModel trained = run("cp '" + made + "'/*.onnx .\ncp \"$1\" seen.json\ncp images.npy factors.npy ..\n"
                + "echo 'progress 0.25 half way to a half'\necho hello\n", new Progress() {
                    @Override
                    public void report(double fraction, String message) {
                        heard.add(fraction + " " + message);
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                });
        assertEquals(2, trained.card().latents());
        assertTrue(Files.exists(cell.resolve("model.json")), "the card is written");
        assertEquals("step\n", Files.readString(cell.resolve("training.csv")));
        assertTrue(heard.contains("0.25 half way to a half"), heard.toString());
        assertTrue(Files.readString(cell.resolve("external.log")).contains("hello"));
        JsonObject request = JsonParser.parseString(Files.readString(cell.resolve("seen.json"))).getAsJsonObject();
        assertEquals(42, request.get("seed").getAsLong());
        assertEquals(7, request.get("steps").getAsInt());
        assertEquals(0.5, request.get("learningRate").getAsDouble());
        assertEquals("gamma=3", request.get("options").getAsString());
        assertEquals(3, request.getAsJsonArray("factors").size());
        NpyArray images = NumpyFile.array(folder.resolve("images.npy"));
        assertEquals("(5, 1, 8, 8)", images.shapeText().replace('[', '(').replace(']', ')'));
        assertEquals(5 * 3, NumpyFile.array(folder.resolve("factors.npy")).values().length);
        assertFalse(Files.exists(cell.resolve("images.npy")), "the arrays do not stay in the store");
    }

    @Test
    void quotesTheCommandsComplaint() {
        Problem problem = assertThrows(Problem.class, () -> run("echo 'no torch here' >&2\nexit 3\n", Progress.NONE));
        assertEquals(ExitCode.FAILED, problem.exitCode());
        assertTrue(problem.getMessage().contains("code 3") && problem.getMessage().contains("no torch here"),
                problem.getMessage());
    }

    @Test
    void fortyTwoCanNeverWork() {
        assertEquals(ExitCode.NEVER,
                assertThrows(Problem.class, () -> run("exit 42\n", Progress.NONE)).exitCode());
    }

    @Test
    void missingFilesAreTold() {
        Problem problem = assertThrows(Problem.class, () -> run("exit 0\n", Progress.NONE));
        assertTrue(problem.getMessage().contains("no encoder.onnx"), problem.getMessage());
    }

    @Test
    void aCommandThatIsNotThereIsTold() {
        Problem problem = assertThrows(Problem.class, () -> Runs.train(new External(),
                Map.of("command", "no-such-command-anywhere", "observations", 1), SQUARES, SETTINGS, 0, cell, Progress.NONE));
        assertEquals(ExitCode.INPUT, problem.exitCode());
        assertTrue(problem.getMessage().contains("no-such-command-anywhere"), problem.getMessage());
    }

    @Test
    void unclosedQuotesAreTold() {
        assertTrue(assertThrows(Problem.class, () -> Runs.train(new External(),
                Map.of("command", "sh \"a b", "observations", 1), SQUARES, SETTINGS, 0, cell, Progress.NONE)).getMessage()
                .contains("quote"));
    }

    /** The command waits for minutes and its child, too; cancelling ends both at once. */
    @Test
    void cancellingEndsTheCommandAndItsChildren() throws IOException {
        Progress cancelledOnceRunning = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // only the question below matters
            }

            @Override
            public boolean cancelled() {
                return Files.exists(cell.resolve("pid"));
            }
        };
        assertThrows(Cancelled.class,
                () -> run("sleep 300 &\necho $! > pid.tmp\nmv pid.tmp pid\nwait\n", cancelledOnceRunning));
        long pid = Long.parseLong(Files.readString(cell.resolve("pid")).strip());
        ProcessHandle.of(pid).ifPresent(child -> child.onExit().join());
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }
}
