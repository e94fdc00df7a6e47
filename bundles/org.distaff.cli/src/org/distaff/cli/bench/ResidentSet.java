package org.distaff.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;

/** Whether memory grows with the number of steps. */
final class ResidentSet {

    private static final int STEPS = 20_000;
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentSet() {
    }

    /** Trains a model for long and compares the resident set of the run's second and last quarter. */
    static String during(TrainingTask task, Progress progress) throws IOException {
        if (!Files.exists(STATUS)) {
            throw Problem.input("--memory reads " + STATUS + ", which this system does not have.");
        }
        double[] sums = new double[4];
        int[] counts = new int[4];
        task.train(STEPS, new Progress() {
            @Override
            public void report(double fraction, String message) {
                int quarter = Math.min(3, (int) (fraction * 4));
                sums[quarter] += mega();
                counts[quarter]++;
                progress.report(fraction, message);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        });
        double second = sums[1] / counts[1];
        double last = sums[3] / counts[3];
        return String.format(Locale.ROOT, "Resident set over %,d steps: %.1f MB on average in the second quarter, "
                + "%.1f MB in the last (%+.2f %%).", STEPS, second, last, 100 * (last - second) / second);
    }

    private static double mega() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
        } catch (IOException e) {
            throw Problem.failed(STATUS + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
