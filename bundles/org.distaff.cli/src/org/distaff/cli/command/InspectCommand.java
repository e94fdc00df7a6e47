package org.distaff.cli.command;

import java.io.IOException;
import java.nio.file.Path;

import org.distaff.cli.input.InputFile;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.ExitCode;

/** {@code distaff inspect}: what an ONNX file takes and gives, without running it. */
public final class InspectCommand implements Command {

    @Override
    public Description describe() {
        return Description.of("inspect", "Inspect an ONNX file")
                .summary("Tells inputs, outputs, parameters, size and problems of an ONNX file without running it")
                .parameter(Parameter.path("model", null).meaning("ONNX file").mandatory().byPosition());
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Path file = InputFile.existing(invocation.parameters().text("model"), "MODEL");
        invocation.out().print(ModelInspection.of(file).text(file));
        return ExitCode.OK;
    }
}
