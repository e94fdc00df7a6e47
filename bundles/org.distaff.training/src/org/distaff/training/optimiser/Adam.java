package org.distaff.training.optimiser;

/**
 * Adam (Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015, algorithm 1).
 *
 * @param learningRate step size
 * @param beta1        decay of the first moment
 * @param beta2        decay of the second moment
 * @param epsilon      added to the root of the second moment
 * @param weightDecay  times the weight, is added to its gradient
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Optimiser {

    /** Without weight decay. */
    public Adam(double learningRate, double beta1, double beta2, double epsilon) {
        this(learningRate, beta1, beta2, epsilon, 0);
    }

    /** β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-8);
    }

    /** The same with that weight decay. */
    public Adam decaying(double decay) {
        return new Adam(learningRate, beta1, beta2, epsilon, decay);
    }
}
