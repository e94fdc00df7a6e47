package org.distaff.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.cli.output.Results;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.plan.Cell;
import org.distaff.study.run.WantedScores;
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
        WantedScores wanted = WantedScores.of(argument.study(), invocation.contributions());
        Map<String, String> failures = store.failures();
        List<String> undone = new ArrayList<>();
        for (Cell cell : cells) {
            undone(cell, cell.label(invocation.contributions()), store, wanted, failures).ifPresent(undone::add);
        }
        out.println(cells.size() - undone.size() + " of " + cells.size() + " cells are done");
        undone.stream().limit(NAMED).forEach(line -> out.println("  " + line));
        if (undone.size() > NAMED) {
            out.println("  and " + (undone.size() - NAMED) + " more");
        }
        store.problems().forEach(problem -> out.println("  damaged: " + problem));
        return ExitCode.OK;
    }

    /** What is still to do for a cell, and why; nothing when it is done. */
    private static Optional<String> undone(Cell cell, String label, Store store, WantedScores wanted,
            Map<String, String> failures) {
        Optional<StoredCell> stored = store.find(cell);
        List<String> lacking = stored.map(found -> wanted.missing(store, found)).orElse(List.of()).stream()
                .map(request -> request.metric().describe().id()).toList();
        if (stored.isPresent() && lacking.isEmpty()) {
            return Optional.empty();
        }
        if (failures.containsKey(cell.id())) {
            return Optional.of("failed: " + label + ": " + failures.get(cell.id()));
        }
        return Optional.of(stored.isEmpty() ? "missing: " + label
                : "not measured: " + label + ": " + String.join(", ", lacking));
    }
}
