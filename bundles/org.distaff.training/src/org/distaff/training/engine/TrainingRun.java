package org.distaff.training.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.progress.Cancelled;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Terms;
import org.distaff.training.objective.Turn;

/** One optimisation from where its checkpoint stands to its last step. */
final class TrainingRun implements AutoCloseable {

    /** A run that is killed loses at most this much of its work. */
    private static final long CHECKPOINT_NANOS = 20_000_000_000L;

    /** Steps between two looks at the terms. */
    private static final int REPORT = 10;

    private final List<TrainingContext> contexts;
    private final Objective objective;
    private final int steps;
    private final Map<String, PlayerRun> players;
    private final Set<TensorNetwork> networks = new LinkedHashSet<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Saved> parts = new ArrayList<>();
    private final List<Curves> curves;
    private final TermLog log;
    private final Checkpoint checkpoint;
    private final BatchStream batches;

    TrainingRun(List<TrainingContext> contexts, Objective objective, String fingerprint) {
        this.contexts = contexts;
        this.objective = objective;
        this.steps = contexts.get(0).settings().steps();
        this.players = objective.players().stream().map(PlayerRun::new).collect(Collectors.toMap(
                run -> run.player().name(), run -> run, (one, other) -> {
                    throw new IllegalArgumentException("two players named " + one.player().name());
                }, LinkedHashMap::new));
        this.curves = contexts.stream().map(context -> new Curves(steps)).toList();
        this.log = new TermLog(contexts.size());
        this.checkpoint = new Checkpoint(contexts.get(0).folder(), fingerprint);
        this.batches = new BatchStream(contexts, objective.needs(), new Device("cpu"));
        for (PlayerRun player : players.values()) {
            networks.addAll(player.player().networks());
            tensors.addAll(player.state());
            parts.add(player);
        }
        tensors.addAll(objective.state());
        parts.addAll(curves);
    }

    void run() throws IOException {
        long step = checkpoint.load(tensors, parts);
        long first = step;
        long started = System.nanoTime();
        long saved = started;
        while (step < steps) {
            if (contexts.get(0).progress().cancelled()) {
                look();
                checkpoint.save(step, tensors, parts);
                throw new Cancelled();
            }
            step(++step);
            if (step % REPORT == 0 || step == steps) {
                double loss = look();
                double seconds = (System.nanoTime() - started) / 1e9;
                String message = String.format(Locale.ROOT, "step %d of %d, loss %.2f, %.0f steps/s", step, steps, loss,
                        (step - first) / seconds);
                for (TrainingContext context : contexts) {
                    context.progress().report((double) step / steps, message);
                }
                if (System.nanoTime() - saved > CHECKPOINT_NANOS) {
                    checkpoint.save(step, tensors, parts);
                    saved = System.nanoTime();
                }
            }
        }
        for (TensorNetwork network : networks) {
            network.notFinite(0).ifPresent(what -> { // the last update is followed by no loss that would tell
                throw diverged(steps, what);
            });
        }
        for (int m = 0; m < contexts.size(); m++) {
            curves.get(m).write(contexts.get(m).folder().resolve("training.csv"));
        }
        checkpoint.delete();
    }

    private void step(long step) {
        try (PointerScope scope = new PointerScope()) {
            Batch batch = batches.batch(step);
            Map<String, Tensor> terms = new LinkedHashMap<>();
            for (Turn turn : objective.turns()) {
                List<PlayerRun> movers = turn.players().stream().map(this::player)
                        .filter(run -> run.player().moves(step)).toList();
                if (!movers.isEmpty()) {
                    terms.putAll(turn(turn, movers, batch).parts());
                }
            }
            if (curves.get(0).endsRow(step)) {
                try (NoGradGuard guard = new NoGradGuard()) {
                    terms.putAll(columns(objective.monitor(batch)));
                }
            }
            if (!terms.isEmpty()) {
                log.add(step, terms);
            }
        }
    }

    private PlayerRun player(String name) {
        PlayerRun run = players.get(name);
        if (run == null) {
            throw new IllegalArgumentException("a turn names the player " + name + ", but there are " + players.keySet());
        }
        return run;
    }

    private Terms turn(Turn turn, List<PlayerRun> movers, Batch batch) {
        Terms terms = objective.evaluate(turn.name(), batch);
        List<TensorVector> gradients = new ArrayList<>();
        for (int i = 0; i < movers.size(); i++) {
            gradients.add(movers.get(i).gradient(terms, i < movers.size() - 1));
        }
        try (NoGradGuard guard = new NoGradGuard()) {
            for (int i = 0; i < movers.size(); i++) {
                movers.get(i).move(batch.step(), gradients.get(i));
            }
        }
        return terms;
    }

    /** A vector over latents stands for one column each. */
    private Map<String, Tensor> columns(Terms monitored) {
        Map<String, Tensor> columns = new LinkedHashMap<>();
        int scalar = contexts.size() == 1 ? 0 : 1;
        monitored.parts().forEach((name, value) -> {
            if (value.dim() == scalar) {
                columns.put(name, value);
            } else {
                for (long i = 0; i < value.size(-1); i++) {
                    columns.put(name + "-" + (i + 1), value.select(-1, i));
                }
            }
        });
        return columns;
    }

    /** Takes what the last steps computed into the curves and returns the last value of the first term. */
    private double look() {
        double last = Double.NaN;
        for (TermLog.Row row : log.fetch()) {
            for (Map.Entry<String, double[]> term : row.terms().entrySet()) {
                for (int m = 0; m < contexts.size(); m++) {
                    double value = term.getValue()[m];
                    if (!Double.isFinite(value)) {
                        throw diverged(row.step(), term.getKey() + " is " + value);
                    }
                    curves.get(m).add(term.getKey(), value);
                }
            }
            last = row.terms().values().iterator().next()[0];
            curves.forEach(curve -> curve.endStep(row.step()));
        }
        return last;
    }

    private Problem diverged(long step, String what) {
        return Problem.never("Training diverged at step " + step + ": " + what
                + "; use a smaller learning rate or weaker regularisation.");
    }

    @Override
    public void close() {
        batches.close();
        log.close();
        players.values().forEach(PlayerRun::close);
    }
}
