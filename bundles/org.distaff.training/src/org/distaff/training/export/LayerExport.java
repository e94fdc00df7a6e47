package org.distaff.training.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.distaff.onnx.build.OnnxGraph;
import org.distaff.training.network.Activation;
import org.distaff.training.network.AffineCoupling;
import org.distaff.training.network.BatchNorm;
import org.distaff.training.network.Concatenation;
import org.distaff.training.network.Convolution;
import org.distaff.training.network.Dense;
import org.distaff.training.network.Dropout;
import org.distaff.training.network.Embedding;
import org.distaff.training.network.Flatten;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Recurrent;
import org.distaff.training.network.Reshape;
import org.distaff.training.network.Residual;
import org.distaff.training.network.Size;
import org.distaff.training.network.SpectralNorm;
import org.distaff.training.network.TransposedConvolution;
import org.distaff.training.network.Weight;

/** Writes layer after layer into a graph, as the evaluating network computes them. */
final class LayerExport {

    private final OnnxGraph graph;
    private final String name;
    private final Iterator<float[]> values;
    private int constants;

    /** @param values the weights' values in the order of the layers */
    LayerExport(OnnxGraph graph, String name, List<float[]> values) {
        this.graph = graph;
        this.name = name;
        this.values = values.iterator();
    }

    String through(List<Layer> layers, String input) {
        String value = input;
        for (Layer layer : layers) {
            value = append(layer, value);
        }
        return value;
    }

    private String append(Layer layer, String x) {
        return switch (layer) {
            case SpectralNorm norm -> append(norm.layer(), x, SpectralWeights.divided(norm, take(norm)));
            case Residual residual -> graph.node("Add", List.of(x, through(residual.body(), x)), Map.of());
            case Concatenation both -> graph.node("Concat", List.of(x, through(both.body(), x)), Map.of("axis", 1L));
            case AffineCoupling coupling -> coupling(coupling, x);
            default -> append(layer, x, take(layer));
        };
    }

    private List<float[]> take(Layer layer) {
        List<float[]> taken = new ArrayList<>();
        for (int i = layer.weights().size(); i > 0; i--) {
            taken.add(values.next());
        }
        return taken;
    }

    private String append(Layer layer, String x, List<float[]> w) {
        return switch (layer) {
            case Dense dense -> dense(dense, x, w);
            case Convolution c -> graph.node("Conv", with(x, layer, w), Map.of("kernel_shape", c.kernel().pair(),
                    "strides", c.stride().pair(), "pads", border(c.padding())));
            case TransposedConvolution c -> graph.node("ConvTranspose", with(x, layer, w),
                    Map.of("kernel_shape", c.kernel().pair(), "strides", c.stride().pair(), "pads", border(c.padding()),
                            "output_padding", c.outputPadding().pair()));
            case BatchNorm norm -> batchNorm(norm, x, w);
            case Recurrent recurrent -> new RecurrentExport(graph, this::constantName).append(recurrent, x, w);
            case Embedding embedding -> graph.node("Gather", List.of(constant(layer.weights().get(0), w.get(0)),
                    graph.node("Cast", List.of(x), Map.of("to", 7L))), Map.of("axis", 0L)); // 7: int64
            case Dropout dropout -> x;
            case Activation activation -> activation(activation, x);
            case Flatten flatten -> graph.node("Flatten", List.of(x), Map.of("axis", 1L));
            case Reshape r -> graph.node("Reshape", List.of(x, graph.constant(constantName("shape"),
                    new long[] {-1, r.channels(), r.height(), r.width()})), Map.of());
            default -> throw new IllegalArgumentException("no " + layer);
        };
    }

