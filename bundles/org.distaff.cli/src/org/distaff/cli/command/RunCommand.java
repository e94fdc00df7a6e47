package org.distaff.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.distaff.cli.output.Durations;
import org.distaff.cli.output.Json;
import org.distaff.cli.output.Results;
import org.distaff.core.command.Command;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.study.analysis.ResultTable;
import org.distaff.study.plan.Cell;
import org.distaff.study.report.Report;
import org.distaff.study.run.RunListener;
import org.distaff.study.run.RunOptions;
import org.distaff.study.run.RunSummary;
import org.distaff.study.run.StudyRunner;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/** {@code distaff run}: trains and measures the missing cells of a study. */
public final class RunCommand implements Command {

    private static final Pattern SHARD = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})");
    /** Share of the progress that running is given; the report takes the rest. */
    private static final double RUNNING = 0.97;

    @Override
    public Description describe() {
        return Description.of("run", "Run a study")
                .summary("Trains and measures the missing cells of a study, then prints its results")
                .help(StudyArgument.HELP + """


                        The report is written beside the store, in a folder whose name ends with -report. Exit code \
                        75 means that cells are missing because the time budget ran out or the run was interrupted: \
                        run again to go on. A cell of which a metric fails keeps its model and its other scores and \
                        counts as failed; running again measures what it lacks.

                        Cells that differ only in seed and in weights of their loss can be trained side by side as one \
                        program; each gets the numbers it would get alone, to 1e-5 relative after 100 steps. auto does \
                        so on a GPU, and on a CPU with dense networks so small that calling operations costs more than \
                        their work. The first line says what was chosen, each cell's provenance with how many it was \
                        trained. A group that is interrupted goes on from its checkpoint when the same cells come \
                        together again, and starts over when they do not.""")
                .parameter(StudyArgument.STUDY)
                .parameter(StudyArgument.STORE)
                .parameter(EngineOptions.DEVICE)
                .parameter(Parameter.integer("jobs", 0).range(0, 1024)
                        .meaning("cells at the same time; 0: one per core"))
                .parameter(Parameter.text("together", "auto").meaning("cells trained side by side as one program: auto "
                        + "where it gains, off, or at most so many"))
                .parameter(Parameter.text("shard", "1/1").meaning("share of the missing cells, as in 2/8"))
                .parameter(Parameter.text("timeBudget", null)
                        .meaning("no further cell starts after this long, as in 3h or 1h30m"))
                .parameter(Parameter.flag("json", false).meaning("print one JSON document instead of the table"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        RunOptions options = options(invocation.parameters());
        StudyArgument argument = StudyArgument.of(invocation);
        Store store = argument.openStore();
        PrintStream err = invocation.err();
        RunSummary summary = StudyRunner.run(argument.study(), store, options, invocation.contributions(),
                new RunListener() {
                    @Override
                    public void arranged(String sentence) {
                        err.println(sentence);
                    }

                    @Override
                    public void failed(Cell cell, String sentence) {
                        err.println(cell.label(invocation.contributions()) + " failed: " + sentence);
                    }

                    @Override
                    public void comparisonFailed(String sentence) {
                        err.println(sentence);
                    }
                }, invocation.progress().part(0, RUNNING));
        List<Cell> planned = argument.plan(invocation);
        List<StoredCell> cells = StudyArgument.finished(planned, store, argument.study());
        Optional<Path> report = report(argument, cells,
                argument.failures(planned, store, invocation.contributions()), options, invocation);
        store.problems().forEach(problem -> err.println("Warning: " + problem));
        ResultTable table = ResultTable.of(cells, ResultTable.Grouping.SETTING);
        if (invocation.parameters().flag("json")) {
            invocation.out().print(Json.text(document(argument, summary, table, report)));
        } else {
            print(argument, summary, cells.isEmpty() ? "" : Results.text(table), report, invocation.out());
        }
        return exitCode(summary, err);
    }

    static RunOptions options(Parameters given) {
        Matcher shard = SHARD.matcher(given.text("shard"));
        if (!shard.matches() || Integer.parseInt(shard.group(1)) > Integer.parseInt(shard.group(2))) {
            throw Problem.input("--shard must be I/N with I from 1 to N, as in 2/8, not '" + given.text("shard")
                    + "'.");
        }
        Duration budget = given.optional("timeBudget").map(t -> Durations.parse(t, "--time-budget")).orElse(null);
        return new RunOptions(EngineOptions.device(given), given.integer("jobs"), together(given.text("together")),
                Integer.parseInt(shard.group(1)), Integer.parseInt(shard.group(2)), budget);
    }

    private static int together(String given) {
        return switch (given) {
            case "auto" -> 0;
            case "off" -> 1;
            default -> {
                if (!given.matches("[1-9][0-9]{0,3}")) {
                    throw Problem.input("--together must be auto, off or a number from 1 to 9999, not '" + given
                            + "'.");
                }
                yield Integer.parseInt(given);
            }
        };
    }

    /** A shard leaves the report to whoever runs last, an interrupted run to the next one. */
    private static Optional<Path> report(StudyArgument argument, List<StoredCell> cells, Map<String, String> failures,
            RunOptions options, Invocation invocation) throws IOException {
        if (options.shards() > 1 || cells.isEmpty() || invocation.progress().cancelled()) {
            return Optional.empty();
        }
        return Optional.of(Report.write(argument.study(), cells, failures, argument.reportFolder(),
                invocation.contributions(), invocation.progress().part(RUNNING, 1)));
    }

    private static void print(StudyArgument argument, RunSummary summary, String table, Optional<Path> report,
            PrintStream out) {
        out.print(table);
        out.println((table.isEmpty() ? "" : "\n") + summary.planned() + " cells: " + summary.finished()
                + " finished now, " + summary.reused() + " before, " + summary.failures().size() + " failed");
        report.ifPresent(page -> out.println("Report: " + page));
        out.println("Store:  " + argument.store());
    }

    private static Map<String, Object> document(StudyArgument argument, RunSummary summary, ResultTable table,
            Optional<Path> report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("planned", summary.planned());
        counts.put("reused", summary.reused());
        counts.put("finished", summary.finished());
        counts.put("failed", summary.failures().size());
        counts.put("complete", summary.complete());
        List<Object> failures = new ArrayList<>();
        summary.failures().forEach((cell, sentence) -> failures
                .add(Map.of("cell", cell.id(), "label", cell.label(), "problem", sentence)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("study", argument.study().name());
        document.put("summary", counts);
        document.put("failures", failures);
        document.put("comparisonFailures", summary.comparisonFailures());
        document.put("table", Results.json(table));
        document.put("store", argument.store().toString());
        document.put("report", report.map(Path::toString).orElse(null));
        return document;
    }

    private static ExitCode exitCode(RunSummary summary, PrintStream err) {
        if (!summary.complete()) {
            int missing = summary.planned() - summary.reused() - summary.finished() - summary.failures().size();
            err.println("Not finished: " + (missing > 0 ? missing + " of " + summary.planned() + " cells are missing"
                    : "cells are still to be compared") + "; run the same command again to go on.");
            return ExitCode.LATER;
        }
        if (!summary.failures().isEmpty()) {
            err.println(summary.failures().size() + " of " + summary.planned()
                    + " cells failed, as told above; mend the cause and run again to retry them.");
            return ExitCode.FAILED;
        }
        if (!summary.comparisonFailures().isEmpty()) {
            err.println("All cells are finished, but not all could be compared, as told above; mend the cause and run "
                    + "again to retry it.");
            return ExitCode.FAILED;
        }
        return ExitCode.OK;
    }
}
