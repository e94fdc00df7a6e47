package org.distaff.metrics.information;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.distaff.core.describe.Nearest;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Evaluation;

/** The factors that a metric's parameter {@code factors} names. */
final class ChosenFactors {

    private ChosenFactors() {
    }

    /**
     * Numbers of the named factors in ascending order; all when none are named.
     *
     * @throws Problem (input) for a name that no factor has
     */
    static int[] of(Evaluation evaluation, String metric) {
        List<String> names = evaluation.source().space().factors().stream().map(f -> f.name()).toList();
        return evaluation.parameters().optional("factors").map(text -> Arrays.stream(text.split(","))
                .mapToInt(word -> number(word.strip(), names, metric)).sorted().distinct().toArray())
                .orElseGet(() -> IntStream.range(0, names.size()).toArray());
    }

    private static int number(String name, List<String> names, String metric) {
        int number = names.indexOf(name);
        if (number < 0) {
            throw Problem.input(metric + ": 'factors' names '" + name + "', but the factors are "
                    + String.join(", ", names) + "." + Nearest.suggestion(name, names));
        }
        return number;
    }
}
