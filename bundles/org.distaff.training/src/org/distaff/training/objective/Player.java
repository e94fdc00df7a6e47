package org.distaff.training.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.optimiser.Clip;
import org.distaff.training.optimiser.Optimiser;
import org.distaff.training.optimiser.Plateau;

/**
 * An optimiser over some networks. It takes the gradient of one term with respect to the parameters of its own networks
 * and of no others, whatever else the term depends on: a discriminator's loss never reaches the encoder.
 *
 * @param name      unique among the players ("vae", "discriminator")
 * @param networks  what it moves
 * @param loss      name of the term it minimises
 * @param optimiser how
 * @param rate      scales the optimiser's learning rate, as a function of the step
 * @param plateau   lowers the rate when the loss no longer falls
 * @param clip      bounds its gradients
 * @param first     first step in which it moves, counted from 1
 * @param every     moves every so many steps from the first on
 * @param followers averages that follow its networks
 */
public record Player(String name, List<TensorNetwork> networks, String loss, Optimiser optimiser, Schedule rate,
        Optional<Plateau> plateau, Clip clip, long first, int every, List<Follower> followers) {

    public Player {
        networks = List.copyOf(networks);
        followers = List.copyOf(followers);
    }

    /** A player that minimises the term {@code loss} in every step at a constant rate. */
    public static Player of(String name, List<TensorNetwork> networks, Optimiser optimiser) {
        return new Player(name, networks, "loss", optimiser, Schedule.constant(1), Optional.empty(), Clip.NONE, 1, 1,
                List.of());
    }

    /** Minimises another term. */
    public Player minimising(String term) {
        return new Player(name, networks, term, optimiser, rate, plateau, clip, first, every, followers);
    }

    /** Scales the learning rate. */
    public Player scheduled(Schedule factor) {
        return new Player(name, networks, loss, optimiser, factor, plateau, clip, first, every, followers);
    }

    /** Lowers the learning rate on plateaus. */
    public Player lowering(Plateau when) {
        return new Player(name, networks, loss, optimiser, rate, Optional.of(when), clip, first, every, followers);
    }

    /** Bounds the gradients. */
    public Player clipped(Clip bound) {
        return new Player(name, networks, loss, optimiser, rate, plateau, bound, first, every, followers);
    }

    /** Stands still before step {@code start}. */
    public Player from(long start) {
        return new Player(name, networks, loss, optimiser, rate, plateau, clip, start, every, followers);
    }

    /** Moves in one of {@code count} steps. */
    public Player oncePer(int count) {
        return new Player(name, networks, loss, optimiser, rate, plateau, clip, first, count, followers);
    }

    /** Is followed by an average. */
    public Player followedBy(Follower follower) {
        List<Follower> all = new ArrayList<>(followers);
        all.add(follower);
        return new Player(name, networks, loss, optimiser, rate, plateau, clip, first, every, all);
    }

    /** Whether it moves in a step. */
    public boolean moves(long step) {
        return step >= first && (step - first) % every == 0;
    }
}
