package org.distaff.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.cli.input.InputFile;
import org.distaff.cli.output.AtomicFile;
import org.distaff.cli.output.Json;
import org.distaff.cli.output.ScoreDocument;
import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.study.evaluate.Assignments;
import org.distaff.study.evaluate.Evaluator;
import org.distaff.study.evaluate.MetricRequest;
import org.distaff.study.evaluate.MetricSelection;

/**
 * The options that every command with metrics shares.
 *
 * @param requests    the metrics with their parameters
 * @param assignments all parameter values, also those of other contributions
 * @param seed        seed of the evaluation
 * @param json        where the JSON document goes, if one is wanted
 */
record MetricOptions(List<MetricRequest> requests, Assignments assignments, long seed, Optional<String> json) {

    static final Parameter METRICS = Parameter.text("metrics", "default")
            .meaning("metric ids separated by commas; 'default' (" + String.join(", ", MetricSelection.DEFAULT)
                    + ") or 'all'");
    static final Parameter PARAMETERS = Parameter.list("parameters")
            .meaning("parameter values as ID.PARAMETER=VALUE, as in mig.bins=20; several separated by commas");
    static final Parameter SEED = Parameter.integer("seed", 0).meaning("seed of every random stream of the evaluation");
    static final Parameter JSON = Parameter.path("json", null)
            .meaning("write a JSON document to this file, or print it and nothing else with '-'");

    /**
     * Reads and checks the options before any file is read.
     *
     * @param others ids besides the metrics' that parameters may be given for
     */
    static MetricOptions of(Invocation invocation, List<String> others) {
        Assignments assignments = Assignments.parse(invocation.parameters().list("parameters"));
        List<MetricRequest> requests = MetricSelection.parse(invocation.parameters().text("metrics"), assignments,
                invocation.contributions());
        List<String> ids = new ArrayList<>(requests.stream().map(r -> r.metric().describe().id()).toList());
        ids.addAll(others);
        assignments.requireOnly(ids);
        return new MetricOptions(requests, assignments, seed(invocation.parameters()), json(invocation.parameters()));
    }

    static long seed(Parameters options) {
        return (long) options.values().get("seed");
    }

    /** Where the JSON document goes; a file that cannot be written is told before the long work. */
    static Optional<String> json(Parameters options) {
        Optional<String> json = options.optional("json");
        json.filter(target -> !target.equals(Json.STANDARD_OUTPUT))
                .ifPresent(target -> AtomicFile.require(InputFile.path(target, "--json")));
        return json;
    }

    Map<String, Scores> evaluate(Points points, Progress progress) {
        return Evaluator.evaluate(requests, points, Runtime.getRuntime().availableProcessors(), progress);
    }

    void print(ScoreDocument document, PrintStream out) throws IOException {
        print(json, document.json(), document.table(), out);
    }

    /** Prints the table, or writes the JSON document, or both when it goes to a file. */
    static void print(Optional<String> json, Map<String, Object> document, String table, PrintStream out)
            throws IOException {
        if (json.isPresent()) {
            Json.write(json.get(), document, out);
        }
        if (json.filter(Json.STANDARD_OUTPUT::equals).isEmpty()) {
            out.print(table);
        }
    }
}
