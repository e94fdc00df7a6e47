package org.distaff.core.command;

import java.io.IOException;

import org.distaff.core.describe.Described;
import org.distaff.core.failure.ExitCode;

/**
 * A word of the command line, contributed through {@code org.distaff.core.commands}: {@code distaff <id> …}. Its options
 * and its {@code --help} come from its description.
 */
public interface Command extends Described {

    ExitCode run(Invocation invocation) throws IOException;
}
