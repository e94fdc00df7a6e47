package org.distaff.training.optimiser;

/**
 * Stochastic gradient descent with momentum as PyTorch has it: {@code v ← μ v + g}, {@code θ ← θ − η v} (Sutskever et
 * al., On the Importance of Initialization and Momentum in Deep Learning, ICML 2013, §2, with η outside of v).
 *
 * @param learningRate step size η
 * @param momentum     μ, 0 for none
 * @param weightDecay  times the weight, is added to its gradient
 */
public record Sgd(double learningRate, double momentum, double weightDecay) implements Optimiser {
}
