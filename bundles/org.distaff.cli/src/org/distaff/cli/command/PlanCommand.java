package org.distaff.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.distaff.cli.output.TextTable;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.failure.ExitCode;
import org.distaff.study.plan.Cell;

/** {@code distaff plan}: what a study would run; runs nothing. */
public final class PlanCommand implements Command {

    @Override
    public Description describe() {
        return Description.of("plan", "Plan a study")
                .summary("Counts a study's cells, what is done and what is left to train; runs nothing")
                .help(StudyArgument.HELP)
                .parameter(StudyArgument.STUDY)
                .parameter(StudyArgument.STORE)
                .parameter(Parameter.flag("cells", false).meaning("list every cell"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        StudyArgument argument = StudyArgument.of(invocation);
        List<Cell> cells = argument.plan(invocation);
        Set<String> done = argument.existingStore()
                .map(store -> StudyArgument.finished(cells, store, argument.study())).orElse(List.of()).stream()
                .map(stored -> stored.cell().id()).collect(Collectors.toSet());
        PrintStream out = invocation.out();
        if (invocation.parameters().flag("cells")) {
            out.println(listing(cells, done));
        }
        out.print(groups(cells, done));
        long missing = cells.stream().filter(c -> !done.contains(c.id())).count();
        out.println("\n" + cells.size() + " cells, " + done.size() + " done, " + missing + " to run: "
                + String.format(Locale.ROOT, "%,d", steps(cells, done)) + " training steps");
        out.println("Store: " + argument.store());
        return ExitCode.OK;
    }

    private static TextTable listing(List<Cell> cells, Set<String> done) {
        TextTable table = new TextTable("cell", "state", "id");
        cells.forEach(c -> table.row(c.label(), done.contains(c.id()) ? "done" : "to run", c.id().substring(0, 12)));
        return table;
    }

    private static TextTable groups(List<Cell> cells, Set<String> done) {
        Map<List<String>, List<Cell>> groups = cells.stream().collect(Collectors.groupingBy(
                c -> List.of(c.datasetId(), c.modelId()), LinkedHashMap::new, Collectors.toList()));
        TextTable table = new TextTable("data set", "model", "cells>", "done>", "steps to train>");
        groups.forEach((key, group) -> table.row(key.get(0), key.get(1), String.valueOf(group.size()),
                String.valueOf(group.stream().filter(c -> done.contains(c.id())).count()),
                String.format(Locale.ROOT, "%,d", steps(group, done))));
        return table;
    }

    private static long steps(List<Cell> cells, Set<String> done) {
        return cells.stream().filter(c -> !done.contains(c.id())).map(c -> c.training().get("steps"))
                .mapToLong(steps -> steps instanceof Number n ? n.longValue() : 0).sum();
    }
}
