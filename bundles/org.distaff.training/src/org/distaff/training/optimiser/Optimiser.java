package org.distaff.training.optimiser;

/** A rule that turns gradients into steps, as data. */
public sealed interface Optimiser permits Adam, Adagrad, Sgd, Lars {

    /** Step size, before a player's schedule scales it. */
    double learningRate();
}
