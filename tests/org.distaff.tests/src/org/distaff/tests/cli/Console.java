package org.distaff.tests.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.distaff.cli.Shell;
import org.distaff.cli.Terminal;
import org.distaff.core.command.Command;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.metric.Metric;
import org.distaff.core.registry.Contributions;

/** A shell with what it printed. */
final class Console {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Shell shell;

    Console(Contributions contributions) {
        this(contributions, Terminal.NONE);
    }

    Console(Contributions contributions, Terminal terminal) {
        shell = new Shell(contributions, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), terminal);
    }

    static Console of(Command... commands) {
        return new Console(commands(commands));
    }

    static Contributions commands(Command... commands) {
        return with(List.of(), List.of(), commands);
    }

    static Contributions with(List<DatasetProvider> datasets, List<Metric> metrics, Command... commands) {
        return new Contributions(datasets, List.of(), metrics, List.of(), List.of(commands));
    }

    Shell shell() {
        return shell;
    }

    int run(String... arguments) {
        return shell.run(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
