package org.distaff.training.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A chain of layers, described once: run by libtorch, exported to ONNX, printed.
 *
 * @param name   name, unique among the networks of a model ("decoder"); prefixes its parameters' names
 * @param input  shape of one input example
 * @param layers the layers; each must take what the one before makes
 */
public record Network(String name, List<Integer> input, List<Layer> layers) {

    public Network {
        input = List.copyOf(input);
        layers = List.copyOf(layers);
        outputOf(shape(input), layers); // throws when the layers do not fit together
    }

    public static Network of(String name, int[] input, List<Layer> layers) {
        return new Network(name, Arrays.stream(input).boxed().toList(), layers);
    }

    /** Shape of one output example. */
    public int[] output() {
        return outputOf(shape(input), layers);
    }

    /** Number of trained parameters. */
    public long parameterCount() {
        return weights().stream().filter(Weight::trained).mapToLong(Weight::count).sum();
    }

    /** Everything the layers keep, in their order: the order of values wherever a network's values stand in a list. */
    public List<Weight> weights() {
        return weightsOf(layers);
    }

    /** Whether some layer drops numbers at random. */
    public boolean drops() {
        return drops(layers);
    }

    private static boolean drops(List<Layer> layers) {
        return layers.stream().anyMatch(layer -> switch (layer) {
            case Dropout dropout -> true;
            case Residual residual -> drops(residual.body());
            case Concatenation both -> drops(both.body());
            case AffineCoupling coupling -> drops(coupling.body());
            default -> false;
        });
    }

    static List<Weight> weightsOf(List<Layer> layers) {
        return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
    }

    /** One line per layer with the shape it makes. */
    public String print() {
        StringBuilder text = new StringBuilder(name + " " + input + ", " + parameterCount() + " parameters\n");
        List<Layer> before = new ArrayList<>();
        for (Layer layer : layers) {
            before.add(layer);
            text.append("  ").append(layer).append(" → ").append(Arrays.toString(outputOf(shape(input), before)))
                    .append('\n');
        }
        return text.toString();
    }

    private static int[] shape(List<Integer> input) {
        return input.stream().mapToInt(Integer::intValue).toArray();
    }

    static int[] outputOf(int[] input, List<Layer> layers) {
        int[] shape = input;
        for (Layer layer : layers) {
            shape = layer.output(shape);
        }
        return shape;
    }
}
