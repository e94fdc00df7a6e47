package org.distaff.training.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.progress.Cancelled;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Player;

/** One optimisation from where its checkpoint stands to its last step. */
final class TrainingRun implements AutoCloseable {

    /** A run that is killed loses at most 20 seconds of its work, or what -Ddistaff.checkpoint.seconds says. */
    private static final long CHECKPOINT_NANOS = 1_000_000_000L * Long.getLong("distaff.checkpoint.seconds", 20);

    /** Nobody reads faster; with many small models side by side telling would cost more than a step. */
    private static final long REPORT_NANOS = 50_000_000L;

    /** Steps between two looks at the terms. */
    private static final int LOOK = 10;

    private final List<TrainingContext> contexts;
    private final int steps;
    private final Map<String, PlayerRun> players = new LinkedHashMap<>();
    private final Set<TensorNetwork> networks = new LinkedHashSet<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Saved> parts = new ArrayList<>();
    private final Members members;
    private final TermLog log;
    private final Checkpoint checkpoint;
    private final BatchStream batches;
    private final Step step;
    private final PictureLog pictures;

    TrainingRun(List<TrainingContext> contexts, Objective objective, String fingerprint) {
        this.contexts = contexts;
        this.steps = contexts.get(0).settings().steps();
        this.members = new Members(contexts);
        this.log = new TermLog(contexts.size());
        this.checkpoint = new Checkpoint(contexts.get(0).folder(), fingerprint);
        Device device = LibTorch.device(contexts.get(0).device());
        this.batches = new BatchStream(contexts, objective.needs(), device);
        for (Player player : objective.players()) {
            networks.addAll(player.networks());
            player.followers().forEach(follower -> networks.add(follower.target()));
        }
        if (!device.is_cpu()) {
            networks.forEach(network -> network.moveTo(device));
        }
        for (Player player : objective.players()) {
            PlayerRun run = new PlayerRun(player);
            if (players.put(player.name(), run) != null) {
                throw new IllegalArgumentException("two players are named " + player.name());
            }
            tensors.addAll(run.state());
            parts.add(run);
        }
        tensors.addAll(objective.state());
        parts.add(members);
        this.step = new Step(objective, players, networks, contexts.stream().map(TrainingContext::seed).toList());
        this.pictures = new PictureLog(contexts, objective.pictures(), device);
    }

    /** @return what stopped each model, if anything did */
    List<Optional<Problem>> run() throws IOException {
        try {
            optimise();
        } finally {
            List<Optional<Problem>> problems = members.problems();
            for (int m = 0; m < problems.size(); m++) {
                if (problems.get(m).isPresent()) {
                    pictures.delete(m);
                }
            }
        }
        return members.problems();
    }

    private void optimise() throws IOException {
        long done = checkpoint.load(tensors, parts);
        long first = done;
        long started = System.nanoTime();
        long saved = started;
        long told = started - REPORT_NANOS;
        boolean always = players.values().stream().anyMatch(PlayerRun::waits);
        while (done < steps && members.anyLeft()) {
            if (contexts.stream().anyMatch(context -> context.progress().cancelled())) {
                look();
                checkpoint.save(done, tensors, parts);
                throw new Cancelled();
            }
            done++;
            try (PointerScope scope = new PointerScope()) {
                log.add(done, step.take(batches.batch(done), members.endsRow(done)));
            }
            if (always || done % LOOK == 0 || done == steps) {
                double loss = look();
                if (done == steps || done % LOOK == 0 && System.nanoTime() - told >= REPORT_NANOS) {
                    told = System.nanoTime();
                    report(done, loss, (done - first) / ((System.nanoTime() - started) / 1e9));
                }
                if (pictures.due(done)) { // before the checkpoint, or a kill between both would lose them
                    pictures.write(done, step.evaluating(pictures::draw));
                }
                if (System.nanoTime() - saved >= CHECKPOINT_NANOS) {
                    checkpoint.save(done, tensors, parts);
                    saved = System.nanoTime();
                }
            }
        }
        members.checkWeights(done, networks);
        members.write();
        for (TrainingContext context : contexts) {
            Checkpoint.delete(context.folder()); // also those of trainings in other company
        }
    }

    private void report(long done, double loss, double rate) {
        String message = String.format(Locale.ROOT, "step %d of %d, loss %.2f, %.0f steps/s", done, steps, loss, rate);
        for (TrainingContext context : contexts) {
            context.progress().report((double) done / steps, message);
        }
    }

    /** Takes what the last steps computed into the curves and returns the last value of the first term. */
    private double look() {
        double last = Double.NaN;
        for (TermLog.Row row : log.fetch()) {
            members.add(row, networks);
            for (PlayerRun run : players.values()) {
                double[] loss = row.terms().get(run.player().loss());
                if (loss != null && run.player().moves(row.step())) {
                    run.told(loss[0]);
                }
            }
            last = row.terms().isEmpty() ? last : row.terms().values().iterator().next()[0];
        }
        return last;
    }

    @Override
    public void close() {
        batches.close();
        log.close();
        players.values().forEach(PlayerRun::close);
    }
}
