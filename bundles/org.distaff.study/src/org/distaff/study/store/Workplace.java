package org.distaff.study.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.distaff.core.failure.Problem;

/**
 * The folder in which one process makes one cell. It is guarded by a lock that the system drops when the process dies, so a
 * killed run's folder, with the checkpoint in it, is taken over by the next.
 */
public final class Workplace implements AutoCloseable {

    private final Path folder;
    private final CellLocks.Held lock;

    private Workplace(Path folder, CellLocks.Held lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static Optional<Workplace> claim(Path store, String cellId) {
        Path folder = store.resolve("work").resolve(cellId);
        try {
            Optional<CellLocks.Held> lock = CellLocks.tryLock(store, cellId);
            if (lock.isPresent()) {
                try {
                    Files.createDirectories(folder);
                } catch (IOException e) {
                    lock.get().close();
                    throw e;
                }
            }
            return lock.map(held -> new Workplace(folder, held));
        } catch (IOException e) {
            throw Problem.failed("No work can be done in " + store + ": " + Store.reason(e)
                    + "; make room or mend access and run again.", e);
        }
    }

    /** Where the cell is made; empty, or holding an interrupted attempt. */
    public Path folder() {
        return folder;
    }

    /** Releases the cell; what is in the folder stays for the next attempt. */
    @Override
    public void close() {
        try (lock) {
            deleteIfEmpty();
        } catch (IOException e) {
            throw Problem.failed("The lock of " + folder + " could not be released: " + Store.reason(e) + ".", e);
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
