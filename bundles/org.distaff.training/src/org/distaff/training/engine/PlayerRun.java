package org.distaff.training.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.distaff.training.objective.Follower;
import org.distaff.training.objective.Player;

/** A player at work: the parameters it moves, its optimiser, and how often it has moved. */
final class PlayerRun implements Saved, AutoCloseable {

    private final Player player;
    private final List<Tensor> parameters;
    private final TensorVector moved;
    private final OptimiserRun optimiser;
    private final int models;
    private final Optional<PlateauRun> plateau;
    private long moves;

    PlayerRun(Player player) {
        this.player = player;
        this.parameters = player.networks().stream().flatMap(n -> n.parameters().stream()).toList();
        this.moved = new TensorVector(parameters.toArray(Tensor[]::new));
        this.models = player.networks().isEmpty() ? 1 : player.networks().get(0).models();
        this.optimiser = OptimiserRun.of(player.optimiser(), parameters, models);
        this.plateau = player.plateau().map(PlateauRun::new);
        if (plateau.isPresent() && models > 1) {
            throw new IllegalArgumentException("models that wait for plateaus of their own cannot train together");
        }
        follow(follower -> 0);
    }

    Player player() {
        return player;
    }

    /** Everything in tensors that its moves change. */
    List<Tensor> state() {
        List<Tensor> state = new ArrayList<>();
        player.networks().forEach(network -> state.addAll(network.weights()));
        player.followers().forEach(follower -> state.addAll(follower.target().weights()));
        state.addAll(optimiser.state());
        return state;
    }

    /**
     * The gradient of a loss; zero for parameters that the loss does not reach.
     *
     * @param keep whether another player will take a gradient through the same pass
     */
    TensorVector gradient(Tensor loss, boolean keep) {
        TensorVector found = torch.grad(new TensorVector(loss.sum()), moved, new TensorVector(),
                new BoolOptional(keep), false, true);
        for (int i = 0; i < parameters.size(); i++) {
            Tensor gradient = found.get(i);
            if (!gradient.defined()) {
                found.put(i, torch.zeros_like(parameters.get(i)));
            } else if (!gradient.is_contiguous()) {
                found.put(i, gradient.contiguous()); // fused kernels read it in the order of the parameter's memory
            }
        }
        return found;
    }

    /** Moves its networks, and what follows them. */
    void move(long step, TensorVector gradient) {
        double factor = player.rate().at(step) * plateau.map(PlateauRun::factor).orElse(1.0);
        optimiser.step(++moves, Clipping.apply(player.clip(), gradient, models), factor);
        follow(follower -> follower.decay().at(step));
    }

    private void follow(ToDoubleFunction<Follower> decay) {
        try (NoGradGuard guard = new NoGradGuard()) {
            for (Follower follower : player.followers()) {
                Scalar share = new Scalar(1 - decay.applyAsDouble(follower));
                List<Tensor> leaders = follower.leader().parameters();
                List<Tensor> targets = follower.target().parameters();
                for (int i = 0; i < leaders.size(); i++) {
                    targets.get(i).lerp_(leaders.get(i), share);
                }
            }
        }
    }

    /** Whether every step's loss must be told at once. */
    boolean waits() {
        return plateau.isPresent();
    }

    /** Hears what its loss was in a step in which it moved. */
    void told(double loss) {
        plateau.ifPresent(run -> run.add(loss));
    }

    @Override
    public void save(DataOutputStream out) throws IOException {
        out.writeLong(moves);
        if (plateau.isPresent()) {
            plateau.get().save(out);
        }
    }

    @Override
    public void load(DataInputStream in) throws IOException {
        moves = in.readLong();
        if (plateau.isPresent()) {
            plateau.get().load(in);
        }
    }

    @Override
    public void close() {
        moved.close();
        optimiser.close();
    }
}
