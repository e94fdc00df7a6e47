package org.distaff.tests.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.onnx.file.OnnxFile;
import org.distaff.onnx.file.OnnxSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;

import ai.onnx.proto.OnnxMl;

/** Files that are no model, and models that ask for what they must not have: all refused before the runtime sees them. */
class HostileFilesTest {

    @TempDir
    private Path folder;
    private OnnxMl.GraphProto.Builder graph;

    @BeforeEach
    void build() {
        graph = Models.encoder(64, "N", 1, 8, 8);
    }

    private static void assertRefused(Path file, String... parts) {
        Problem problem = assertThrows(Problem.class, () -> OnnxFile.read(file));
        assertEquals(ExitCode.INPUT, problem.exitCode());
        for (String part : parts) {
            assertTrue(problem.getMessage().contains(part) && problem.getMessage().contains(file.toString()),
                    problem.getMessage());
        }
    }

    private Path write(OnnxMl.ModelProto.Builder model) throws IOException {
        return Models.write(folder.resolve("model.onnx"), model);
    }

    private Path write(OnnxMl.GraphProto.Builder built) throws IOException {
        return write(Models.model(built));
    }

    private Path bytes(String name, String start) throws IOException {
        byte[] bytes = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 300);
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void otherFilesAreCalledByTheirName() throws IOException {
        assertRefused(bytes("model.pt", "PK\3\4"), "ZIP archive", "torch.onnx.export");
        assertRefused(bytes("model.pkl", "\u0080\2}q"), "Python pickle", "torch.onnx.export");
        assertRefused(bytes("model.h5", "\u0089HDF\r\n"), "HDF5");
        assertRefused(bytes("model.png", "\u0089PNG\r\n"), "PNG image");
        assertRefused(bytes("model.npy", "\u0093NUMPY"), "NumPy array");
        assertRefused(bytes("model.json", "{\"a\": 1}"), "JSON text");
        assertRefused(Files.writeString(folder.resolve("a.txt"), "Two roads diverged"), "is no ONNX model or is damaged");
        assertRefused(Files.createFile(folder.resolve("empty.onnx")), "0 bytes");
        assertRefused(folder, "is no file");
        assertRefused(folder.resolve("none.onnx"), "There is no file");
    }

