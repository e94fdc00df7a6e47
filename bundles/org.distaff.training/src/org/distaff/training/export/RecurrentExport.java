package org.distaff.training.export;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.distaff.onnx.build.OnnxGraph;
import org.distaff.training.network.Recurrent;

/**
 * Recurrent layers in ONNX, which takes [time, batch, features] and orders gates otherwise: input, output, forget,
 * cell; or update, reset, hidden.
 */
final class RecurrentExport {

    private static final int[] LSTM_ORDER = {0, 3, 1, 2};
    private static final int[] GRU_ORDER = {1, 0, 2};
    private static final long[] TURN = {1, 0, 2};

    private final OnnxGraph graph;
    private final UnaryOperator<String> names;

    RecurrentExport(OnnxGraph graph, UnaryOperator<String> names) {
        this.graph = graph;
        this.names = names;
    }

    String append(Recurrent layer, String x, List<float[]> w) {
        boolean lstm = layer.cell() == Recurrent.Cell.LSTM;
        int[] order = lstm ? LSTM_ORDER : GRU_ORDER;
        long rows = (long) layer.cell().gates() * layer.hidden();
        String input = graph.constant(names.apply("input-weight"), gates(w.get(0), order), 1, rows, layer.in());
        String state = graph.constant(names.apply("state-weight"), gates(w.get(1), order), 1, rows, layer.hidden());
        float[] both = new float[2 * (int) rows];
        System.arraycopy(gates(w.get(2), order), 0, both, 0, (int) rows);
        System.arraycopy(gates(w.get(3), order), 0, both, (int) rows, (int) rows);
        String bias = graph.constant(names.apply("bias"), both, 1, 2 * rows);
        String turned = graph.node("Transpose", List.of(x), Map.of("perm", TURN));
        List<String> inputs = List.of(turned, input, state, bias);
        String states = lstm ? graph.node("LSTM", inputs, Map.of("hidden_size", (long) layer.hidden()))
                : graph.node("GRU", inputs, Map.of("hidden_size", (long) layer.hidden(), "linear_before_reset", 1L));
        // [time, 1, batch, hidden]: the axis of directions goes
        String flat = graph.node("Squeeze", List.of(states, graph.constant(names.apply("axes"), new long[] {1})),
                Map.of());
        if (layer.sequence()) {
            return graph.node("Transpose", List.of(flat), Map.of("perm", TURN));
        }
        String last = graph.node("Gather", List.of(flat, graph.constant(names.apply("last"), new long[] {-1})),
                Map.of("axis", 0L));
        return graph.node("Squeeze", List.of(last, graph.constant(names.apply("axes"), new long[] {0})), Map.of());
    }

    private static float[] gates(float[] rows, int[] order) {
        float[] sorted = new float[rows.length];
        int block = rows.length / order.length;
        for (int g = 0; g < order.length; g++) {
            System.arraycopy(rows, order[g] * block, sorted, g * block, block);
        }
        return sorted;
    }
}
