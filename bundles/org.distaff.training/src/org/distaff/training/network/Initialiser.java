package org.distaff.training.network;

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

    /** Draws all weights of a network, in the order of {@link Network#weights()}. */
    public List<float[]> draw(Network network, RandomGenerator random) {
        return network.weights().stream().map(weight -> draw(weight, random)).toList();
    }

    private float[] draw(Weight weight, RandomGenerator random) {
        float[] values = new float[weight.count()];
        switch (weight.start()) {
            case WEIGHT -> uniform(values, bound(weight), random);
            case BIAS -> uniform(values, this == PYTORCH_DEFAULT ? 1 / Math.sqrt(weight.fanIn()) : 0, random);
            case RECURRENT -> uniform(values, 1 / Math.sqrt(weight.fanIn()), random);
            case NORMAL -> normal(values, random);
            case DIRECTION -> {
                normal(values, random);
                double length = 0;
                for (float value : values) {
                    length += value * value;
                }
                for (int i = 0; i < values.length; i++) {
                    values[i] /= (float) Math.sqrt(length);
                }
            }
            case ZEROS -> Arrays.fill(values, 0);
            case ONES -> Arrays.fill(values, 1);
        }
        return values;
    }

    private double bound(Weight weight) {
        return switch (this) {
            case GLOROT_UNIFORM -> Math.sqrt(6 / (weight.fanIn() + weight.fanOut()));
            case KAIMING_UNIFORM -> Math.sqrt(6 / weight.fanIn());
            case PYTORCH_DEFAULT -> 1 / Math.sqrt(weight.fanIn());
        };
    }

    private static void normal(float[] values, RandomGenerator random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
    }

    private static void uniform(float[] values, double bound, RandomGenerator random) {
        for (int i = 0; bound > 0 && i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
    }
}
