package org.distaff.tests.cli;

import java.io.IOException;

import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.failure.ExitCode;

/** A command that does what a test says. */
record FakeCommand(Description description, Verb verb) implements Command {

    /** What the command does. */
    interface Verb {

        ExitCode run(Invocation invocation) throws IOException;
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        return verb.run(invocation);
    }
}
