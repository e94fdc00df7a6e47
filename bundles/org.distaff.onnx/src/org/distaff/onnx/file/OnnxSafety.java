package org.distaff.onnx.file;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.distaff.core.failure.Problem;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MessageOrBuilder;

import ai.onnx.proto.OnnxMl;

/**
 * What a model must not ask for: files outside its folder, operators nobody knows, tensors beyond reason. Checked before the
 * runtime sees the file, since the runtime follows hard links and allocates what a shape says. Every message of the file is
 * visited, whatever field it stands in, so that no corner (sparse tensors, functions, training graphs) is left out.
 */
final class OnnxSafety {

    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft",
            "com.microsoft.nchwc", "ai.onnx.preview.training");
    private static final int MAXIMUM_NODES = 1_000_000;
    private static final long MAXIMUM_ELEMENTS = 1L << 31;

    private final Path file;
    private final ExternalData externalData;
    private final Set<String> functions = new HashSet<>();
    private int nodes;

    private OnnxSafety(OnnxMl.ModelProto model, Path file) {
        this.file = file;
        this.externalData = new ExternalData(file);
        model.getFunctionsList().forEach(f -> functions.add(f.getDomain() + " " + f.getName()));
    }

    /** @throws Problem (input) when the model asks for something unsafe */
    static void check(OnnxMl.ModelProto model, Path file) {
        new OnnxSafety(model, file).visit(model);
        MadeTensors.check(model.getGraph(), file);
    }

    private void visit(MessageOrBuilder message) {
        switch (message) {
            case OnnxMl.NodeProto node -> checkNode(node);
            case OnnxMl.TensorProto tensor -> {
                checkShape(tensor.getName(), tensor.getDimsList());
                externalData.check(tensor);
            }
            case OnnxMl.SparseTensorProto tensor -> checkShape(tensor.getValues().getName(), tensor.getDimsList());
            default -> {
                // nothing of its own to check, only what it holds
            }
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            if (field.getKey().getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
                continue;
            }
            if (field.getKey().isRepeated()) {
                ((List<?>) field.getValue()).forEach(part -> visit((MessageOrBuilder) part));
            } else {
                visit((MessageOrBuilder) field.getValue());
            }
        }
    }

    private void checkNode(OnnxMl.NodeProto node) {
        if (++nodes > MAXIMUM_NODES) {
            throw Problem.input(file + " has more than " + MAXIMUM_NODES + " nodes; it is refused.");
        }
        String domain = node.getDomain();
        if (!DOMAINS.contains(domain) && !functions.contains(domain + " " + node.getOpType())) {
            throw Problem.input(file + " uses operators of the domain '" + domain
                    + "', which is not installed; export the model with standard operators.");
        }
        if (node.getOpType().equals("EPContext")) {
            throw Problem.input(file + " holds code compiled for one device (EPContext), which is refused; "
                    + "export the model with standard operators.");
        }
    }

    private void checkShape(String tensor, List<Long> shape) {
        if (elements(shape) > MAXIMUM_ELEMENTS) {
            throw Problem.input(file + ": the tensor '" + tensor + "' has the shape " + shape
                    + ", which is beyond reason; it is refused.");
        }
    }

    /** Number of elements of a shape; {@link Long#MAX_VALUE} when an axis is negative or the product too large. */
    static long elements(List<Long> shape) {
        long elements = 1;
        for (long length : shape) {
            if (length < 0 || length > 0 && elements > Long.MAX_VALUE / length) {
                return Long.MAX_VALUE;
            }
            elements *= length;
        }
        return elements;
    }
}
