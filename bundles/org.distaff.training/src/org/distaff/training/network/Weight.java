package org.distaff.training.network;

import java.util.Arrays;
import java.util.List;

/**
 * A tensor that a layer keeps.
 *
 * @param name    what it is to its layer ("weight", "bias", "running-mean")
 * @param shape   its shape
 * @param start   what it starts from
 * @param fanIn   numbers that one output of the layer sums up; scales the initial values
 * @param fanOut  numbers that one input of the layer reaches
 * @param trained whether an optimiser moves it; if not, it is a statistic that training-mode passes update
 */
public record Weight(String name, List<Integer> shape, Start start, double fanIn, double fanOut, boolean trained) {

    /** What a weight starts from. */
    public enum Start {
        /** The initialiser's distribution of weights. */
        WEIGHT,
        /** The initialiser's distribution of biases. */
        BIAS,
        /** U(±1/√(fan in)) whatever the initialiser: recurrent layers, as PyTorch has them. */
        RECURRENT,
        /** N(0, 1) whatever the initialiser: embeddings, as PyTorch has them. */
        NORMAL,
        /** A random direction of length 1: vectors of a power iteration. */
        DIRECTION,
        ZEROS,
        ONES
    }

    public Weight {
        shape = List.copyOf(shape);
    }

    static Weight weight(double fanIn, double fanOut, Integer... shape) {
        return new Weight("weight", List.of(shape), Start.WEIGHT, fanIn, fanOut, true);
    }

    static Weight bias(double fanIn, int length) {
        return new Weight("bias", List.of(length), Start.BIAS, fanIn, 1, true);
    }

    static Weight trained(String name, Start start, double fanIn, Integer... shape) {
        return new Weight(name, List.of(shape), start, fanIn, 1, true);
    }

    static Weight statistic(String name, Start start, int length) {
        return new Weight(name, List.of(length), start, 1, 1, false);
    }

    /** Number of values. */
    public int count() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }

    /** The shape as libtorch and ONNX take it. */
    public long[] dimensions() {
        return shape.stream().mapToLong(Integer::longValue).toArray();
    }

    static void require(boolean fits, Layer layer, int[] input) {
        if (!fits) {
            throw new IllegalArgumentException(layer + " cannot take an input of shape " + Arrays.toString(input));
        }
    }
}
