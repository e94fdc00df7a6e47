package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

import org.distaff.core.model.Model;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.models.vae.BetaVae;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group that is interrupted: the same cells go on, others begin anew, and nothing is mixed. */
class GroupResumeTest {

    private static final Model MODEL = new BetaVae();

    @TempDir
    private Path folder;

    @Test
    void theSameGroupGoesOnAsIfNothingHadHappened() throws IOException {
        train("whole", Progress.NONE, 1, 2, 3);
        interrupt("resumed", 1, 2, 3);
        // five more steps; a group that began anew would end before the tenth step, the first that is reported
        CancelAt onceMore = new CancelAt(6);
        assertThrows(Cancelled.class, () -> train("resumed", onceMore, 1, 2, 3));
        assertEquals(10.0 / 12, onceMore.furthest(), 1e-12, "step 10 of 12");
        train("resumed", Progress.NONE, 1, 2, 3);
        assertSame("whole", "resumed", 1, 2, 3);
    }

    @Test
    void anotherGroupBeginsAnew() throws IOException {
        train("whole", Progress.NONE, 1, 3);
        interrupt("other", 1, 2, 3);
        train("other", Progress.NONE, 1, 3);
        assertSame("whole", "other", 1, 3);
    }

    @Test
    void aCellAloneBeginsAnewAndTheOtherWayRound() throws IOException {
        train("alone", Progress.NONE, 2);
        interrupt("was-in-group", 2, 3);
        train("was-in-group", Progress.NONE, 2);
        assertSame("alone", "was-in-group", 2);
        train("group", Progress.NONE, 3, 2);
        interrupt("was-alone", 2);
        train("was-alone", Progress.NONE, 3, 2);
        assertSame("group", "was-alone", 3, 2);
    }

    /** Six steps, then cancelled: the seventh question comes before the seventh step. */
    private void interrupt(String name, int... seeds) {
        assertThrows(Cancelled.class, () -> train(name, new CancelAt(7), seeds));
    }

    /** The first cell's progress hears and answers. */
    private void train(String name, Progress progress, int... seeds) throws IOException {
        List<TrainingContext> contexts = new ArrayList<>();
        for (int seed : seeds) {
            Path own = Files.createDirectories(folder.resolve(name).resolve("seed-" + seed));
            contexts.add(Runs.context(MODEL, Map.of("network", "small-mlp", "beta", seed), new Squares(1, 8),
                    new TrainingSettings(12, 8, 1e-3), seed, own, "cpu",
                    contexts.isEmpty() ? progress : Progress.NONE));
        }
        if (seeds.length == 1) {
            MODEL.train(contexts.get(0));
        } else {
            MODEL.trainTogether(contexts).forEach(outcome -> assertTrue(outcome.trained().isPresent()));
        }
    }

    private void assertSame(String one, String other, int... seeds) throws IOException {
        for (int seed : seeds) {
            for (String file : List.of("encoder.onnx", "decoder.onnx", "training.csv")) {
                assertArrayEquals(bytes(one, seed, file), bytes(other, seed, file), file + " of seed " + seed);
            }
            assertFalse(Files.exists(folder.resolve(other).resolve("seed-" + seed).resolve("checkpoint.bin")),
                    "nothing of an attempt is left in what is published");
        }
    }

    private byte[] bytes(String name, int seed, String file) throws IOException {
        return Files.readAllBytes(folder.resolve(name).resolve("seed-" + seed).resolve(file));
    }
}
