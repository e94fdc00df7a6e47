package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.distaff.cli.ConsoleProgress;
import org.distaff.cli.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Progress against a clock that the test moves by hand. */
class ConsoleProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private PrintStream err;
    private long now;

    @BeforeEach
    void open() {
        err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        now = 0;
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shortWorkPrintsNothingIntoALog() {
        ConsoleProgress progress = new ConsoleProgress(err, Terminal.NONE, () -> now);
        progress.report(0.5, "half");
        now = SECOND;
        progress.report(1, "done");
        assertEquals("", printed());
    }

    @Test
    void longWorkPrintsALineEveryFiveSeconds() {
        ConsoleProgress progress = new ConsoleProgress(err, Terminal.NONE, () -> now);
        for (int tenth = 0; tenth <= 200; tenth++) { // 20 seconds of reports, ten a second
            now = tenth * SECOND / 10;
            progress.report(tenth / 400.0, "spinning");
        }
        List<String> lines = printed().lines().toList();
        // at 2 s, then every 5 s: 2, 7, 12, 17
        assertEquals(4, lines.size(), printed());
        // 2 s for 5 % are 150 %/min and 38 s for the other 95 %
        assertEquals("  5 %, 150 %/min, 38 s left  spinning", lines.get(0));
        assertFalse(printed().contains("\r"), "no bar in a log");
    }

    @Test
    void aMessageThatKnowsTheTimeLeftIsNotContradicted() {
        ConsoleProgress progress = new ConsoleProgress(err, Terminal.NONE, () -> now);
        now = 10 * SECOND;
        progress.report(0.25, "3 of 12 cells, 1.2 cells/min, 8 min left: training");
        assertEquals(" 25 %  3 of 12 cells, 1.2 cells/min, 8 min left: training\n", printed());
    }

    @Test
    void aTerminalGetsOneLineThatIsDrawnOver() {
        ConsoleProgress progress = new ConsoleProgress(err, new Terminal(true, 40), () -> now);
        progress.report(0.5, "a message that is far longer than a line");
        assertEquals("\r\033[K[##########----------]  50 %  a message", printed());
        progress.report(0.6, "too soon after the first");
        assertFalse(printed().contains("too soon"));
        progress.above(err).println("a sentence");
        assertTrue(printed().endsWith("a message\r\033[Ka sentence\n"), printed());
    }

    @Test
    void cancellingIsHeardByParts() {
        ConsoleProgress progress = new ConsoleProgress(err, Terminal.NONE, () -> now);
        assertFalse(progress.part(0, 0.5).cancelled());
        progress.cancel();
        assertTrue(progress.part(0, 0.5).cancelled());
    }
}
