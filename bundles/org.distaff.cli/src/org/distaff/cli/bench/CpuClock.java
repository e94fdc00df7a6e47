package org.distaff.cli.bench;

import java.io.IOException;

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

    private static double now() {
        return ProcessHandle.current().info().totalCpuDuration().map(d -> d.toNanos() / 1e9)
                .orElseThrow(() -> Problem.failed("This system does not tell the processor time of a process.", null));
    }
}
