package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.distaff.core.progress.Progress;
import org.distaff.training.bench.DenseWorkload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark measures is training. */
class DenseWorkloadTest {

    private static final int STEPS = 200;

    @TempDir
    private Path folder;

    /** The least squares of a standard normal target is its variance, 1; 64 · 4 · 200 draws deviate by 0.006. */
    @Test
    void theLossIsThatOfTheTargetsVariance() throws IOException {
        new DenseWorkload(List.of(6, 16, 4), 64).train(STEPS, 1, folder, Progress.NONE);
        List<String> curve = Files.readAllLines(folder.resolve("training.csv"));
        assertEquals("step,loss", curve.get(0));
        assertEquals(STEPS + 1, curve.size());
        double mean = curve.stream().skip(1).mapToDouble(row -> Double.parseDouble(row.split(",")[1])).average()
                .orElseThrow();
        // what the fresh network adds is the square of its output, a few hundredths with these weights
        assertEquals(1.05, mean, 0.1);
    }
}
