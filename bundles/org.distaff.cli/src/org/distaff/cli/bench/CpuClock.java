package org.distaff.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.distaff.core.failure.Problem;

/** Processor time of this process, which other processes on a shared machine hardly disturb. */
final class CpuClock {

    private CpuClock() {
    }

    /** Something to be measured. */
    interface Work {
        void run() throws IOException;
    }

    /** Processor seconds of all threads of this process during the work. */
    static double seconds(Work work) throws IOException {
        double before = now();
        work.run();
        return now() - before;
    }

    /** Processor seconds, seconds on the clock and the heap of the work. */
    static Measurement.Cost cost(Work work) throws IOException {
        try (HeapWatch heap = new HeapWatch()) {
            long start = System.nanoTime();
            double cpuSeconds = seconds(work);
            double wallSeconds = (System.nanoTime() - start) / 1e9;
            return new Measurement.Cost(cpuSeconds, wallSeconds, heap.most() / 1e6, residentMega());
        }
    }

    /** Resident memory of this process in MB; NaN where the system has no file that tells. */
    static double residentMega() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        try {
            return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6).findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            throw Problem.failed(status + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Processor seconds of this process so far. */
    static double now() {
        return ProcessHandle.current().info().totalCpuDuration().map(d -> d.toNanos() / 1e9)
                .orElseThrow(() -> Problem.failed("This system does not tell the processor time of a process.", null));
    }
}
