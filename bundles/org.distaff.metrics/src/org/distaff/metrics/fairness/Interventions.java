package org.distaff.metrics.fairness;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Representation;
import org.distaff.metrics.work.FiniteCodes;

/**
 * Codes under every value of one factor.
 *
 * @param values the values, ascending
 * @param codes  {@code values.length · each} points, value by value
 * @param exact  whether the other factors are the same under every value
 */
record Interventions(int[] values, Representation codes, boolean exact) {

    /**
     * Draws {@code each} rows of factors, sets the factor to every one of its values, and encodes them. A source that
     * has no observation for every row gives points of its own with that value instead, whatever their other factors;
     * values that no point of a table has are left out.
     */
    static Interventions of(CodeSource source, int factor, int each, RandomGenerator random) {
        int factors = source.space().count();
        int[] all = IntStream.range(0, source.space().size(factor)).toArray();
        int[] drawn = source.space().sample(each, random);
        int[] rows = new int[all.length * drawn.length];
        for (int v = 0; v < all.length; v++) {
            System.arraycopy(drawn, 0, rows, v * drawn.length, drawn.length);
            for (int i = 0; i < each; i++) {
                rows[(v * each + i) * factors + factor] = v;
            }
        }
        Optional<Representation> exact = source.at(rows, random);
        if (exact.isPresent()) {
            return new Interventions(all, FiniteCodes.require(exact.orElseThrow()), true);
        }
        int[] present = source instanceof CodeTable table
                ? Arrays.stream(table.table().factor(factor)).distinct().sorted().toArray() : all;
        int[] held = new int[present.length * each];
        Arrays.fill(held, factor);
        int[] value = IntStream.range(0, held.length).map(i -> present[i / each]).toArray();
        return new Interventions(present, FiniteCodes.require(source.sampleHolding(held, value, random)), false);
    }

    /** How often each class was predicted under each value. */
    PredictionCounts count(int[] predicted, int classes) {
        int[][] counts = new int[classes][values.length];
        int each = predicted.length / values.length;
        for (int i = 0; i < predicted.length; i++) {
            counts[predicted[i]][i / each]++;
        }
        return new PredictionCounts(counts);
    }
}
