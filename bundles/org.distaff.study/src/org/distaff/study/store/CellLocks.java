package org.distaff.study.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One lock per cell, seen by every process that works on a store: one byte of the store's lock file, at a place made of the
 * cell's id. The file is never deleted, because a lock on a deleted file guards nothing; and a process keeps one channel to it,
 * because the system drops all of a process's locks on a file as soon as any of its channels closes.
 */
final class CellLocks {

    /** Hexadecimal digits of the id that make the place: 60 bits, so that two cells of one store do not meet. */
    private static final int DIGITS = 15;
    /** The channels of this process, by lock file; guarded by itself. */
    private static final Map<Path, CellLocks> OPEN = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private int held;

    private CellLocks(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A lock that is held; closing releases it. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /** The cell's lock, or nothing when another thread or process has it. */
    static Optional<Held> tryLock(Path store, String cellId) throws IOException {
        Files.createDirectories(store);
        Path file = store.toRealPath().resolve("lock");
        synchronized (OPEN) {
            CellLocks locks = OPEN.get(file);
            if (locks == null) {
                locks = new CellLocks(file,
                        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                OPEN.put(file, locks);
            }
            try {
                return Optional.ofNullable(locks.lock(Long.parseLong(cellId.substring(0, DIGITS), 16)));
            } finally {
                locks.closeIfUnused();
            }
        }
    }

    private Held lock(long place) throws IOException {
        try {
            FileLock lock = channel.tryLock(place, 1, false);
            if (lock == null) {
                return null;
            }
            held++;
            return () -> release(lock);
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this process has it
        }
    }

    private void release(FileLock lock) throws IOException {
        synchronized (OPEN) {
            try {
                lock.release();
            } finally {
                held--;
                closeIfUnused();
            }
        }
    }

    private void closeIfUnused() throws IOException {
        if (held == 0) {
            OPEN.remove(file);
            channel.close();
        }
    }
}
