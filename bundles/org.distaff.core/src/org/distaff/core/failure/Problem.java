package org.distaff.core.failure;

/**
 * An expected failure, told in one sentence that names the file or option, what was wrong, and what to do. It is
 * shown to the user as it stands, without a stack trace.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private Problem(ExitCode exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    /** The user's input is wrong (exit code 2). */
    public static Problem input(String sentence) {
        return new Problem(ExitCode.INPUT, sentence, null);
    }

    public static Problem input(String sentence, Throwable cause) {
        return new Problem(ExitCode.INPUT, sentence, cause);
    }

    /** The work failed (exit code 1). */
    public static Problem failed(String sentence, Throwable cause) {
        return new Problem(ExitCode.FAILED, sentence, cause);
    }

    /** The work can never succeed, however often it is tried (exit code 42). */
    public static Problem never(String sentence) {
        return new Problem(ExitCode.NEVER, sentence, null);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
