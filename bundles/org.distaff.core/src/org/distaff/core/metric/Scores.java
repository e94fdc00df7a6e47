package org.distaff.core.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a metric found.
 *
 * @param values   score name → value, in the order the metric reports them; NaN where undefined
 * @param matrices matrix name → matrix
 * @param facts    what a reader needs to compare scores: variant, sample sizes, estimator
 * @param warnings sentences about dead latents, missing classes, undefined values
 */
public record Scores(Map<String, Double> values, Map<String, Matrix> matrices, Map<String, Object> facts,
        List<String> warnings) {

    public Scores {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        matrices = Collections.unmodifiableMap(new LinkedHashMap<>(matrices));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        warnings = List.copyOf(warnings);
    }

    /** Scores with a first value; the methods below add to it. */
    public static Scores of(String name, double value) {
        return new Scores(Map.of(name, value), Map.of(), Map.of(), List.of());
    }

    public Scores and(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Scores(more, matrices, facts, warnings);
    }

    public Scores matrix(String name, Matrix matrix) {
        Map<String, Matrix> more = new LinkedHashMap<>(matrices);
        more.put(name, matrix);
        return new Scores(values, more, facts, warnings);
    }

    public Scores fact(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Scores(values, matrices, more, warnings);
    }

    public Scores warning(String sentence) {
        List<String> more = new ArrayList<>(warnings);
        more.add(sentence);
        return new Scores(values, matrices, facts, more);
    }
}
