package org.distaff.onnx.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.distaff.core.failure.Problem;

import ai.onnx.proto.OnnxMl;

/**
 * Tensors that operators make from a shape written in the file: a file of a hundred bytes may ask for hundreds of gigabytes
 * that way. Shapes that are computed from the input are not known before the model runs and pass.
 */
final class MadeTensors {

    /** A gigabyte of float32, far above any constant of a network for images. */
    private static final long MAXIMUM_ELEMENTS = 1L << 28;
    private static final int MAXIMUM_AXES = 64;

    private MadeTensors() {
    }

    /** @throws Problem (input) when an operator of the main graph makes a tensor beyond reason */
    static void check(OnnxMl.GraphProto graph, Path file) {
        Map<String, List<Long>> constants = new HashMap<>();
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), integers(tensor)));
        for (OnnxMl.NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Constant") && node.getOutputCount() == 1) {
                node.getAttributeList().forEach(a -> constants.put(node.getOutput(0),
                        a.hasT() ? integers(a.getT()) : a.getIntsList()));
            }
        }
        for (OnnxMl.NodeProto node : graph.getNodeList()) {
            List<Long> shape = shape(node, constants).stream().filter(length -> length > 0).toList(); // -1 keeps an axis
            if (OnnxSafety.elements(shape) > MAXIMUM_ELEMENTS) {
                throw Problem.input(file + ": " + node.getOpType() + " '" + node.getName()
                        + "' makes a tensor of the shape " + shape + ", which is beyond reason; it is refused.");
            }
        }
    }

    private static List<Long> shape(OnnxMl.NodeProto node, Map<String, List<Long>> constants) {
        int from = switch (node.getOpType()) {
            case "ConstantOfShape" -> 0;
            case "Expand" -> 1;
            default -> -1;
        };
        if (from >= 0) {
            return node.getInputCount() > from ? constants.getOrDefault(node.getInput(from), List.of()) : List.of();
        }
        boolean random = node.getOpType().equals("RandomNormal") || node.getOpType().equals("RandomUniform");
        return node.getAttributeList().stream().filter(a -> random && a.getName().equals("shape")).findFirst()
                .map(OnnxMl.AttributeProto::getIntsList).orElse(List.of());
    }

    /** The values of a short tensor of int64; empty for any other. */
    private static List<Long> integers(OnnxMl.TensorProto tensor) {
        if (tensor.getDataType() != OnnxMl.TensorProto.DataType.INT64.getNumber()) {
            return List.of();
        }
        int bytes = tensor.getRawData().size();
        if (bytes == 0) {
            return tensor.getInt64DataCount() > MAXIMUM_AXES ? List.of() : tensor.getInt64DataList();
        }
        List<Long> values = new ArrayList<>();
        if (bytes <= MAXIMUM_AXES * Long.BYTES) {
            ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            while (raw.remaining() >= Long.BYTES) {
                values.add(raw.getLong());
            }
        }
        return values;
    }
}
