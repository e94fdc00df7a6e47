package org.distaff.onnx.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Files that are often given in an ONNX model's place, told by their first bytes.
 *
 * @param start  first bytes
 * @param phrase what the file is and how to get a model from it
 */
record FileKind(byte[] start, String phrase) {

    private static final String EXPORT = "; export the network with torch.onnx.export";
    private static final List<FileKind> KINDS = List.of(
            of("PK\3\4", "a ZIP archive, such as PyTorch's .pt or NumPy's .npz" + EXPORT),
            of("\u0080\2", "a Python pickle" + EXPORT),
            of("\u0089HDF", "an HDF5 file; convert the network with tf2onnx"),
            of("\u0089PNG", "a PNG image"),
            of("\u0093NUMPY", "a NumPy array"),
            of("GIF8", "a GIF image"),
            of("{", "JSON text"));

    /** Bytes that {@link #of(byte[])} wants to see. */
    static final int LENGTH = 8;

    private static FileKind of(String start, String phrase) {
        return new FileKind(start.getBytes(StandardCharsets.ISO_8859_1), phrase);
    }

    /** What a file with these first bytes is; nothing when it may be a model. */
    static Optional<String> of(byte[] head) {
        return KINDS.stream().filter(kind -> head.length >= kind.start.length
                && Arrays.equals(head, 0, kind.start.length, kind.start, 0, kind.start.length)).map(FileKind::phrase)
                .findFirst();
    }
}
