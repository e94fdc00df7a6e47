package org.distaff.study.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The few file operations that publishing is made of; tests put faults in their place. */
public interface Disk {

    /** Makes a folder and those above it, and waits until their names are on the disk. */
    void createFolders(Path folder) throws IOException;

    /** Writes a file and waits until it is on the disk. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Waits until every file and folder below is on the disk. */
    void sync(Path folder) throws IOException;

    /** Renames in one step; a file already there is replaced, a folder that is not empty makes it fail. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or a folder with all that is in it. */
    void delete(Path path) throws IOException;

    /** The file system itself. */
    Disk REAL = new Disk() {

        @Override
        public void createFolders(Path folder) throws IOException {
            if (Files.isDirectory(folder)) {
                return;
            }
            Path above = folder.toAbsolutePath().getParent();
            createFolders(above);
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) { // otherwise another process made it at the same moment
                    throw e;
                }
            }
            force(above);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
        }

        @Override
        public void sync(Path folder) throws IOException {
            try (Stream<Path> below = Files.walk(folder)) {
                for (Path path : below.toList()) {
                    force(path);
                }
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            force(to.getParent());
        }

        private static void force(Path path) throws IOException {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }

        @Override
        public void delete(Path path) throws IOException {
            List<Path> doomed;
            try (Stream<Path> below = Files.walk(path)) {
                doomed = below.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : doomed) {
                Files.delete(file);
            }
        }
    };
}
