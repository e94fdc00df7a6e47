package org.distaff.training.network;

/**
 * A function of each number, or for {@link Function#SOFTMAX} of each vector.
 *
 * @param function the function
 * @param slope    its parameter; without meaning for most
 */
public record Activation(Function function, double slope) implements Layer {

    /** The functions and the usual value of their parameter. */
    public enum Function {
        RELU(0),
        /** max(x, 0) + slope · min(x, 0); TensorFlow's 0.2. */
        LEAKY_RELU(0.2),
        /** x above 0, slope · (eˣ − 1) below (Clevert et al., ICLR 2016, eq. 15). */
        ELU(1),
        TANH(0),
        SIGMOID(0),
        /** ln(1 + eˣ). */
        SOFTPLUS(0),
        /** tanh x + slope · x, invertible (Khemakhem et al., iVAE, AISTATS 2020, released code). */
        XTANH(0.1),
        IDENTITY(0),
        /** Of the last axis. */
        SOFTMAX(0);

        private final double slope;

        Function(double slope) {
            this.slope = slope;
        }
    }

    /** With the usual parameter. */
    public Activation(Function function) {
        this(function, function.slope);
    }

    @Override
    public int[] output(int[] input) {
        return input;
    }
}
