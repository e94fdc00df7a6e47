package org.distaff.onnx.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.distaff.core.failure.Problem;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;

import ai.onnx.proto.OnnxMl;

/** Reads ONNX files without running them and refuses what must not reach the runtime. */
public final class OnnxFile {

    /** Files larger than this are not parsed; protobuf cannot hold them anyway. */
    private static final long MAXIMUM_BYTES = Integer.MAX_VALUE - 64;
    private static final int MAXIMUM_DEPTH = 64;

    private OnnxFile() {
    }

    /**
     * Reads a file.
     *
     * @throws Problem (input) when it is no ONNX model, is damaged, or asks for something unsafe
     */
    public static OnnxSummary read(Path file) {
        OnnxMl.ModelProto model = parse(file);
        OnnxSafety.check(model, file);
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
        return new OnnxSummary(model.getIrVersion(), opsets,
                (model.getProducerName() + " " + model.getProducerVersion()).strip(),
                graph.getInputList().stream().filter(v -> !constants.contains(v.getName())).map(OnnxFile::value)
                        .toList(),
                graph.getOutputList().stream().map(OnnxFile::value).toList(), OnnxSafety.parameters(graph), size(file),
                operators, lastOperators(graph), metadata);
    }

    private static OnnxMl.ModelProto parse(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            if (size == 0 || size > MAXIMUM_BYTES) {
                throw Problem.input(file + " has " + size + " bytes; an ONNX model has at least one and at most 2 GiB.");
            }
            CodedInputStream coded = CodedInputStream.newInstance(in);
            coded.setRecursionLimit(MAXIMUM_DEPTH);
            coded.setSizeLimit((int) MAXIMUM_BYTES);
            OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(coded);
            if (!model.hasGraph() || model.getGraph().getOutputCount() == 0) {
                throw Problem.input(file + " is no ONNX model: it has no graph with outputs.");
            }
            return model;
        } catch (NoSuchFileException e) {
            throw Problem.input("There is no file " + file + ".", e);
        } catch (InvalidProtocolBufferException e) {
            throw Problem.input(file + " is no ONNX model or is damaged: " + e.getMessage().split("\\.")[0] + ".", e);
        } catch (IOException e) {
            throw Problem.failed(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Problem.failed(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static OnnxValue value(OnnxMl.ValueInfoProto value) {
        OnnxMl.TypeProto.Tensor tensor = value.getType().getTensorType();
        List<String> shape = new ArrayList<>();
        for (OnnxMl.TensorShapeProto.Dimension dimension : tensor.getShape().getDimList()) {
            shape.add(dimension.hasDimValue() ? Long.toString(dimension.getDimValue())
                    : dimension.getDimParam().isEmpty() ? "?" : dimension.getDimParam());
        }
        OnnxMl.TensorProto.DataType type = OnnxMl.TensorProto.DataType.forNumber(tensor.getElemType());
        return new OnnxValue(value.getName(), type == null ? "unknown" : type.name().toLowerCase(java.util.Locale.ROOT),
                shape);
    }

    private static Map<String, String> lastOperators(OnnxMl.GraphProto graph) {
        Map<String, OnnxMl.NodeProto> makers = new HashMap<>();
        graph.getNodeList().forEach(n -> n.getOutputList().forEach(o -> makers.put(o, n)));
        Map<String, String> last = new LinkedHashMap<>();
        for (OnnxMl.ValueInfoProto output : graph.getOutputList()) {
            OnnxMl.NodeProto maker = makers.get(output.getName());
            for (int hops = 0; maker != null && maker.getOpType().equals("Identity") && hops < MAXIMUM_DEPTH; hops++) {
                maker = makers.get(maker.getInput(0));
            }
            last.put(output.getName(), maker == null ? "" : maker.getOpType());
        }
        return last;
    }
}
