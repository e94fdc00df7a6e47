package org.distaff.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Cancelled;
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

    /**
     * Measures and prints. When metrics fail, or the user stops it, what the others gave is printed all the same, with
     * a warning that the rest is missing.
     *
     * @param warnings   sentences about the input
     * @param provenance where codes and points came from
     */
    void measure(Points points, List<String> warnings, Map<String, Object> provenance, Invocation invocation,
            Progress progress) throws IOException {
        Map<String, Scores> scores = new LinkedHashMap<>();
        try {
            Evaluator.evaluate(requests, points, Runtime.getRuntime().availableProcessors(), progress, scores::put);
        } catch (Cancelled | Problem | OutOfMemoryError e) {
            if (!scores.isEmpty()) {
                List<String> missing = requests.stream().map(r -> r.metric().describe().id())
                        .filter(id -> !scores.containsKey(id)).toList();
                List<String> all = new ArrayList<>(warnings);
                all.add((e instanceof Problem ? "Failed and left out: "
                        : "Not measured, because '" + missing.get(0) + "' did not end: ") + String.join(", ", missing)
                        + ".");
                print(scores, all, provenance, invocation.out());
            }
            throw e;
        }
        print(scores, warnings, provenance, invocation.out());
    }

    private void print(Map<String, Scores> scores, List<String> warnings, Map<String, Object> provenance,
            PrintStream out) throws IOException {
        ScoreDocument document = new ScoreDocument(requests.stream()
                .filter(r -> scores.containsKey(r.metric().describe().id())).toList(), scores, warnings, provenance);
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
