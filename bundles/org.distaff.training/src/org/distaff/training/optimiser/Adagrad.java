package org.distaff.training.optimiser;

/**
 * Adagrad (Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, JMLR
 * 2011, figure 1 with a diagonal matrix).
 *
 * @param learningRate step size
 * @param initial      what the sum of squares starts from (PyTorch 0, TensorFlow 0.1)
 * @param epsilon      added to the root of the sum of squares
 * @param weightDecay  times the weight, is added to its gradient
 */
public record Adagrad(double learningRate, double initial, double epsilon, double weightDecay) implements Optimiser {

    /** PyTorch's defaults: sums start from 0, ε = 1e-10, no weight decay. */
    public Adagrad(double learningRate) {
        this(learningRate, 0, 1e-10, 0);
    }
}
