package org.distaff.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.distaff.core.failure.Problem;

/** Files that appear whole or not at all. */
public final class AtomicFile {

    private AtomicFile() {
    }

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {

        void write(OutputStream out) throws IOException;
    }

    /**
     * Refuses a file that could not be written in the end, before long work starts.
     *
     * @return the file
     * @throws Problem (input) when its folder is missing or not writable, or it is a folder itself
     */
    public static Path require(Path file) {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Problem.input(file + " cannot be written, because there is no folder " + folder
                    + "; create it first.");
        }
        if (Files.isDirectory(target)) {
            throw Problem.input(file + " cannot be written, because it is a folder; name a file.");
        }
        if (!Files.isWritable(folder)) {
            throw Problem.input(file + " cannot be written, because the folder " + folder
                    + " may not be written to; choose another one.");
        }
        return file;
    }

    /**
     * Writes a file beside its final place, forces it to the disk and renames it.
     *
     * @throws Problem (input) when the file cannot be written there
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = require(file).toAbsolutePath();
        Path folder = target.getParent();
        Path temporary = folder.resolve("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.write(out);
                out.flush();
                channel.force(true);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING); // some network file systems
        }
    }
}
