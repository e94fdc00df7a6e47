package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.distaff.study.plan.Cell;
import org.distaff.study.store.Store;
import org.distaff.study.store.Workplace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells at work as another process sees them; the other process is a few lines of Java that try the lock. */
class LocksTest {

    private static final String OTHER = """
            import java.nio.channels.*;
            import java.nio.file.*;
            public class Other {
                public static void main(String[] words) throws Exception {
                    try (var channel = FileChannel.open(Path.of(words[0]), StandardOpenOption.WRITE)) {
                        System.out.print(channel.tryLock(Long.parseLong(words[1], 16), 1, false) == null ? "taken" : "free");
                    }
                }
            }
            """;

    @TempDir
    private Path folder;
    private Path other;
    private Store store;

    @BeforeEach
    void write() throws IOException {
        other = Files.writeString(folder.resolve("Other.java"), OTHER);
        store = Store.open(folder.resolve("store"));
    }

    private static Cell cell(long seed) {
        return new Cell("data", Map.of(), "data/1", "fake", "1", Map.of(), Map.of(), seed);
    }

    private String seenByAnotherProcess(Cell cell) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                other.toString(), store.folder().resolve("lock").toString(), cell.id().substring(0, 15))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return answer;
    }

    @Test
    void aCellAtWorkIsTakenWhateverElseThisProcessTries() throws IOException, InterruptedException {
        Cell cell = cell(1);
        try (Workplace workplace = store.claim(cell).orElseThrow()) {
            assertTrue(Store.open(store.folder()).claim(cell).isEmpty(), "two runs of one process do not share a cell");
            store.claim(cell(2)).orElseThrow().close();
            assertEquals("taken", seenByAnotherProcess(cell));
            assertEquals("free", seenByAnotherProcess(cell(2)));
            assertTrue(Files.isDirectory(workplace.folder()));
        }
        assertEquals("free", seenByAnotherProcess(cell));
        store.claim(cell).orElseThrow().close();
    }
}
