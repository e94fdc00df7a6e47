package org.distaff.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.failure.Problem;
import org.distaff.core.random.RandomStreams;
import org.distaff.onnx.file.OnnxFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real exporter's file with bytes changed at random, always the same ones: it is read, or refused with a sentence. */
class MutatedModelTest {

    private static final int MUTANTS = 300;
    /** Nodes, names and shapes stand at the start and the end of the file; between them are weights, which may be anything. */
    private static final int STRUCTURE = 4096;

    @TempDir
    private Path folder;

    @Test
    void mutantsAreReadOrRefusedWithASentence() throws IOException {
        byte[] whole = Files.readAllBytes(new PyTorchFiles(folder).file("encoder.onnx"));
        Path file = folder.resolve("mutant.onnx");
        int refused = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            RandomGenerator random = RandomStreams.derive(seed, "mutant");
            Files.write(file, mutant(whole, random));
            try {
                assertTrue(OnnxFile.read(file).bytes() > 0);
            } catch (Problem problem) {
                refused++;
                assertTrue(problem.getMessage().contains(file.toString()), problem.getMessage());
            }
        }
        // a test whose mutants were all alike would show nothing
        assertTrue(refused > MUTANTS / 10 && refused < MUTANTS, "refused " + refused);
    }

    private static byte[] mutant(byte[] whole, RandomGenerator random) {
        byte[] mutant = random.nextInt(10) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        for (int flips = random.nextInt(1, 8); flips > 0 && mutant.length > 0; flips--) {
            int place = random.nextInt(Math.min(STRUCTURE, mutant.length));
            place = switch (random.nextInt(4)) {
                case 0 -> mutant.length - 1 - place;
                case 1 -> random.nextInt(mutant.length);
                default -> place;
            };
            mutant[place] = (byte) random.nextInt(256);
        }
        return mutant;
    }
}