    @Test
    void truncatedModelsAreRefusedWhereverTheyEnd() throws IOException {
        byte[] whole = Models.model(graph).build().toByteArray();
        int graphOnly = whole.length - 4; // the last field, four bytes of opset, may be missing without notice
        for (int length = 1; length < graphOnly; length++) {
            assertRefused(Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length)), "no ONNX model");
        }
    }

    private static OnnxMl.TensorProto external(String location) {
        return OnnxMl.TensorProto.newBuilder().setName("t").setDataType(1).addDims(1)
                .setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL)
                .addExternalData(OnnxMl.StringStringEntryProto.newBuilder().setKey("location").setValue(location)).build();
    }

    @Test
    void linksOnTheWayToExternalDataAreRefused() throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Path inside = Files.createDirectory(other.resolve("inside"));
        Files.write(other.resolve("data"), new byte[4]);
        Files.write(inside.resolve("data"), new byte[4]);
        Files.write(models.resolve("data"), new byte[4]);
        Files.createSymbolicLink(models.resolve("link"), inside);
        Files.createDirectory(models.resolve("sub"));
        Files.createLink(models.resolve("sub").resolve("twin"), other.resolve("data"));
        Map<String, String> refusals = Map.of("../other/data", "outside the model's folder",
                "sub/../../other/data", "outside the model's folder",
                // by name this is models/data, to the system it is other/data
                "link/../data", "outside the model's folder",
                other.resolve("data").toString(), "outside the model's folder", "", "outside the model's folder",
                "link/data", "symbolic link", "sub/twin", "hard links", "sub", "is no file", "none", "does not exist",
                "a\0b", "cannot be checked");
        for (Map.Entry<String, String> refusal : refusals.entrySet()) {
            Path file = Models.write(models.resolve("m.onnx"),
                    Models.model(graph.clone().addInitializer(external(refusal.getKey()))));
            assertRefused(file, refusal.getValue(), "'" + refusal.getKey() + "'");
        }
        assertEquals(1, OnnxFile.read(Models.write(models.resolve("m.onnx"),
                Models.model(graph.clone().addInitializer(external("data"))))).inputs().size());
    }

    @Test
    void tensorsAreCheckedWhereverTheyStand() throws IOException {
        OnnxMl.TensorProto bad = external("../secret");
        OnnxMl.SparseTensorProto sparse = OnnxMl.SparseTensorProto.newBuilder().setValues(bad).addDims(4).build();
        OnnxMl.AttributeProto tensor = OnnxMl.AttributeProto.newBuilder().setName("value").setT(bad).build();
        OnnxMl.NodeProto constant = Models.node("Constant", "c").toBuilder().addAttribute(tensor).build();
        OnnxMl.GraphProto branch = OnnxMl.GraphProto.newBuilder().addNode(constant).build();
        List<OnnxMl.ModelProto.Builder> models = List.of(Models.model(graph.clone().addNode(constant)),
                Models.model(graph.clone().addSparseInitializer(sparse)),
                Models.model(graph.clone().addNode(Models.node("Constant", "c").toBuilder().addAttribute(
                        OnnxMl.AttributeProto.newBuilder().setName("sparse_value").setSparseTensor(sparse)))),
                Models.model(graph.clone().addNode(Models.node("If", "c", "x").toBuilder().addAttribute(
                        OnnxMl.AttributeProto.newBuilder().setName("then_branch").setG(branch)))),
                Models.model(graph).addFunctions(OnnxMl.FunctionProto.newBuilder().setName("f").addNode(constant)),
                Models.model(graph).addFunctions(
                        OnnxMl.FunctionProto.newBuilder().setName("f").addAttributeProto(tensor)),
                Models.model(graph).addTrainingInfo(OnnxMl.TrainingInfoProto.newBuilder().setInitialization(branch)));
        for (OnnxMl.ModelProto.Builder model : models) {
            assertRefused(write(model), "outside the model's folder");
        }
    }

    @Test
    void tensorsBeyondReasonAreRefused() throws IOException {
        OnnxMl.TensorProto huge = Models.floats("huge", new float[1], 1L << 20, 1L << 20);
        assertRefused(write(graph.clone().addInitializer(huge)), "'huge' has the shape [1048576, 1048576]");
        assertRefused(write(graph.clone().addInitializer(Models.floats("minus", new float[1], -4))), "'minus'");
        assertRefused(write(graph.clone().addInitializer(
                Models.floats("wrapped", new float[1], 1L << 32, 1L << 32))), "'wrapped'"); // 2^64 is 0 in a long
        // 160 GB of zeros from a shape of eight bytes, as an initializer, as a constant, and by Expand
        graph.addInitializer(Models.integers("forty", 40_000_000_000L));
        assertRefused(write(graph.clone().addNode(Models.node("ConstantOfShape", "zeros", "forty"))),
                "ConstantOfShape 'zeros' makes a tensor of the shape [40000000000]");
        assertRefused(write(graph.clone().addNode(Models.node("Expand", "wide", "w", "forty"))), "Expand 'wide'");
        OnnxMl.NodeProto constant = Models.node("Constant", "shape").toBuilder().addAttribute(OnnxMl.AttributeProto
                .newBuilder().setName("value_ints").addInts(1 << 20).addInts(1 << 20)).build();
        assertRefused(write(graph.clone().addNode(constant).addNode(Models.node("ConstantOfShape", "z", "shape"))),
                "[1048576, 1048576]");
        graph.addInitializer(Models.integers("keep", -1, -1, 5));
        assertEquals(1, OnnxFile.read(write(graph.clone().addNode(Models.node("Expand", "wide", "w", "keep")))).inputs()
                .size());
    }

    @Test
    void operatorsMustBeKnownOrDefinedInTheFile() throws IOException {
        OnnxMl.NodeProto foreign = Models.node("Gate", "gated", "image").toBuilder().setDomain("pkg.lab").build();
        assertRefused(write(graph.clone().addNode(foreign)), "domain 'pkg.lab'", "standard operators");
        OnnxMl.FunctionProto gate = OnnxMl.FunctionProto.newBuilder().setName("Gate").setDomain("pkg.lab")
                .addNode(Models.node("Relu", "y", "x")).build();
        assertEquals(1, OnnxFile.read(write(Models.model(graph.clone().addNode(foreign)).addFunctions(gate))).inputs().size());
        OnnxMl.NodeProto hidden = gate.getNode(0).toBuilder().setDomain("evil").build();
        assertRefused(write(Models.model(graph.clone().addNode(foreign)).addFunctions(gate.toBuilder().setNode(0, hidden))),
                "domain 'evil'");
        assertRefused(write(graph.clone().addNode(
                Models.node("EPContext", "e", "image").toBuilder().setDomain("com.microsoft"))), "EPContext");
    }

    @Test
    void tooManyObjectsAreRefusedBeforeTheyAreMade() throws IOException {
        int count = 4_000_001; // one more than is read; in the file two bytes each
        Path file = folder.resolve("many.onnx");
        try (OutputStream out = Files.newOutputStream(file)) {
            CodedOutputStream coded = CodedOutputStream.newInstance(out);
            coded.writeTag(OnnxMl.ModelProto.GRAPH_FIELD_NUMBER, 2);
            coded.writeUInt32NoTag(2 * count);
            for (int i = 0; i < count; i++) {
                coded.writeMessage(OnnxMl.GraphProto.NODE_FIELD_NUMBER, OnnxMl.NodeProto.getDefaultInstance());
            }
            coded.flush();
        }
        assertRefused(file, "more than 4000000 nodes");
    }

    @Test
    void messagesThatLieTooDeepAreRefused() throws IOException {
        ByteString inner = ByteString.EMPTY;
        for (int depth = 0; depth < 3000; depth++) { // graph in attribute in node in graph …
            OnnxMl.AttributeProto attribute = OnnxMl.AttributeProto.newBuilder().setName("a").build();
            inner = nest(OnnxMl.GraphProto.NODE_FIELD_NUMBER, nest(OnnxMl.NodeProto.ATTRIBUTE_FIELD_NUMBER,
                    attribute.toByteString().concat(nest(OnnxMl.AttributeProto.G_FIELD_NUMBER, inner))));
        }
        Path file = Files.write(folder.resolve("deep.onnx"), nest(OnnxMl.ModelProto.GRAPH_FIELD_NUMBER, inner).toByteArray());
        assertRefused(file, "too deep");
    }

    private static ByteString nest(int field, ByteString content) throws IOException {
        ByteString.Output out = ByteString.newOutput();
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        coded.writeTag(field, 2);
        coded.writeUInt32NoTag(content.size());
        coded.flush();
        return out.toByteString().concat(content);
    }

    @Test
    void oddGraphsAreReadWithoutHarm() throws IOException {
        graph.addOutput(Models.value("alone", "N", 2)).addNode(Models.node("Identity", "alone"));
        graph.addOutput(Models.value("a", "N", 2)).addNode(Models.node("Identity", "a", "b"))
                .addNode(Models.node("Identity", "b", "a"));
        OnnxSummary summary = OnnxFile.read(write(graph));
        assertEquals("Add", summary.last().get("logvar"));
        assertEquals("Identity", summary.last().get("alone"), "an Identity of nothing");
        assertEquals("Identity", summary.last().get("a"), "two that copy each other");
    }

    @Test
    void whatWillNotWorkWellIsListed() throws IOException {
        OnnxMl.GraphProto.Builder odd = Models.encoder(64, 4, 1, 8, 8).addNode(Models.node("RandomNormalLike", "e", "mean"))
                .addInput(Models.value("label", OnnxMl.TensorProto.DataType.INT64, "N"));
        List<String> problems = OnnxFile.read(write(odd)).problems();
        assertEquals(3, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("batches of 4"), problems.get(0));
        assertTrue(problems.get(1).contains("label int64 [N]"), problems.get(1));
        assertTrue(problems.get(2).contains("RandomNormalLike"), problems.get(2));
        assertEquals(List.of(), OnnxFile.read(write(graph)).problems());
    }
}
