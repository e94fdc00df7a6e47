package org.distaff.study.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.distaff.core.describe.Description;
import org.distaff.core.failure.Problem;
import org.distaff.core.launch.LaunchRequest;
import org.distaff.core.launch.Launcher;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;

/** Contributes {@code local}: every shard is a headless runner on this machine. */
public final class LocalLauncher implements Launcher {

    @Override
    public Description describe() {
        return Description.of("local", "This machine")
                .summary("Runs each shard as a process of its own on this machine")
                .help("Starts one headless runner per shard and waits for all of them. A shard that fails or is killed loses "
                        + "nothing that it finished; launching again runs what is missing.");
    }

    @Override
    public List<String> launch(LaunchRequest request, Progress progress) throws IOException {
        List<String> report = new ArrayList<>();
        List<Process> started = new ArrayList<>();
        for (int shard = 1; shard <= request.shards(); shard++) {
            List<String> command = new ArrayList<>(request.runner());
            command.addAll(List.of("run", request.study().toString(), "--store", request.store().toString(), "--shard",
                    shard + "/" + request.shards()));
            report.add((request.dryRun() ? "Would start: " : "Started: ") + String.join(" ", command));
            if (!request.dryRun()) {
                started.add(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT).start());
            }
        }
        int failed = 0;
        for (int i = 0; i < started.size(); i++) {
            progress.report((double) i / started.size(), "waiting for shard " + (i + 1) + " of " + started.size());
            failed += await(started.get(i), started, progress) == 0 ? 0 : 1;
        }
        if (failed > 0) {
            throw Problem.failed(failed + " of " + started.size() + " shards did not finish; launch again to run what is "
                    + "missing.", null);
        }
        return report;
    }

    private static int await(Process process, List<Process> all, Progress progress) {
        try {
            while (!process.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                if (progress.cancelled()) {
                    all.forEach(Process::destroy);
                    throw new Cancelled();
                }
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            all.forEach(Process::destroy);
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }
}
