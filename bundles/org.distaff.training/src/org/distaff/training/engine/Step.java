package org.distaff.training.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Terms;
import org.distaff.training.objective.Turn;

/** What happens in one step: the turns of the players, then the monitors. */
final class Step {

    private final Objective objective;
    private final Map<String, PlayerRun> players;
    private final Set<TensorNetwork> networks;
    private final List<TensorNetwork> dropping;
    private final List<Long> seeds;

    /** @param seeds of the models */
    Step(Objective objective, Map<String, PlayerRun> players, Set<TensorNetwork> networks, List<Long> seeds) {
        this.objective = objective;
        this.players = players;
        this.networks = networks;
        this.seeds = seeds;
        this.dropping = networks.stream().filter(network -> network.network().drops()).toList();
    }

    /**
     * Called inside a PointerScope.
     *
     * @param monitored whether the monitors are asked
     * @return all terms
     */
    Map<String, Tensor> take(Batch batch, boolean monitored) {
        for (TensorNetwork network : dropping) {
            network.reseed(seeds.stream().mapToLong(seed -> RandomStreams.seed(seed,
                    "training/dropout/" + network.network().name() + "/" + batch.step())).toArray());
        }
        Map<String, Tensor> terms = new LinkedHashMap<>();
        for (Turn turn : objective.turns()) {
            List<PlayerRun> movers = turn.players().stream().map(this::player)
                    .filter(run -> run.player().moves(batch.step())).toList();
            if (!movers.isEmpty()) {
                terms.putAll(turn(turn, movers, batch).parts());
            }
        }
        if (monitored) {
            terms.putAll(monitor(batch));
        }
        return terms;
    }

    private PlayerRun player(String name) {
        PlayerRun run = players.get(name);
        if (run == null) {
            throw new IllegalArgumentException("a turn names the player " + name + ", but there are "
                    + players.keySet());
        }
        return run;
    }

    private Terms turn(Turn turn, List<PlayerRun> movers, Batch batch) {
        Terms terms = objective.evaluate(turn.name(), batch);
        List<TensorVector> gradients = new ArrayList<>();
        for (int i = 0; i < movers.size(); i++) {
            PlayerRun mover = movers.get(i);
            gradients.add(mover.gradient(terms.term(turn.loss().orElse(mover.player().loss())),
                    i < movers.size() - 1));
        }
        try (NoGradGuard guard = new NoGradGuard()) {
            for (int i = 0; i < movers.size(); i++) {
                movers.get(i).move(batch.step(), gradients.get(i));
            }
        }
        return terms;
    }

    /** A vector over latents stands for one column each. */
    private Map<String, Tensor> monitor(Batch batch) {
        Map<String, Tensor> columns = new LinkedHashMap<>();
        evaluating(() -> objective.monitor(batch)).parts().forEach((name, value) -> {
            if (value.dim() == (seeds.size() == 1 ? 0 : 1)) {
                columns.put(name, value);
            } else {
                for (long i = 0; i < value.size(-1); i++) {
                    columns.put(name + "-" + (i + 1), value.select(-1, i));
                }
            }
        });
        return columns;
    }

    /** Does something without gradients, with the networks in evaluation mode. */
    <T> T evaluating(Supplier<T> work) {
        networks.forEach(network -> network.mode(Mode.EVALUATE));
        try (NoGradGuard guard = new NoGradGuard()) {
            return work.get();
        } finally {
            networks.forEach(network -> network.mode(Mode.TRAIN));
        }
    }
}
