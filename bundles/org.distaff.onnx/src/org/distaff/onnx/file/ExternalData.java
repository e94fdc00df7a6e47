package org.distaff.onnx.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.distaff.core.failure.Problem;

import ai.onnx.proto.OnnxMl;

/**
 * Files that hold a model's tensors. They must lie in the model's folder under their own and only name: the runtime follows
 * hard links, and a symbolic link on the way turns {@code link/../x} into another folder's file.
 */
final class ExternalData {

    private final Path file;
    private final Path folder;
    private final Set<String> accepted = new HashSet<>();

    ExternalData(Path file) {
        this.file = file;
        this.folder = file.toAbsolutePath().normalize().getParent();
    }

    /** @throws Problem (input) when a tensor's data is not safely in the model's folder */
    void check(OnnxMl.TensorProto tensor) {
        for (OnnxMl.StringStringEntryProto entry : tensor.getExternalDataList()) {
            if (entry.getKey().equals("location") && !accepted.contains(entry.getValue())) {
                check(tensor.getName(), entry.getValue());
                accepted.add(entry.getValue());
            }
        }
    }

    private void check(String tensor, String location) {
        String refused = file + " keeps the data of '" + tensor + "' in '" + location + "', ";
        try {
            Path relative = Path.of(location);
            boolean climbs = StreamSupport.stream(relative.spliterator(), false)
                    .anyMatch(part -> part.toString().equals(".."));
            if (location.isEmpty() || relative.isAbsolute() || climbs) {
                throw Problem.input(refused + "which is outside the model's folder; it is refused.");
            }
            Path target = folder.resolve(relative).normalize();
            for (Path part = target; !part.equals(folder); part = part.getParent()) {
                if (Files.isSymbolicLink(part)) {
                    throw Problem.input(refused + "which is a symbolic link; it is refused.");
                }
            }
            if (!Files.exists(target)) {
                throw Problem.input(refused + "which does not exist; copy it beside the model.");
            }
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
                throw Problem.input(refused + "which is no file; export the model again.");
            }
            if (target.getFileSystem().supportedFileAttributeViews().contains("unix")
                    && (Integer) Files.getAttribute(target, "unix:nlink", LinkOption.NOFOLLOW_LINKS) != 1) {
                throw Problem.input(refused + "which has other names (hard links); copy it instead.");
            }
        } catch (IOException | InvalidPathException e) {
            throw Problem.input(refused + "which cannot be checked: " + e.getMessage() + ".", e);
        }
    }
}
