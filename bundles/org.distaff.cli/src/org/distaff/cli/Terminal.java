package org.distaff.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What stands behind standard error.
 *
 * @param interactive whether a person looks at it as it is written, so that a line may be drawn over
 * @param width       characters in a line
 */
public record Terminal(boolean interactive, int width) {

    /** Not a terminal: a file, a pipe, a scheduler's log. */
    public static final Terminal NONE = new Terminal(false, 100);

    private static final Path ERROR_ON_LINUX = Path.of("/proc/self/fd/2");
    private static final int USUAL_WIDTH = 80;

    /** Finds out about this process. */
    public static Terminal ofStandardError() {
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return !dumb && isTerminal() ? new Terminal(true, columns()) : NONE;
    }

    private static boolean isTerminal() {
        try {
            // The console API tells of standard input and output only, and not at all before Java 22.
            String target = Files.readSymbolicLink(ERROR_ON_LINUX).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null; // no such link: not Linux
        }
    }

    private static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
