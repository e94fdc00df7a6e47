package org.distaff.study.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

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
                .help("Starts one headless runner per shard and waits for all of them. A shard that fails or is killed "
                        + "loses nothing that it finished; launching again runs what is missing.");
    }

    @Override
    public List<String> launch(LaunchRequest request, Progress progress) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (int shard = 1; shard <= request.shards(); shard++) {
            commands.add(command(request, shard));
        }
        String verb = request.dryRun() ? "Would start: " : "Started: ";
        List<String> report = commands.stream()
                .map(c -> verb + c.stream().map(LocalLauncher::quoted).collect(Collectors.joining(" "))).toList();
        if (request.dryRun()) {
            return report;
        }
        List<Process> started = start(commands);
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

    /** The shards share the cores, so that together they run as many cells at a time as one runner would. */
    private static List<String> command(LaunchRequest request, int shard) {
        int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() / request.shards());
        List<String> command = new ArrayList<>(request.runner());
        command.addAll(List.of("run", request.study().toString(), "--store", request.store().toString(), "--shard",
                shard + "/" + request.shards(), "--jobs", Integer.toString(jobs)));
        return command;
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static List<Process> start(List<List<String>> commands) throws IOException {
        List<Process> started = new ArrayList<>();
        try {
            for (List<String> command : commands) {
                started.add(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT).start());
            }
        } catch (IOException e) {
            started.forEach(Process::destroy);
            throw e;
        }
        return started;
    }

    private static int await(Process process, List<Process> all, Progress progress) {
        try {
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
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
