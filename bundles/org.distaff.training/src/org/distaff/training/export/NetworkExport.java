package org.distaff.training.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.distaff.onnx.build.OnnxGraph;
import org.distaff.training.network.Layer;
import org.distaff.training.network.Network;

/** Writes a network's layers into an ONNX graph. */
public final class NetworkExport {

    private NetworkExport() {
    }

    /**
     * Appends a network to a graph.
     *
     * @param values the parameters' values in the order of {@link Network#parameterShapes()}
     * @param input  name of the value to feed it
     * @return name of the value it makes
     */
    public static String append(OnnxGraph graph, Network network, List<float[]> values, String input) {
        String value = input;
        int next = 0;
        for (Layer layer : network.layers()) {
            List<String> inputs = new ArrayList<>(List.of(value));
            for (int i = 0; i < layer.parameters().size(); i++) {
                String name = network.name() + "." + next / 2 + (i == 0 ? ".weight" : ".bias");
                inputs.add(graph.constant(name, values.get(next++), layer.parameters().get(i)));
            }
            value = append(graph, layer, inputs, network.name());
        }
        return value;
    }

    private static String append(OnnxGraph graph, Layer layer, List<String> inputs, String name) {
        return switch (layer) {
            case Layer.Dense d -> graph.node("Gemm", inputs, Map.of("transB", 1L));
            case Layer.Convolution c -> graph.node("Conv", inputs, Map.of("kernel_shape", pair(c.kernel()), "strides",
                    pair(c.stride()), "pads", border(c.padding())));
            case Layer.TransposedConvolution c -> graph.node("ConvTranspose", inputs,
                    Map.of("kernel_shape", pair(c.kernel()), "strides", pair(c.stride()), "pads", border(c.padding()),
                            "output_padding", pair(c.outputPadding())));
            case Layer.Activation a -> switch (a.function()) {
                case RELU -> graph.node("Relu", inputs, Map.of());
                case LEAKY_RELU -> graph.node("LeakyRelu", inputs, Map.of("alpha", (float) Layer.LEAKY_SLOPE));
                case TANH -> graph.node("Tanh", inputs, Map.of());
                case SIGMOID -> graph.node("Sigmoid", inputs, Map.of());
            };
            case Layer.Flatten f -> graph.node("Flatten", inputs, Map.of("axis", 1L));
            case Layer.Reshape r -> graph.node("Reshape", List.of(inputs.get(0), graph.constant(
                    name + ".shape." + inputs.get(0), new long[] {-1, r.channels(), r.height(), r.width()})), Map.of());
        };
    }

    private static long[] pair(long value) {
        return new long[] {value, value};
    }

    private static long[] border(long value) {
        return new long[] {value, value, value, value};
    }
}
