package org.distaff.training.objective;

import java.util.List;
import java.util.Optional;

import org.bytedeco.pytorch.Tensor;

/**
 * A learning method over networks that the objective holds: who moves which of them, what a step reads, and the losses.
 * Every method is called inside a PointerScope, so intermediate tensors need no care.
 *
 * <p>Models of one architecture can train together with a leading model axis. An objective is fit for that when it
 * counts axes from the end, takes what differs between the models through {@link Setting}s, and reduces each term to a
 * scalar of one model: [M] when the batch is [M, B, …]. Gradients are those of the sum over models, so no model feels
 * another.
 */
public interface Objective {

    /** Who moves what. */
    List<Player> players();

    /** The passes of one step, in order; by default one, from which all players learn at once. */
    default List<Turn> turns() {
        return List.of(new Turn("step", players().stream().map(Player::name).toList()));
    }

    /** What a step reads. */
    Needs needs();

    /**
     * The terms of a batch. A turn always gives the same names; it is skipped in steps in which none of its players
     * moves.
     *
     * @param turn name of the pass
     */
    Terms evaluate(String turn, Batch batch);

    /**
     * Further numbers worth a curve, asked for once per row of training.csv, without gradients and with the networks
     * in evaluation mode. A vector [D] becomes D columns: name-1, name-2, ….
     */
    default Terms monitor(Batch batch) {
        return Terms.NONE;
    }

    /** How to draw reconstructions and traversals, for methods that can. */
    default Optional<Pictures> pictures() {
        return Optional.empty();
    }

    /** Tensors besides the networks' that steps change in place (an adaptive β); checkpoints keep them. */
    default List<Tensor> state() {
        return List.of();
    }
}
