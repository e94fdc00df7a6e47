package org.distaff.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.distaff.core.registry.ExtensionContributions;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** The headless application: hands the command line to a {@link Shell} and returns its exit code. */
public final class Application implements IApplication {

    private volatile Shell shell;

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        // UTF-8 whatever the locale: JSON demands it, and names of factors and files survive.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        ExtensionContributions.Result installed = ExtensionContributions.read(RegistryFactory.getRegistry());
        installed.problems().forEach(problem -> err.println("Warning: " + problem));
        shell = new Shell(installed.contributions(), out, err, Terminal.ofStandardError());
        try (Interruption interruption = Interruption.install(() -> {
            err.println();
            err.println("Stopping once what is in hand is safe; interrupt again to stop at once.");
            shell.cancel();
        })) {
            return shell.run(arguments == null ? new String[0] : arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    @Override
    public void stop() {
        Shell running = shell;
        if (running != null) {
            running.cancel();
        }
    }
}
