package org.distaff.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

import org.distaff.cli.output.Durations;
import org.distaff.core.progress.Progress;

/** Progress on standard error: a bar that is drawn over on a terminal, a plain line every few seconds elsewhere. */
public final class ConsoleProgress implements Progress {

    private static final long BAR_INTERVAL = 100_000_000L;
    private static final long LINE_INTERVAL = 5_000_000_000L;
    /** Work shorter than this needs no progress in a log. */
    private static final long FIRST_LINE = 2_000_000_000L;
    /** Before this an estimate would be a guess. */
    private static final long FIRST_ESTIMATE = 2_000_000_000L;
    private static final int BAR_CELLS = 20;
    private static final String ERASE = "\r\033[K";

    private final PrintStream err;
    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private final long start;
    private long next;
    private boolean drawn;
    private volatile boolean cancelled;

    /** @param nanoTime a clock that only goes forward, {@link System#nanoTime} outside tests */
    public ConsoleProgress(PrintStream err, Terminal terminal, LongSupplier nanoTime) {
        this.err = err;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.next = terminal.interactive() ? start : start + FIRST_LINE;
    }

    @Override
    public synchronized void report(double fraction, String message) {
        long now = nanoTime.getAsLong();
        if (now < next) {
            return;
        }
        double share = Math.max(0, Math.min(1, fraction));
        String text = String.format(Locale.ROOT, "%3.0f %%", Math.floor(share * 100))
                + pace(share, now - start, message)
                + "  " + message;
        if (terminal.interactive()) {
            next = now + BAR_INTERVAL;
            int filled = (int) (share * BAR_CELLS);
            String line = "[" + "#".repeat(filled) + "-".repeat(BAR_CELLS - filled) + "] " + text;
            err.print(ERASE + (line.length() < terminal.width() ? line : line.substring(0, terminal.width() - 1)));
            err.flush();
            drawn = true;
        } else {
            next = now + LINE_INTERVAL;
            err.println(text);
        }
    }

    /** Rate and time left, unless the message itself knows better. */
    private static String pace(double share, long elapsed, String message) {
        if (elapsed < FIRST_ESTIMATE || share <= 0 || message.contains(" left")) {
            return "";
        }
        double perMinute = share * 100 / (elapsed / 6e10);
        Duration left = Duration.ofNanos((long) (elapsed * (1 - share) / share));
        return String.format(Locale.ROOT, ", %.3g %%/min, %s left", perMinute, Durations.text(left));
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /** Asks the work to stop at its next safe place. */
    public void cancel() {
        cancelled = true;
    }

    /** Takes the bar away, so that what follows begins on a clean line. */
    public synchronized void erase() {
        if (drawn) {
            err.print(ERASE);
            err.flush();
            drawn = false;
        }
    }

    /** A stream whose writes take the bar away first. */
    public PrintStream above(PrintStream stream) {
        if (!terminal.interactive()) {
            return stream;
        }
        return new PrintStream(new FilterOutputStream(stream) {
            @Override
            public void write(int b) throws IOException {
                erase();
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                erase();
                out.write(bytes, offset, length);
            }
        }, true, StandardCharsets.UTF_8);
    }
}
