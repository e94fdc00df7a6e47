package org.distaff.training.optimiser;

/**
 * Layer-wise adaptive rate scaling (You, Gitman and Ginsburg, Large Batch Training of Convolutional Networks, 2017,
 * algorithm 1), as Barlow Twins has it: momentum on {@code g' = (g + λθ) · t‖θ‖ / ‖g + λθ‖}. Biases and the scales and
 * shifts of normalisation (parameters of one axis) are neither scaled nor decayed.
 *
 * @param learningRate     step size of weights
 * @param biasLearningRate step size of parameters of one axis
 * @param momentum         μ
 * @param weightDecay      λ
 * @param trust            t
 */
public record Lars(double learningRate, double biasLearningRate, double momentum, double weightDecay, double trust)
        implements Optimiser {

    /** One rate for all, momentum 0.9, weight decay 1e-6, t = 0.001 (Zbontar et al., Barlow Twins, ICML 2021, §2.2). */
    public Lars(double learningRate) {
        this(learningRate, learningRate, 0.9, 1e-6, 0.001);
    }
}
