package org.distaff.training.objective;

import org.distaff.training.engine.TensorNetwork;

/**
 * A network whose weights are the moving average of another's: after each move of its player,
 * {@code target ← d · target + (1 − d) · leader}. Running statistics are not averaged. It starts as the leader does and
 * gets no gradient; export it for averaged weights, or feed it as the target of a self-supervised learner.
 *
 * @param leader the network that learns
 * @param target the average, of the same layers
 * @param decay  d at each step
 */
public record Follower(TensorNetwork leader, TensorNetwork target, Schedule decay) {
}
