package org.distaff.training.optimiser;

/**
 * Lowers the learning rate when a player's loss stops falling: the mean loss over {@code window} steps is compared with
 * the lowest so far; after {@code patience} windows without a relative gain of {@code threshold} the rate is multiplied
 * by {@code factor}. What it remembers is part of a checkpoint.
 *
 * @param window    steps that are averaged, from 1
 * @param patience  windows without gain that are tolerated
 * @param factor    in (0, 1)
 * @param threshold relative gain that counts, PyTorch's 1e-4
 * @param minimum   smallest product of all factors
 */
public record Plateau(int window, int patience, double factor, double threshold, double minimum) {
}
