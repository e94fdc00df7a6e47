package org.distaff.onnx.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.distaff.core.failure.Problem;

import ai.onnx.proto.OnnxMl;

/**
 * What a model must not ask for: files outside its folder, operators nobody knows, tensors beyond reason. Checked before the
 * runtime sees the file, since the runtime follows hard links and allocates what a shape says.
 */
final class OnnxSafety {

    private static final Set<String> DOMAINS = Set.of("", "ai.onnx", "ai.onnx.ml", "com.microsoft",
            "ai.onnx.preview.training");
    private static final int MAXIMUM_NODES = 1_000_000;
    private static final long MAXIMUM_ELEMENTS = 1L << 31;
    private static final int MAXIMUM_DEPTH = 16;

    private OnnxSafety() {
    }

    static void check(OnnxMl.ModelProto model, Path file) {
        for (OnnxMl.OperatorSetIdProto opset : model.getOpsetImportList()) {
            requireDomain(opset.getDomain(), file);
        }
        check(model.getGraph(), file, 0);
        for (OnnxMl.FunctionProto function : model.getFunctionsList()) {
            checkNodes(function.getNodeList(), file, 0);
        }
    }

    private static void check(OnnxMl.GraphProto graph, Path file, int depth) {
        if (graph.getNodeCount() > MAXIMUM_NODES || depth > MAXIMUM_DEPTH) {
            throw Problem.input(file + " has " + graph.getNodeCount() + " nodes at depth " + depth
                    + "; models of up to " + MAXIMUM_NODES + " nodes at depth " + MAXIMUM_DEPTH + " are run.");
        }
        for (OnnxMl.TensorProto tensor : graph.getInitializerList()) {
            checkTensor(tensor, file);
        }
        checkNodes(graph.getNodeList(), file, depth);
    }

    private static void checkNodes(List<OnnxMl.NodeProto> nodes, Path file, int depth) {
        for (OnnxMl.NodeProto node : nodes) {
            requireDomain(node.getDomain(), file);
            for (OnnxMl.AttributeProto attribute : node.getAttributeList()) {
                if (attribute.hasT()) {
                    checkTensor(attribute.getT(), file);
                }
                attribute.getTensorsList().forEach(tensor -> checkTensor(tensor, file));
                if (attribute.hasG()) {
                    check(attribute.getG(), file, depth + 1);
                }
                attribute.getGraphsList().forEach(graph -> check(graph, file, depth + 1));
            }
        }
    }

    private static void requireDomain(String domain, Path file) {
        if (!DOMAINS.contains(domain)) {
            throw Problem.input(file + " uses operators of the domain '" + domain
                    + "', which is not installed; export the model with standard operators.");
        }
    }

    private static void checkTensor(OnnxMl.TensorProto tensor, Path file) {
        elements(tensor, file);
        for (OnnxMl.StringStringEntryProto entry : tensor.getExternalDataList()) {
            if (entry.getKey().equals("location")) {
                checkLocation(tensor.getName(), entry.getValue(), file);
            }
        }
    }

    /** External data must lie beside the model, under its own name, and be nobody else's file. */
    private static void checkLocation(String tensor, String location, Path file) {
        String refused = file + " keeps the data of '" + tensor + "' in '" + location + "', ";
        try {
            Path folder = file.toAbsolutePath().normalize().getParent();
            Path target = folder.resolve(location).normalize();
            if (location.isEmpty() || Path.of(location).isAbsolute() || !target.startsWith(folder)) {
                throw Problem.input(refused + "which is outside the model's folder; it is refused.");
            }
            for (Path part = target; !part.equals(folder); part = part.getParent()) {
                if (Files.isSymbolicLink(part)) {
                    throw Problem.input(refused + "which is a symbolic link; it is refused.");
                }
            }
            if (!Files.exists(target)) {
                throw Problem.input(refused + "which does not exist; copy it beside the model.");
            }
            if (Files.getFileStore(target).supportsFileAttributeView("unix")
                    && (Integer) Files.getAttribute(target, "unix:nlink", LinkOption.NOFOLLOW_LINKS) != 1) {
                throw Problem.input(refused + "which has other names (hard links); copy it instead.");
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw Problem.input(refused + "which cannot be checked: " + e.getMessage() + ".", e);
        }
    }

    /** Number of constant values of a graph. */
    static long parameters(OnnxMl.GraphProto graph) {
        return graph.getInitializerList().stream()
                .mapToLong(t -> t.getDimsList().stream().reduce(1L, (a, b) -> a * b)).sum();
    }

    private static void elements(OnnxMl.TensorProto tensor, Path file) {
        long elements = 1;
        for (long dimension : tensor.getDimsList()) {
            if (dimension < 0 || dimension > 0 && elements > MAXIMUM_ELEMENTS / dimension) {
                throw Problem.input(file + ": the tensor '" + tensor.getName() + "' has the shape "
                        + tensor.getDimsList() + ", which is beyond reason; it is refused.");
            }
            elements *= dimension;
        }
    }
}
