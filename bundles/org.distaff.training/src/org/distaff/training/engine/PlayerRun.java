package org.distaff.training.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Terms;

/** A player at work: the parameters it moves, its optimiser, and how often it has moved. */
final class PlayerRun implements Saved, AutoCloseable {

    private final Player player;
    private final List<Tensor> parameters;
    private final OptimiserRun optimiser;
    private long moves;

    PlayerRun(Player player) {
        this.player = player;
        this.parameters = player.networks().stream().flatMap(n -> n.parameters().stream()).toList();
        this.optimiser = OptimiserRun.of(player.optimiser(), parameters);
    }

    Player player() {
        return player;
    }

    /** Everything in tensors that its moves change. */
    List<Tensor> state() {
        List<Tensor> state = new ArrayList<>();
        player.networks().forEach(network -> state.addAll(network.weights()));
        state.addAll(optimiser.state());
        return state;
    }

    /**
     * The gradient of its loss; zero for parameters that the loss does not reach.
     *
     * @param keep whether another player will take a gradient through the same pass
     */
    TensorVector gradient(Terms terms, boolean keep) {
        TensorVector found = torch.grad(new TensorVector(terms.term(player.loss()).sum()),
                new TensorVector(parameters.toArray(Tensor[]::new)), new TensorVector(), new BoolOptional(keep), false,
                true);
        for (int i = 0; i < parameters.size(); i++) {
            if (!found.get(i).defined()) {
                found.put(i, torch.zeros_like(parameters.get(i)));
            }
        }
        return found;
    }

    /** Moves its networks. */
    void move(long step, TensorVector gradient) {
        optimiser.step(++moves, gradient, player.optimiser().learningRate() * player.rate().at(step));
    }

    @Override
    public void save(DataOutputStream out) throws IOException {
        out.writeLong(moves);
    }

    @Override
    public void load(DataInputStream in) throws IOException {
        moves = in.readLong();
    }

    @Override
    public void close() {
        optimiser.close();
    }
}
