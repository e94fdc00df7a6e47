package org.distaff.onnx.file;

import java.io.IOException;
import java.nio.file.Path;

import org.distaff.core.failure.Problem;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;

import ai.onnx.proto.OnnxMl;

/**
 * Counts the objects that parsing a model would make, without making them: two bytes of a file may become an object of a
 * hundred, so that a small file could fill the heap.
 */
final class MessageCount {

    /** Nodes, attributes, tensors, names and so on; the largest published networks have fewer than a million. */
    private static final int MAXIMUM = 4_000_000;

    private final CodedInputStream in;
    private final Path file;
    private int count;

    private MessageCount(CodedInputStream in, Path file) {
        this.in = in;
        this.file = file;
    }

    /**
     * Walks a model to its end.
     *
     * @param depth how deep messages may lie in one another
     * @throws Problem (input) when there are too many objects
     */
    static void check(CodedInputStream in, int depth, Path file) throws IOException {
        new MessageCount(in, file).walk(OnnxMl.ModelProto.getDescriptor(), depth);
    }

    private void walk(Descriptor type, int depth) throws IOException {
        if (depth < 0) {
            throw new InvalidProtocolBufferException("Messages lie too deep in one another");
        }
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            boolean delimited = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if ((field == null || delimited) && ++count > MAXIMUM) {
                throw Problem.input(file + " has more than " + MAXIMUM
                        + " nodes, attributes, tensors and names; it is refused.");
            }
            if (delimited && field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                int outer = in.pushLimit(in.readRawVarint32());
                walk(field.getMessageType(), depth - 1);
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
    }
}