    /** MatMul also takes sequences, but wants the weight as [in, out]. */
    private String dense(Dense dense, String x, List<float[]> w) {
        float[] turned = new float[w.get(0).length];
        for (int o = 0; o < dense.out(); o++) {
            for (int i = 0; i < dense.in(); i++) {
                turned[i * dense.out() + o] = w.get(0)[o * dense.in() + i];
            }
        }
        String product = graph.node("MatMul", List.of(x, graph.constant(constantName("weight"), turned, dense.in(),
                dense.out())), Map.of());
        return dense.bias() ? graph.node("Add", List.of(product, vector("bias", w.get(1))), Map.of()) : product;
    }

    private String batchNorm(BatchNorm norm, String x, List<float[]> w) {
        float[] ones = new float[norm.features()];
        Arrays.fill(ones, 1);
        float[] scale = norm.affine() ? w.get(2) : ones;
        float[] shift = norm.affine() ? w.get(3) : new float[norm.features()];
        return graph.node("BatchNormalization", List.of(x, vector("scale", scale), vector("shift", shift),
                vector("mean", w.get(0)), vector("variance", w.get(1))), Map.of("epsilon", (float) norm.epsilon()));
    }

    private String coupling(AffineCoupling c, String x) {
        int split = c.split();
        int features = c.features();
        String first = slice(x, 0, split);
        String second = slice(x, split, features);
        String passing = c.swapped() ? second : first;
        String changing = c.swapped() ? first : second;
        int width = c.swapped() ? split : features - split;
        String both = through(c.body(), passing);
        String scale = slice(both, 0, width);
        String scaled = graph.node("Mul", List.of(changing, graph.node("Exp", List.of(scale), Map.of())), Map.of());
        String changed = graph.node("Add", List.of(scaled, slice(both, width, 2 * width)), Map.of());
        String sum = graph.node("ReduceSum", List.of(scale, graph.constant(constantName("axes"), new long[] {1})),
                Map.of("keepdims", 1L));
        String determinant = graph.node("Add", List.of(slice(x, features, features + 1), sum), Map.of());
        return graph.node("Concat", c.swapped() ? List.of(changed, passing, determinant)
                : List.of(passing, changed, determinant), Map.of("axis", 1L));
    }

    private String slice(String x, int from, int to) {
        return graph.node("Slice", List.of(x, graph.constant(constantName("from"), new long[] {from}),
                graph.constant(constantName("to"), new long[] {to}),
                graph.constant(constantName("axes"), new long[] {1})), Map.of());
    }

    private String activation(Activation activation, String x) {
        Map<String, Float> slope = Map.of("alpha", (float) activation.slope());
        return switch (activation.function()) {
            case RELU -> graph.node("Relu", List.of(x), Map.of());
            case LEAKY_RELU -> graph.node("LeakyRelu", List.of(x), slope);
            case ELU -> graph.node("Elu", List.of(x), slope);
            case TANH -> graph.node("Tanh", List.of(x), Map.of());
            case SIGMOID -> graph.node("Sigmoid", List.of(x), Map.of());
            case SOFTPLUS -> graph.node("Softplus", List.of(x), Map.of());
            case XTANH -> graph.node("Add", List.of(graph.node("Tanh", List.of(x), Map.of()),
                    graph.node("Mul", List.of(x, vector("slope", new float[] {(float) activation.slope()})), Map.of())),
                    Map.of());
            case IDENTITY -> x;
            case SOFTMAX -> graph.node("Softmax", List.of(x), Map.of("axis", -1L));
        };
    }

    private List<String> with(String x, Layer layer, List<float[]> w) {
        List<String> inputs = new ArrayList<>(List.of(x));
        for (int i = 0; i < layer.weights().size(); i++) {
            inputs.add(constant(layer.weights().get(i), w.get(i)));
        }
        return inputs;
    }

    private String constant(Weight weight, float[] data) {
        return graph.constant(constantName(weight.name()), data, weight.dimensions());
    }

    private String vector(String what, float[] data) {
        return graph.constant(constantName(what), data, data.length);
    }

    private String constantName(String what) {
        return name + "." + constants++ + "." + what;
    }

    private static long[] border(Size padding) {
        return new long[] {padding.height(), padding.width(), padding.height(), padding.width()};
    }
}
