package org.distaff.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import org.distaff.cli.output.Results;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.plan.Cell;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/** {@code distaff status}: how far a study is, and its results so far. */
public final class StatusCommand implements Command {

    /** More missing cells than this are counted and not named. */
    private static final int NAMED = 10;

    @Override
    public Description describe() {
        return Description.of("status", "Status of a study")
                .summary("Tells which cells of a study are done, missing or failed and why, and the results so far")
                .help(StudyArgument.HELP)
                .parameter(StudyArgument.STUDY)
                .parameter(StudyArgument.STORE);
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        StudyArgument argument = StudyArgument.of(invocation);
        Store store = argument.existingStore().orElseThrow(() -> Problem.input("There is no store at "
                + argument.store() + "; run the study first, or name its store with --store."));
        List<Cell> cells = argument.plan(invocation);
        List<StoredCell> finished = StudyArgument.finished(cells, store, argument.study());
        PrintStream out = invocation.out();
        if (!finished.isEmpty()) {
            out.println(Results.text(ResultTable.of(finished, ResultTable.Grouping.SETTING)));
        }
        out.println(finished.size() + " of " + cells.size() + " cells are done");
        List<Cell> missing = cells.stream().filter(c -> store.find(c).isEmpty()).toList();
        Map<String, String> failures = store.failures();
        missing.stream().limit(NAMED).forEach(c -> {
            String label = c.label(invocation.contributions());
            String failure = failures.get(c.id());
            out.println(failure == null ? "  missing: " + label : "  failed: " + label + ": " + failure);
        });
        if (missing.size() > NAMED) {
            out.println("  missing: " + (missing.size() - NAMED) + " more");
        }
        store.problems().forEach(problem -> out.println("  damaged: " + problem));
        return ExitCode.OK;
    }
}
