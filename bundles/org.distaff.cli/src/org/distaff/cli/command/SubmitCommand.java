package org.distaff.cli.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.distaff.cli.input.InputFile;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.launch.LaunchRequest;
import org.distaff.core.launch.Launcher;
import org.distaff.study.evaluate.Assignments;

/** {@code distaff submit}: hands a study to a launcher. */
public final class SubmitCommand implements Command {

    @Override
    public Description describe() {
        return Description.of("submit", "Submit a study")
                .summary("Hands a study's missing cells to a launcher, in shards that share the store")
                .help(StudyArgument.HELP)
                .parameter(StudyArgument.STUDY.meaning("study file (*.study.yaml)").mandatory())
                .parameter(StudyArgument.STORE)
                .parameter(Parameter.text("launcher", null).meaning("id of a launcher, see distaff list launchers")
                        .mandatory())
                .parameter(Parameter.integer("shards", 1).range(1, 100_000)
                        .meaning("into how many shards the missing cells are divided"))
                .parameter(Parameter.list("parameters")
                        .meaning("the launcher's parameters as ID.PARAMETER=VALUE; several separated by commas"))
                .parameter(Parameter.flag("dryRun", false).meaning("show what would be started, start nothing"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Parameters options = invocation.parameters();
        Launcher launcher = invocation.contributions().launcher(options.text("launcher"));
        String id = launcher.describe().id();
        Assignments assignments = Assignments.parse(options.list("parameters"));
        assignments.requireOnly(List.of(id));
        Parameters parameters = Parameters.bind(launcher.describe().parameters(), assignments.of(id),
                "launcher '" + id + "'");
        StudyArgument argument = StudyArgument.of(invocation);
        LaunchRequest request = new LaunchRequest(InputFile.existing(options.text("study"), "STUDY").toAbsolutePath(),
                argument.store().toAbsolutePath(), options.integer("shards"), options.flag("dryRun"), runner(),
                parameters);
        launcher.launch(request, invocation.progress()).forEach(invocation.out()::println);
        return ExitCode.OK;
    }

    /** The script that started this process, or the one on the search path. */
    private static List<String> runner() {
        String area = System.getProperty("osgi.install.area");
        if (area != null && area.startsWith("file:")) {
            Path script = Path.of(URI.create(area.replace(" ", "%20"))).resolve("distaff");
            if (Files.isExecutable(script)) {
                return List.of(script.toString());
            }
        }
        return List.of("distaff");
    }
}
