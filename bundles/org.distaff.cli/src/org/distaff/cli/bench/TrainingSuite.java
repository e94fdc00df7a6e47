package org.distaff.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.distaff.core.command.Invocation;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.Model;
import org.distaff.core.progress.Progress;

/**
 * Optimiser steps per processor second, one thread, batches of 64. The reference is PyTorch where there is one, taking
 * turns with us so that whatever else the machine does meets both; that of models side by side is the same alone.
 */
final class TrainingSuite implements Suite {

    private static final int ROUNDS = 3;
    private static final int TOGETHER = 16;
    private static final Integer[] TINY = {10, 32, 32, 4};

    @Override
    public List<Measurement> run(Invocation invocation) throws IOException {
        Optional<PyTorch> started = python(invocation);
        try {
            return run(invocation, started);
        } finally {
            if (started.isPresent()) {
                started.get().close();
            }
        }
    }

    private static List<Measurement> run(Invocation invocation, Optional<PyTorch> python) throws IOException {
        Model betaVae = invocation.contributions().model("beta-vae");
        TrainingTask alone = TrainingTask.dense("tiny MLP 10-32-32-4", 4000, 1, TINY);
        List<TrainingTask> tasks = List.of(TrainingTask.conv(betaVae, 1, 80), TrainingTask.conv(betaVae, 3, 80),
                TrainingTask.dense("small MLP 40-200-200-200-20", 2000, 1, 40, 200, 200, 200, 20),
                TrainingTask.dense("discriminator 10-1000⁶-2", 40, 1, 10, 1000, 1000, 1000, 1000, 1000, 1000, 2),
                alone);
        List<Measurement> found = new ArrayList<>();
        Progress progress = invocation.progress();
        for (TrainingTask task : tasks) {
            progress.report((double) found.size() / (tasks.size() + 1), task.name());
            found.add(measure(task, python, progress.part(0, 0)));
        }
        found.add(together(found.get(tasks.size() - 1), progress.part(0, 0)));
        if (invocation.parameters().flag("memory")) {
            invocation.err().println(ResidentSet.during(alone, progress));
        }
        return found;
    }

    /** Many tiny models side by side; the reference is one alone, so many times. */
    private static Measurement together(Measurement alone, Progress progress) throws IOException {
        TrainingTask task = TrainingTask.dense("the same, " + TOGETHER + " side by side against alone", 2000, TOGETHER,
                TINY);
        double seconds = 0;
        for (int round = 0; round < ROUNDS; round++) {
            seconds += task.seconds(progress);
        }
        double steps = (double) ROUNDS * TOGETHER * task.steps();
        return new Measurement(task.name(), new Measurement.Cost(seconds, Double.NaN, Double.NaN, Double.NaN), steps,
                "model steps", steps / alone.rate());
    }

    private static Optional<PyTorch> python(Invocation invocation) throws IOException {
        Optional<String> wanted = invocation.parameters().optional("python");
        Optional<PyTorch> started = PyTorch.start(wanted.orElse("python3"));
        if (wanted.isPresent() && started.isEmpty()) {
            throw Problem.input("--python " + wanted.get() + " cannot be started or has no PyTorch; name another.");
        }
        invocation.err().println(started.map(python -> "Reference: " + python.version() + ", one thread.")
                .orElse("No reference: python3 has no PyTorch; --python names another."));
        return started;
    }

    private static Measurement measure(TrainingTask task, Optional<PyTorch> python, Progress progress)
            throws IOException {
        task.train(task.steps(), progress); // warm
        double ours = 0;
        double theirs = python.isPresent() ? 0 : Double.NaN;
        for (int round = 0; round < ROUNDS; round++) {
            ours += task.seconds(progress);
            if (python.isPresent()) {
                theirs += python.get().seconds(task.kind(), task.steps(), task.sizes());
            }
        }
        return new Measurement(task.name(), new Measurement.Cost(ours, Double.NaN, Double.NaN, Double.NaN),
                (double) ROUNDS * task.steps(), "steps", theirs);
    }
}
