package org.distaff.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final int ROUNDS = 5;
    /** Rounds that go before unmeasured, while Java compiles what is called often. */
    private static final int WARM = 4;
    private static final int TOGETHER = 16;
    private static final Integer[] TINY = {10, 32, 32, 4};

    /** What one round of the reference takes, in processor seconds for as much work as ours. */
    private interface Reference {
        double seconds() throws IOException;
    }

    @Override
    public List<Measurement> run(Invocation invocation) throws IOException {
        TrainingTask alone = TrainingTask.dense("tiny MLP 10-32-32-4", 3000, 1, TINY);
        if (invocation.parameters().flag("memory")) {
            return ResidentSet.during(alone, invocation);
        }
        Optional<PyTorch> started = python(invocation);
        try {
            return run(invocation, started, alone);
        } finally {
            if (started.isPresent()) {
                started.get().close();
            }
        }
    }

    private static List<Measurement> run(Invocation invocation, Optional<PyTorch> python, TrainingTask alone)
            throws IOException {
        Model betaVae = invocation.contributions().model("beta-vae");
        List<TrainingTask> tasks = List.of(TrainingTask.conv(betaVae, 1, 24), TrainingTask.conv(betaVae, 3, 24),
                TrainingTask.dense("small MLP 40-200-200-200-20", 1500, 1, 40, 200, 200, 200, 20),
                TrainingTask.dense("discriminator 10-1000⁶-2", 16, 1, 10, 1000, 1000, 1000, 1000, 1000, 1000, 2),
                alone);
        List<Measurement> found = new ArrayList<>();
        for (TrainingTask task : tasks) {
            Optional<Reference> reference = python.map(
                    p -> () -> p.seconds(task.kind(), task.steps(), task.sizes()));
            found.add(measure(task, 1, "steps", reference, part(invocation, found.size(), tasks.size() + 1)));
        }
        TrainingTask together = TrainingTask.dense("the same, " + TOGETHER + " side by side against alone", 800,
                TOGETHER, TINY);
        Reference sameAlone = () -> alone.seconds(invocation.progress()) / alone.steps() * together.steps() * TOGETHER;
        found.add(measure(together, TOGETHER, "model steps", Optional.of(sameAlone),
                part(invocation, found.size(), tasks.size() + 1)));
        return found;
    }

    private static Progress part(Invocation invocation, int task, int tasks) {
        return invocation.progress().part((double) task / tasks, (double) (task + 1) / tasks);
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

    /** @param models that take each step */
    private static Measurement measure(TrainingTask task, int models, String unit, Optional<Reference> reference,
            Progress progress) throws IOException {
        progress.report(0, task.name());
        for (int round = 0; round < WARM; round++) {
            task.seconds(progress);
        }
        double ours = 0;
        double theirs = reference.isPresent() ? 0 : Double.NaN;
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            progress.check();
            double own = task.seconds(progress);
            ours += own;
            String told = "";
            if (reference.isPresent()) {
                double other = reference.get().seconds();
                theirs += other;
                ratios.add(other / own);
                told = String.format(Locale.ROOT, ", %.2f times as fast", other / own);
            }
            progress.report((round + 1.0) / ROUNDS, task.name() + ", round " + (round + 1) + " of " + ROUNDS + told);
        }
        return new Measurement(task.name(), new Measurement.Cost(ours, Double.NaN, Double.NaN, Double.NaN),
                (double) ROUNDS * task.steps() * models, unit, theirs, ratios);
    }
}
