package org.distaff.training.tests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.pytorch.Tensor;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Needs;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Terms;
import org.distaff.training.objective.Turn;

/** Players who each minimise the sum of squares of all parameters, of which each moves its own: the gradient is 2θ. */
record Quadratic(List<Player> players, List<Turn> turns) implements Objective {

    static Quadratic of(Player player) {
        return new Quadratic(List.of(player), List.of(Turn.of("step", player.name())));
    }

    @Override
    public Needs needs() {
        return Needs.observations();
    }

    @Override
    public Terms evaluate(String turn, Batch batch) {
        List<Tensor> squares = new ArrayList<>();
        Map<String, Tensor> terms = new LinkedHashMap<>();
        for (Player player : players) {
            for (TensorNetwork network : player.networks()) {
                network.parameters().forEach(p -> squares.add(p.square().sum()));
            }
        }
        terms.put("loss", squares.stream().reduce(Tensor::add).orElseThrow());
        return new Terms(terms);
    }
}
