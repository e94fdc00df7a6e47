package org.distaff.training.export;

import java.util.List;

import org.distaff.onnx.build.OnnxGraph;
import org.distaff.training.network.Network;

/** Writes a network into an ONNX graph. */
public final class NetworkExport {

    private NetworkExport() {
    }

    /**
     * Appends a network to a graph, as it evaluates: running statistics, nothing dropped.
     *
     * @param values the weights' values in the order of {@link Network#weights()}
     * @param input  name of the value to feed it
     * @return name of the value it makes
     */
    public static String append(OnnxGraph graph, Network network, List<float[]> values, String input) {
        return new LayerExport(graph, network.name(), values).through(network.layers(), input);
    }
}
