package org.distaff.onnx.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import ai.onnx.proto.OnnxMl;

/** Turns a checked model into its summary. */
final class GraphReading {

    /** Operators that move or rename values and leave each as it is. */
    private static final Set<String> UNCHANGING = Set.of("Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze",
            "Transpose", "Cast");
    private static final Set<String> RANDOM = Set.of("RandomNormal", "RandomNormalLike", "RandomUniform",
            "RandomUniformLike", "Bernoulli", "Multinomial");

    private GraphReading() {
    }

    static OnnxSummary summary(OnnxMl.ModelProto model, long bytes) {
        OnnxMl.GraphProto graph = model.getGraph();
        Map<String, Long> opsets = new TreeMap<>();
        model.getOpsetImportList()
                .forEach(o -> opsets.put(o.getDomain().isEmpty() ? "ai.onnx" : o.getDomain(), o.getVersion()));
        Set<String> constants = new HashSet<>();
        graph.getInitializerList().forEach(t -> constants.add(t.getName()));
        Map<String, Integer> operators = new TreeMap<>();
        graph.getNodeList().forEach(n -> operators.merge(n.getOpType(), 1, Integer::sum));
        Map<String, String> metadata = new LinkedHashMap<>();
        model.getMetadataPropsList().forEach(p -> metadata.put(p.getKey(), p.getValue()));
        List<OnnxValue> inputs = graph.getInputList().stream().filter(v -> !constants.contains(v.getName()))
                .map(GraphReading::value).toList();
        List<OnnxValue> outputs = graph.getOutputList().stream().map(GraphReading::value).toList();
        return new OnnxSummary(model.getIrVersion(), opsets,
                (model.getProducerName() + " " + model.getProducerVersion()).strip(), inputs, outputs,
                parameters(graph), bytes, operators, lastOperators(graph), metadata,
                problems(inputs, outputs, operators));
    }

    /** Number of constant values of a graph. */
    private static long parameters(OnnxMl.GraphProto graph) {
        return graph.getInitializerList().stream().mapToLong(t -> OnnxSafety.elements(t.getDimsList())).sum();
    }

    private static OnnxValue value(OnnxMl.ValueInfoProto value) {
        OnnxMl.TypeProto.Tensor tensor = value.getType().getTensorType();
        List<String> shape = new ArrayList<>();
        for (OnnxMl.TensorShapeProto.Dimension dimension : tensor.getShape().getDimList()) {
            shape.add(dimension.hasDimValue() ? Long.toString(dimension.getDimValue())
                    : dimension.getDimParam().isEmpty() ? "?" : dimension.getDimParam());
        }
        OnnxMl.TensorProto.DataType type = OnnxMl.TensorProto.DataType.forNumber(tensor.getElemType());
        return new OnnxValue(value.getName(), type == null ? "unknown" : type.name().toLowerCase(Locale.ROOT), shape);
    }

    private static Map<String, String> lastOperators(OnnxMl.GraphProto graph) {
        Map<String, OnnxMl.NodeProto> makers = new HashMap<>();
        graph.getNodeList().forEach(n -> n.getOutputList().forEach(o -> makers.put(o, n)));
        Map<String, String> last = new LinkedHashMap<>();
        for (OnnxMl.ValueInfoProto output : graph.getOutputList()) {
            OnnxMl.NodeProto maker = makers.get(output.getName());
            Set<OnnxMl.NodeProto> seen = new HashSet<>(); // a damaged file may run in circles
            while (maker != null && UNCHANGING.contains(maker.getOpType()) && maker.getInputCount() > 0
                    && seen.add(maker)) {
                maker = makers.get(maker.getInput(0));
            }
            last.put(output.getName(), maker == null ? "" : maker.getOpType());
        }
        return last;
    }

    private static List<String> problems(List<OnnxValue> inputs, List<OnnxValue> outputs,
            Map<String, Integer> operators) {
        List<String> problems = new ArrayList<>();
        for (OnnxValue input : inputs) {
            if (!input.type().equals("float")) {
                problems.add("The input " + input + " takes no float32 values. Export it with float32 inputs.");
            }
            if (input.rank() > 0 && input.length(0) > 0) {
                problems.add("The batch axis of " + input + " is fixed; it runs, but padded to batches of "
                        + input.length(0) + ". Export it with a dynamic batch axis.");
            }
        }
        for (OnnxValue output : outputs) {
            if (!output.type().equals("float")) {
                problems.add("The output " + output + " gives no float32 values and cannot be read. "
                        + "Export it with float32 outputs.");
            }
        }
        operators.keySet().stream().filter(RANDOM::contains).findFirst()
                .ifPresent(operator -> problems.add("It draws random numbers (" + operator
                        + "); outputs that depend on them change from call to call. Export means instead of samples."));
        return problems;
    }
}
