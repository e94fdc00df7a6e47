package org.distaff.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.distaff.cli.input.InputFile;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.study.plan.Cell;
import org.distaff.study.report.Report;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/** {@code distaff report}: a study's finished cells as one page. */
public final class ReportCommand implements Command {

    @Override
    public Description describe() {
        return Description.of("report", "Report of a study")
                .summary("Writes a study's results as one self-contained page with tables, curves and traversals")
                .help(StudyArgument.HELP)
                .parameter(StudyArgument.STUDY)
                .parameter(StudyArgument.STORE)
                .parameter(Parameter.path("out", null)
                        .meaning("folder of the report; otherwise beside the store, its name ending with -report"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        StudyArgument argument = StudyArgument.of(invocation);
        Store store = argument.existingStore().orElseThrow(() -> Problem.input("There is no store at "
                + argument.store() + "; run the study first, or name its store with --store."));
        List<Cell> planned = argument.plan(invocation);
        List<StoredCell> cells = StudyArgument.finished(planned, store, argument.study());
        if (cells.isEmpty()) {
            throw Problem.input("The store " + argument.store() + " has no finished cell of study '"
                    + argument.study().name() + "'; run the study first.");
        }
        Path folder = invocation.parameters().optional("out").map(o -> InputFile.path(o, "--out"))
                .orElseGet(argument::reportFolder);
        Path page = Report.write(argument.study(), cells,
                argument.failures(planned, store, invocation.contributions()), folder, invocation.contributions(),
                invocation.progress());
        store.problems().forEach(problem -> invocation.err().println("Warning: " + problem));
        invocation.out().println("Report: " + page);
        return ExitCode.OK;
    }
}
