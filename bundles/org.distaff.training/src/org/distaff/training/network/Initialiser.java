package org.distaff.training.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** How weights start, as the papers' frameworks had it. */
public enum Initialiser {
    /** U(±√(6/(fan in + fan out))), zero biases: TensorFlow's default (Glorot and Bengio, AISTATS 2010, eq. 16). */
    GLOROT_UNIFORM,
    /** U(±√(6/fan in)), zero biases (He et al., ICCV 2015, eq. 10 as a uniform distribution). */
    KAIMING_UNIFORM,
    /** U(±1/√(fan in)) for weights and biases: PyTorch's default for linear and convolutional layers. */
    PYTORCH_DEFAULT;

    /** The name in study files: glorot-uniform. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The initialiser with that id. */
    public static Initialiser of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Draws all parameters of a network, in the order of {@link Network#parameterShapes()}. */
    public List<float[]> draw(Network network, RandomGenerator random) {
        List<float[]> parameters = new ArrayList<>();
        for (Layer layer : network.layers()) {
            if (layer.parameters().isEmpty()) {
                continue;
            }
            long[] weight = layer.parameters().get(0);
            double receptive = weight.length == 4 ? weight[2] * weight[3] : 1;
            double fanIn = weight[1] * receptive;
            double fanOut = weight[0] * receptive;
            double bound = switch (this) {
                case GLOROT_UNIFORM -> Math.sqrt(6 / (fanIn + fanOut));
                case KAIMING_UNIFORM -> Math.sqrt(6 / fanIn);
                case PYTORCH_DEFAULT -> 1 / Math.sqrt(fanIn);
            };
            double biasBound = this == PYTORCH_DEFAULT ? bound : 0;
            parameters.add(uniform(weight, bound, random));
            parameters.add(uniform(layer.parameters().get(1), biasBound, random));
        }
        return parameters;
    }

    private static float[] uniform(long[] shape, double bound, RandomGenerator random) {
        float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; bound > 0 && i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
