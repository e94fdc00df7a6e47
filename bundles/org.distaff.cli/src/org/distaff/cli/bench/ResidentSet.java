package org.distaff.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.distaff.core.command.Invocation;
import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;

/**
 * Whether memory grows with the number of steps. Java's heap is collected before each reading: garbage that waits there
 * touches fresh pages until the heap has the size the collector likes, minutes after the start, and would hide what
 * libtorch or we forget to free.
 */
final class ResidentSet {

    private static final int STEPS = 20_000;
    private static final int QUARTERS = 4;
    private static final int READINGS = 10;

    private ResidentSet() {
    }

    /** Trains a model for long; one measurement for each quarter, memory on average over its readings. */
    static List<Measurement> during(TrainingTask task, Invocation invocation) throws IOException {
        if (!Double.isFinite(CpuClock.residentMega())) {
            throw Problem.input("--memory reads /proc/self/status, which this system does not have.");
        }
        Readings readings = new Readings(invocation.progress());
        task.train(STEPS, readings);
        List<Measurement> quarters = new ArrayList<>();
        for (int q = 0; q < QUARTERS; q++) {
            quarters.add(readings.quarter(q, task.name()));
        }
        double second = quarters.get(1).cost().residentMega();
        double last = quarters.get(QUARTERS - 1).cost().residentMega();
        invocation.err().println(String.format(Locale.ROOT,
                "Resident set over %,d steps: %.1f MB in the second quarter, %.1f MB in the last (%+.2f %%).",
                STEPS, second, last, 100 * (last - second) / second));
        return quarters;
    }

    /** Reads the memory a few times in every quarter. */
    private static final class Readings implements Progress {

        private final Progress whole;
        private final double[] live = new double[QUARTERS];
        private final double[] resident = new double[QUARTERS];
        private final double[] end = new double[QUARTERS];
        private final int[] counts = new int[QUARTERS];
        private final double begin = CpuClock.now();
        private int next = 1;

        Readings(Progress whole) {
            this.whole = whole;
        }

        @Override
        public void report(double fraction, String message) {
            whole.report(fraction, message);
            if (fraction * QUARTERS * READINGS < next) {
                return;
            }
            next = (int) (fraction * QUARTERS * READINGS) + 1;
            int quarter = Math.min(QUARTERS - 1, (int) (fraction * QUARTERS));
            System.gc();
            live[quarter] += ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
            resident[quarter] += CpuClock.residentMega();
            counts[quarter]++;
            end[quarter] = CpuClock.now();
        }

        @Override
        public boolean cancelled() {
            return whole.cancelled();
        }

        Measurement quarter(int q, String name) {
            double seconds = end[q] - (q == 0 ? begin : end[q - 1]);
            int steps = STEPS / QUARTERS;
            return new Measurement(String.format(Locale.ROOT, "%s, steps %,d to %,d", name, q * steps, (q + 1) * steps),
                    new Measurement.Cost(seconds, Double.NaN, live[q] / counts[q], resident[q] / counts[q]), steps,
                    "steps", Double.NaN);
        }
    }
}
