package org.distaff.core.command;

import java.io.PrintStream;

import org.distaff.core.describe.Parameters;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;

/**
 * One call of a command.
 *
 * @param parameters    options and arguments as the command described them
 * @param contributions what is installed
 * @param out           standard output: the result, nothing else
 * @param err           standard error: sentences about what happens
 * @param progress      bar or lines on standard error; cancelled by Ctrl-C
 */
public record Invocation(Parameters parameters, Contributions contributions, PrintStream out, PrintStream err,
        Progress progress) {
}
