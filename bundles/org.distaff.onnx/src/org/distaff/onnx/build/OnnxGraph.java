package org.distaff.onnx.build;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;

import ai.onnx.proto.OnnxMl;

/**
 * Builds an ONNX model node by node: opset 17, IR version 8, float32. Names of intermediate values are numbered, so
 * equal calls give equal bytes.
 */
public final class OnnxGraph {

    /** Name of the symbolic first dimension of every input and output. */
    public static final String BATCH = "batch";

    private static final int OPSET = 17;
    private static final int IR_VERSION = 8;

    private final OnnxMl.GraphProto.Builder graph;
    private final OnnxMl.ModelProto.Builder model;
    private int values;

    /** @param name name of the graph ("encoder") */
    public OnnxGraph(String name, String producerVersion) {
        graph = OnnxMl.GraphProto.newBuilder().setName(name);
        model = OnnxMl.ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName("Distaff")
                .setProducerVersion(producerVersion)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
    }

    /** Declares an input [batch, dimensions…] and returns its name. */
    public String input(String name, int... dimensions) {
        graph.addInput(value(name, dimensions));
        return name;
    }

    /** Declares that a value of the graph is the output of that name, [batch, dimensions…]. */
    public void output(String name, String value, int... dimensions) {
        graph.addNode(OnnxMl.NodeProto.newBuilder().setOpType("Identity").setName("output_" + name).addInput(value)
                .addOutput(name));
        graph.addOutput(value(name, dimensions));
    }

    /** Adds float32 constants and returns their name. */
    public String constant(String name, float[] data, long... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(data.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(data);
        return constant(name, OnnxMl.TensorProto.DataType.FLOAT, bytes, dimensions);
    }

    /** Adds int64 constants (shapes) and returns their name. */
    public String constant(String name, long[] data) {
        ByteBuffer bytes = ByteBuffer.allocate(data.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(data);
        return constant(name, OnnxMl.TensorProto.DataType.INT64, bytes, data.length);
    }

    private String constant(String name, OnnxMl.TensorProto.DataType type, ByteBuffer bytes, long... dimensions) {
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder().setName(name)
                .setDataType(type.getNumber()).setRawData(ByteString.copyFrom(bytes));
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /**
     * Adds a node with one output and returns that output's name.
     *
     * @param attributes a value is a {@link Long}, a {@link Float} or a {@code long[]}
     */
    public String node(String operator, List<String> inputs, Map<String, ?> attributes) {
        String result = operator.toLowerCase(java.util.Locale.ROOT) + "_" + values++;
        OnnxMl.NodeProto.Builder node = OnnxMl.NodeProto.newBuilder().setOpType(operator).setName("node_" + result)
                .addAllInput(inputs).addOutput(result);
        attributes.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> node.addAttribute(attribute(entry.getKey(), entry.getValue())));
        graph.addNode(node);
        return result;
    }

    private static OnnxMl.AttributeProto attribute(String name, Object value) {
        OnnxMl.AttributeProto.Builder attribute = OnnxMl.AttributeProto.newBuilder().setName(name);
        switch (value) {
            case Long number -> attribute.setType(OnnxMl.AttributeProto.AttributeType.INT).setI(number);
            case Float number -> attribute.setType(OnnxMl.AttributeProto.AttributeType.FLOAT).setF(number);
            case long[] numbers -> {
                attribute.setType(OnnxMl.AttributeProto.AttributeType.INTS);
                for (long number : numbers) {
                    attribute.addInts(number);
                }
            }
            default -> throw new IllegalArgumentException("attribute " + name + " of " + value.getClass());
        }
        return attribute.build();
    }

    /** Adds a metadata entry to the model. */
    public void metadata(String key, String value) {
        model.addMetadataProps(OnnxMl.StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    }

    /** Writes the model. */
    public void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            model.setGraph(graph).build().writeTo(out);
        }
    }

    private static OnnxMl.ValueInfoProto value(String name, int... dimensions) {
        OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
        for (int dimension : dimensions) {
            shape.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
        }
        return OnnxMl.ValueInfoProto.newBuilder().setName(name)
                .setType(OnnxMl.TypeProto.newBuilder().setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                        .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber()).setShape(shape)))
                .build();
    }
}
