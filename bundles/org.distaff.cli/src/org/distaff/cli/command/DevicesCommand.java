package org.distaff.cli.command;

import java.io.PrintStream;
import java.util.Locale;

import org.distaff.cli.output.TextTable;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.failure.ExitCode;

/** {@code distaff devices}: what execution and training will use, and why. */
public final class DevicesCommand implements Command {

    @Override
    public Description describe() {
        return Description.of("devices", "Devices")
                .summary("Tells what CPU or GPU execution and training will use, and why")
                .parameter(EngineOptions.DEVICE);
    }

    @Override
    public ExitCode run(Invocation invocation) {
        String device = EngineOptions.device(invocation.parameters());
        PrintStream out = invocation.out();
        Runtime runtime = Runtime.getRuntime();
        TextTable table = new TextTable("what", "uses")
                .row("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + runtime.availableProcessors() + " CPU cores")
                .row("Java", Runtime.version() + ", at most "
                        + String.format(Locale.ROOT, "%.1f", runtime.maxMemory() / (double) (1L << 30)) + " GiB heap")
                .row("execution", DeviceReport.execution(device))
                .row("training", DeviceReport.training(device));
        out.print(table);
        return ExitCode.OK;
    }
}
