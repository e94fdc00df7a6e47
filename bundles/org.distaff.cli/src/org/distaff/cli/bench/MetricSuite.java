package org.distaff.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.distaff.core.command.Invocation;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.study.evaluate.MetricSelection;

/**
 * The metrics of the 2019 study at their defaults on closed-form codes, then many small representations and a wide one.
 * Every group runs untimed first. The metrics of a group share their points, as they do in a study, so that work
 * done for an earlier one is not counted again for a later one.
 *
 * <p>Reference figures are processor seconds of disentanglement_lib 86a644d (2020-08-26) under numpy 2.4.6 and
 * scikit-learn 1.9.1 on codes of the same formula, one thread of a 2.5 GHz Xeon.
 */
final class MetricSuite implements Suite {

    /** One metric of a group: its id, parameters beside the defaults, and the reference's processor seconds. */
    private record Task(String id, Map<String, ?> parameters, double reference) {

        Task(String id, double reference) {
            this(id, Map.of(), reference);
        }

        String name() {
            return parameters.isEmpty() ? id : id + " " + String.join(" ", parameters.entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue()).toList());
        }
    }

    private static final List<Task> FAST = List.of(new Task("beta-vae-score", 2.6), new Task("factor-vae-score", 2.2),
            new Task("mig", 0.31), new Task("modularity-explicitness", 2.8), new Task("sap", 1.5),
            new Task("irs", 0.10), new Task("unsupervised", 0.45), new Task("med", 1.5),
            new Task("med", Map.of("top", 2), Double.NaN));
    private static final Task TREES = new Task("dci", 507);
    private static final Task DOWNSTREAM = new Task("downstream", Map.of("predictor", "logistic-regression"), 81);
    /** What a study measures by default, without the trees. */
    private static final List<Task> CELL = MetricSelection.DEFAULT.stream().filter(id -> !id.equals(TREES.id))
            .map(id -> new Task(id, Double.NaN)).toList();

    /** Short work needs more than one round until the virtual machine has compiled it. */
    private static final int FAST_ROUNDS = 10;

    private final int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public List<Measurement> run(Invocation invocation) throws IOException {
        Contributions contributions = invocation.contributions();
        Parameters parameters = invocation.parameters();
        Progress progress = invocation.progress();
        List<Measurement> found = new ArrayList<>();
        CodeSource codes = new ClosedFormCodes();
        together("the eight fast metrics", FAST, codes, contributions, progress.part(0, 0.05), found);
        cells(parameters.integer("cells"), codes, contributions, progress.part(0.05, 0.1), found);
        group(1, List.of(DOWNSTREAM), codes, contributions, progress.part(0.1, 0.2), found);
        group(1, List.of(TREES), codes, contributions, progress.part(0.2, 0.6), found);
        if (!parameters.text("wide").equals("none")) {
            wide(parameters.text("wide").equals("all"), contributions, progress.part(0.6, 1), found);
        }
        return found;
    }

    /** What is defined on a table of many latents; no untimed rounds, everything has run on narrow codes by now. */
    private void wide(boolean all, Contributions contributions, Progress progress, List<Measurement> found)
            throws IOException {
        Points points = new Points(WideCodes.table(), 0);
        List<Task> tasks = contributions.metrics().stream().map(metric -> metric.describe().id())
                .filter(id -> all || !WideCodes.SLOW.contains(id))
                .map(id -> new Task(id, WideCodes.PARAMETERS.getOrDefault(id, Map.of()), Double.NaN)).toList();
        for (Task task : tasks) {
            Scores[] scores = new Scores[1];
            Progress part = progress.part((double) tasks.indexOf(task) / tasks.size(), 1);
            Measurement.Cost cost = CpuClock.cost(() -> scores[0] = evaluate(task, points, contributions, part));
            if (scores[0].values().values().stream().anyMatch(Double::isFinite)) { // else undefined without a model
                found.add(new Measurement("wide: " + task.name(), cost, 1, "evaluations", Double.NaN));
            }
        }
    }

    /** A group's members, then their sum. */
    private void together(String name, List<Task> tasks, CodeSource codes, Contributions contributions,
            Progress progress, List<Measurement> found) throws IOException {
        int first = found.size();
        group(FAST_ROUNDS, tasks, codes, contributions, progress, found);
        List<Measurement> members = List.copyOf(found.subList(first, found.size()));
        found.add(new Measurement(name, members.stream().map(Measurement::cost).reduce(Measurement.Cost::plus)
                .orElseThrow(), 1, "evaluations", members.stream().mapToDouble(Measurement::reference)
                .filter(r -> !Double.isNaN(r)).sum()));
    }

    private void group(int untimed, List<Task> tasks, CodeSource codes, Contributions contributions, Progress progress,
            List<Measurement> found) throws IOException {
        for (int round = 1; round <= untimed; round++) {
            Points warm = new Points(codes, round);
            for (Task task : tasks) {
                evaluate(task, warm, contributions, progress.part(0, 0.5));
            }
        }
        Points points = new Points(codes, 0);
        for (Task task : tasks) {
            Measurement.Cost cost = CpuClock.cost(() -> evaluate(task, points, contributions, progress.part(0.5, 1)));
            found.add(new Measurement(task.name(), cost, 1, "evaluations", task.reference()));
        }
    }

    private void cells(int cells, CodeSource codes, Contributions contributions, Progress progress,
            List<Measurement> found) throws IOException {
        Measurement.Cost cost = ManyCells.cost(cells, codes,
                points -> CELL.forEach(task -> evaluate(task, points, contributions, Progress.NONE)), progress);
        String names = String.join(", ", CELL.stream().map(Task::id).toList());
        found.add(new Measurement("encoded cells (" + names + ")", cost, cells, "cells", Double.NaN));
    }

    private Scores evaluate(Task task, Points points, Contributions contributions, Progress progress) {
        progress.report(0, task.id());
        Metric metric = contributions.metric(task.id());
        return metric.evaluate(new Evaluation(points, Parameters.of(metric, task.parameters()), threads), progress);
    }
}
