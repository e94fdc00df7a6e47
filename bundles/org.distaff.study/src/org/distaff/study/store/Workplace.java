package org.distaff.study.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.distaff.core.failure.Problem;

/**
 * The folder in which one process makes one cell. It is guarded by a file lock, which the system drops when the process dies, so
 * a killed run's folder, with the checkpoint in it, is taken over by the next.
 */
public final class Workplace implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private Workplace(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    static Optional<Workplace> claim(Path work, String cellId) {
        Path folder = work.resolve(cellId);
        try {
            Files.createDirectories(work);
            FileChannel channel = FileChannel.open(work.resolve(cellId + ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Files.createDirectories(folder);
            return Optional.of(new Workplace(folder, channel, lock));
        } catch (IOException e) {
            throw Problem.failed("No work can be done in " + work + ": " + e.getMessage()
                    + "; make room or mend access and run again.", e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this process has it
        }
    }

    /** Where the cell is made; empty, or holding an interrupted attempt. */
    public Path folder() {
        return folder;
    }

    /** Releases the cell; what is in the folder stays for the next attempt. */
    @Override
    public void close() {
        try {
            deleteIfEmpty();
            // the lock file goes first: nobody else can hold it while we do
            Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".lock"));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw Problem.failed("The lock of " + folder + " could not be released: " + e.getMessage() + ".", e);
        }
    }

    private void deleteIfEmpty() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }
}
