package org.distaff.study.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The few file operations that publishing is made of; tests put faults in their place. */
public interface Disk {

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
        public void write(Path file, byte[] bytes) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
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
                    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                        channel.force(true);
                    }
                }
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel parent = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
                parent.force(true);
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
