package org.distaff.study.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;

/** Runs metrics over shared points, and comparisons over the points of several models. */
public final class Evaluator {

    private Evaluator() {
    }

    /**
     * Evaluates the metrics one after the other over the same points, so that shared work is done once. Every undefined
     * value comes with a warning, and what a reader must know about the points is a warning of the first metric it
     * concerns. A metric that fails costs only itself: the others are measured all the same, and each one's scores are
     * given away at once.
     *
     * @param results takes metric id and scores, in the order asked; undefined values are NaN
     * @throws Problem in the end, when metrics could not be evaluated; its sentences name them
     */
    public static void evaluate(List<MetricRequest> requests, Points points, int threads, Progress progress,
            BiConsumer<String, Scores> results) {
        boolean caveatTold = false;
        List<Problem> failures = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            progress.check();
            MetricRequest request = requests.get(i);
            String id = request.metric().describe().id();
            Progress part = progress.part((double) i / requests.size(), (i + 1.0) / requests.size());
            part.report(0, "metric " + id);
            Evaluation evaluation = new Evaluation(points, request.parameters(), threads);
            Scores scores;
            try {
                scores = withWarnings(id, named(id, () -> request.metric().evaluate(evaluation, part)));
            } catch (Problem e) {
                failures.add(e);
                continue;
            }
            if (!caveatTold && points.caveat().isPresent()) {
                String caveat = points.caveat().get();
                scores = scores.warnings().contains(caveat) ? scores : scores.warning(caveat);
                caveatTold = true;
            }
            results.accept(id, scores);
        }
        progress.report(1, "measured");
        if (!failures.isEmpty()) {
            throw together(failures);
        }
    }

    /** One problem that tells all, of the first one's kind. */
    private static Problem together(List<Problem> failures) {
        Problem first = failures.get(0);
        String sentences = String.join(" ", failures.stream().map(Problem::getMessage).toList());
        return failures.size() == 1 ? first : of(first.exitCode(), sentences, first);
    }

    /**
     * Compares trained models. Every undefined value comes with a warning.
     *
     * @param models the points of each model, at least two; drawn from one data set with one seed
     * @return scores of each model, in their order; undefined values are NaN
     * @throws Problem when they cannot be compared; its sentence names the comparison
     */
    public static List<Scores> compare(ComparisonRequest request, List<Points> models, int threads,
            Progress progress) {
        String id = request.comparison().describe().id();
        List<Evaluation> evaluations = models.stream()
                .map(points -> new Evaluation(points, request.parameters(), threads)).toList();
        List<Scores> found = named(id, () -> request.comparison().compare(evaluations, progress));
        if (found.size() != models.size()) {
            throw Problem.failed("Metric '" + id + "' gave scores of " + found.size() + " models and not of "
                    + models.size() + "; leave it out.", null);
        }
        return found.stream().map(scores -> withWarnings(id, scores)).toList();
    }

    /** Does the work of a metric; whatever fails is told with the metric's id. */
    private static <T> T named(String id, Supplier<T> work) {
        try {
            return work.get();
        } catch (Cancelled e) {
            throw e;
        } catch (Problem e) {
            throw named(id, e);
        } catch (RuntimeException e) {
            throw Problem.failed("Metric '" + id + "' failed unexpectedly ("
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                    + "); leave it out, or report this with its stack trace.", e);
        }
    }

    private static Problem named(String id, Problem problem) {
        if (problem.getMessage().contains("'" + id + "'") || problem.getMessage().startsWith(id + ":")) {
            return problem;
        }
        return of(problem.exitCode(), "Metric '" + id + "': " + problem.getMessage(), problem);
    }

    private static Problem of(ExitCode kind, String sentence, Problem cause) {
        return switch (kind) {
            case INPUT -> Problem.input(sentence, cause);
            case NEVER -> Problem.never(sentence);
            default -> Problem.failed(sentence, cause);
        };
    }

    /** A value without a number needs a reason; metrics that give none get this one. */
    private static Scores withWarnings(String id, Scores scores) {
        Scores result = scores;
        for (Map.Entry<String, Double> value : scores.values().entrySet()) {
            if (!Double.isFinite(value.getValue()) && scores.warnings().isEmpty()) {
                result = result.warning(id + "." + value.getKey() + " is undefined for these points.");
            }
        }
        return result;
    }
}
