package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.models.vae.BetaVae;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Equal cells give equal bytes, also when they are interrupted. */
class ReproducibilityTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(12, 8, 1e-3);
    private static final String[] FILES = {"encoder.onnx", "decoder.onnx", "model.json", "training.csv"};

    @TempDir
    private Path folder;

    @Test
    void equalSeedsGiveEqualBytes() throws IOException {
        train("small-mlp", 5, "first", Progress.NONE);
        train("small-mlp", 6, "other", Progress.NONE);
        train("small-mlp", 5, "second", Progress.NONE);
        assertSame("first", "second");
        assertFalse(Arrays.equals(bytes("first", "encoder.onnx"), bytes("other", "encoder.onnx")),
                "another seed must give another encoder");
    }

    @Test
    void convolutionsAreReproducibleToo() throws IOException {
        train("conv", 5, "first", Progress.NONE);
        train("conv", 5, "second", Progress.NONE);
        assertSame("first", "second");
    }

    @Test
    void runsBesideEachOtherDoNotDisturb() throws Exception {
        train("small-mlp", 5, "alone", Progress.NONE);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> both = new ArrayList<>();
            for (String name : List.of("left", "right")) {
                both.add(two.submit(() -> {
                    train("small-mlp", 5, name, Progress.NONE);
                    return null;
                }));
            }
            for (Future<Void> one : both) {
                one.get();
            }
        }
        assertSame("alone", "left");
        assertSame("alone", "right");
    }

    @Test
    void aCancelledRunGoesOnAsIfNothingHadHappened() throws IOException {
        train("small-mlp", 5, "whole", Progress.NONE);
        interrupt("resumed");
        assertTrue(Files.exists(folder.resolve("resumed/checkpoint.bin")));
        assertFalse(Files.exists(folder.resolve("resumed/encoder.onnx")), "nothing half trained may be exported");
        train("small-mlp", 5, "resumed", Progress.NONE);
        assertSame("whole", "resumed");
        assertFalse(Files.exists(folder.resolve("resumed/checkpoint.bin")), "a finished run leaves no checkpoint");
    }

    @Test
    void theCheckpointIsReallyUsed() throws IOException {
        interrupt("resumed");
        // five more steps; a run that began anew would end before the tenth step, the first that is reported
        CancelAt onceMore = new CancelAt(6);
        assertThrows(Cancelled.class, () -> train("small-mlp", 5, "resumed", onceMore));
        assertEquals(10.0 / 12, onceMore.furthest(), 1e-12, "step 10 of 12");
    }

    @Test
    void aDamagedCheckpointIsIgnored() throws IOException {
        train("small-mlp", 5, "whole", Progress.NONE);
        interrupt("damaged");
        Path checkpoint = folder.resolve("damaged/checkpoint.bin");
        byte[] content = Files.readAllBytes(checkpoint);
        content[content.length / 2] ^= 1;
        Files.write(checkpoint, content);
        train("small-mlp", 5, "damaged", Progress.NONE);
        assertSame("whole", "damaged");

        interrupt("cut");
        Files.write(folder.resolve("cut/checkpoint.bin"), Arrays.copyOf(content, content.length / 3));
        train("small-mlp", 5, "cut", Progress.NONE);
        assertSame("whole", "cut");
    }

    @Test
    void aCheckpointOfAnotherSeedIsIgnored() throws IOException {
        train("small-mlp", 9, "whole", Progress.NONE);
        interrupt("foreign");
        train("small-mlp", 9, "foreign", Progress.NONE);
        assertSame("whole", "foreign");
    }

    /** Six steps, then cancelled: the seventh question comes before the seventh step. */
    private void interrupt(String name) {
        assertThrows(Cancelled.class, () -> train("small-mlp", 5, name, new CancelAt(7)));
    }

    private void train(String network, long seed, String name, Progress progress) throws IOException {
        Runs.train(new BetaVae(), Map.of("network", network), new Squares(1, 16), SETTINGS, seed, folder.resolve(name),
                progress);
    }

    private void assertSame(String one, String other) throws IOException {
        for (String file : FILES) {
            assertTrue(Arrays.equals(bytes(one, file), bytes(other, file)), file + " differs");
        }
    }

    private byte[] bytes(String name, String file) throws IOException {
        return Files.readAllBytes(folder.resolve(name).resolve(file));
    }
}
