package org.distaff.tests.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.protobuf.ByteString;

import ai.onnx.proto.OnnxMl;

/** Small models, well or badly made, built message by message. */
final class Models {

    private Models() {
    }

    /** A float value; an axis is an {@link Integer}, or a {@link String} where it is open. */
    static OnnxMl.ValueInfoProto value(String name, Object... axes) {
        return value(name, OnnxMl.TensorProto.DataType.FLOAT, axes);
    }

    static OnnxMl.ValueInfoProto value(String name, OnnxMl.TensorProto.DataType type, Object... axes) {
        OnnxMl.TensorShapeProto.Builder shape = OnnxMl.TensorShapeProto.newBuilder();
        for (Object axis : axes) {
            OnnxMl.TensorShapeProto.Dimension.Builder dimension = shape.addDimBuilder();
            if (axis instanceof Integer length) {
                dimension.setDimValue(length);
            } else {
                dimension.setDimParam((String) axis);
            }
        }
        return OnnxMl.ValueInfoProto.newBuilder().setName(name).setType(OnnxMl.TypeProto.newBuilder().setTensorType(
                OnnxMl.TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape))).build();
    }

    static OnnxMl.NodeProto node(String operator, String output, String... inputs) {
        return OnnxMl.NodeProto.newBuilder().setOpType(operator).setName(output).addAllInput(List.of(inputs))
                .addOutput(output).build();
    }

    static OnnxMl.TensorProto floats(String name, float[] data, long... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(data.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(data);
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder().setName(name)
                .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber()).setRawData(ByteString.copyFrom(bytes));
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        return tensor.build();
    }

    static OnnxMl.TensorProto integers(String name, long... data) {
        OnnxMl.TensorProto.Builder tensor = OnnxMl.TensorProto.newBuilder().setName(name)
                .setDataType(OnnxMl.TensorProto.DataType.INT64.getNumber()).addDims(data.length);
        for (long value : data) {
            tensor.addInt64Data(value);
        }
        return tensor.build();
    }

    /** A model around a graph: IR version 8, opset 17. */
    static OnnxMl.ModelProto.Builder model(OnnxMl.GraphProto.Builder graph) {
        return OnnxMl.ModelProto.newBuilder().setIrVersion(8).setGraph(graph.setName("g"))
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(17));
    }

    static Path write(Path file, OnnxMl.ModelProto.Builder model) throws IOException {
        return Files.write(file, model.build().toByteArray());
    }

    /** A tensor of so many values with ones that make value i of the first axis value i of the second. */
    private static OnnxMl.TensorProto selection(int rows, int columns) {
        float[] ones = new float[rows * columns];
        for (int i = 0; i < Math.min(rows, columns); i++) {
            ones[i * columns + i] = 1;
        }
        return floats("w", ones, rows, columns);
    }

    /** An encoder whose means are the first pixels of an image of so many, and whose second output is twice the first. */
    static OnnxMl.GraphProto.Builder encoder(int pixels, OnnxMl.ValueInfoProto image, OnnxMl.ValueInfoProto mean,
            OnnxMl.ValueInfoProto second) {
        int latents = (int) mean.getType().getTensorType().getShape().getDim(1).getDimValue();
        return OnnxMl.GraphProto.newBuilder().addInput(image).addOutput(mean).addOutput(second)
                .addInitializer(selection(pixels, latents)).addInitializer(integers("flat", -1, pixels))
                .addNode(node("Reshape", "reshaped", image.getName(), "flat"))
                .addNode(node("MatMul", mean.getName(), "reshaped", "w"))
                .addNode(node("Add", second.getName(), mean.getName(), mean.getName()));
    }

    /** An encoder with the given image axes and outputs "mean" and "logvar" with two latents. */
    static OnnxMl.GraphProto.Builder encoder(int pixels, Object... axes) {
        return encoder(pixels, value("image", axes), value("mean", axes[0], 2), value("logvar", axes[0], 2));
    }

    /** A decoder whose first pixels are the latents and whose other pixels are 0. */
    static OnnxMl.GraphProto.Builder decoder(int latents, long[] image, OnnxMl.ValueInfoProto latent,
            OnnxMl.ValueInfoProto output) {
        int pixels = (int) -java.util.Arrays.stream(image).reduce(1, (a, b) -> a * b); // the batch axis is -1
        return OnnxMl.GraphProto.newBuilder().addInput(latent).addOutput(output)
                .addInitializer(selection(latents, pixels)).addInitializer(integers("shape", image))
                .addNode(node("MatMul", "pixels", latent.getName(), "w"))
                .addNode(node("Reshape", output.getName(), "pixels", "shape"));
    }
}
