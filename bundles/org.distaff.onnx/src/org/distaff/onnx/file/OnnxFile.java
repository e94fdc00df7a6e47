package org.distaff.onnx.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.distaff.core.failure.Problem;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;

import ai.onnx.proto.OnnxMl;

/** Reads ONNX files without running them and refuses what must not reach the runtime. */
public final class OnnxFile {

    /** Files larger than this are not parsed; protobuf cannot hold them anyway. */
    private static final long MAXIMUM_BYTES = Integer.MAX_VALUE - 64;
    private static final int MAXIMUM_DEPTH = 64;
    private static final int BUFFER = 1 << 16;

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
        return GraphReading.summary(model, size(file));
    }

    private static OnnxMl.ModelProto parse(Path file) {
        try {
            requireModelFile(file);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                MessageCount.check(coded(in), MAXIMUM_DEPTH, file);
            }
            try (InputStream in = Files.newInputStream(file)) {
                OnnxMl.ModelProto model = OnnxMl.ModelProto.parseFrom(coded(in));
                if (!model.hasGraph() || model.getGraph().getOutputCount() == 0) {
                    throw Problem.input(file + " is no ONNX model: it has no graph with outputs.");
                }
                return model;
            }
        } catch (InvalidProtocolBufferException e) {
            throw Problem.input(file + " is no ONNX model or is damaged (" + e.getMessage().split("\\.")[0]
                    + "); export it again.", e);
        } catch (AccessDeniedException e) {
            throw Problem.input(file + " cannot be read: permission is denied.", e);
        } catch (IOException e) {
            throw Problem.failed(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static CodedInputStream coded(InputStream in) {
        CodedInputStream coded = CodedInputStream.newInstance(in);
        coded.setRecursionLimit(MAXIMUM_DEPTH);
        coded.setSizeLimit((int) MAXIMUM_BYTES);
        return coded;
    }

    /** Refuses what can be told from outside: no file, an empty one, one that begins like another format. */
    private static void requireModelFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw Problem.input("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file)) {
            throw Problem.input(file + " is no file; give the ONNX file itself.");
        }
        long size = Files.size(file);
        if (size == 0 || size > MAXIMUM_BYTES) {
            throw Problem.input(file + " has " + size + " bytes; an ONNX model has at least one and at most 2 GiB.");
        }
        if (size > Runtime.getRuntime().maxMemory() / 2) {
            throw Problem.failed(file + " has " + size + " bytes, too many for the memory that Java may use; "
                    + "raise it with -Xmx, or export the weights as external data.", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            FileKind.of(in.readNBytes(FileKind.LENGTH)).ifPresent(kind -> {
                throw Problem.input(file + " is no ONNX model but " + kind + ".");
            });
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Problem.failed(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
