package org.distaff.core.failure;

/** How a command ends; part of the stable command-line contract. */
public enum ExitCode {
    OK(0),
    /** Something went wrong that trying again, or repairing the machine, may mend. */
    FAILED(1),
    /** The user's command line, file or study is wrong. */
    INPUT(2),
    /** This cell can never work; a scheduler must not retry it. */
    NEVER(42),
    /** Not finished (time budget, cancelled); run again to go on. */
    LATER(75);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
