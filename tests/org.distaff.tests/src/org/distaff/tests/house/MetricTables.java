package org.distaff.tests.house;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Metric;
import org.distaff.core.metric.Points;
import org.distaff.core.metric.Posterior;
import org.distaff.core.metric.Representation;
import org.distaff.core.metric.Scores;
import org.distaff.core.progress.Progress;
import org.distaff.core.random.RandomStreams;

/** Small tables of codes, ordinary and strange, that every metric must cope with. */
final class MetricTables {

    private static final double LOG_VARIANCE = -2;

    private MetricTables() {
    }

    /** Sixty points of four latents, two of which follow the two factors. */
    static Representation ordinary() {
        return table(60, 4, (n, d) -> d < 2 ? 0 : 1, 3, 4);
    }

    /** Name → table. */
    static Map<String, Representation> strange() {
        Map<String, Representation> tables = new LinkedHashMap<>();
        IntBinaryOperator noisy = (n, d) -> 1;
        tables.put("one point", table(1, 3, noisy, 3, 4));
        tables.put("two points", table(2, 3, noisy, 3, 4));
        tables.put("three points", table(3, 3, noisy, 3, 4));
        tables.put("one latent", table(60, 1, noisy, 3, 4));
        tables.put("one factor", table(60, 3, noisy, 3));
        tables.put("one latent, one factor", table(60, 1, noisy, 2));
        tables.put("a factor of a single value", table(60, 3, noisy, 1, 4));
        tables.put("all factors of a single value", table(60, 3, noisy, 1, 1));
        tables.put("an unused factor value", of(table(60, 3, noisy, 3, 4), 1, (n, y) -> 2));
        tables.put("a factor value that occurs once", of(table(60, 3, noisy, 3, 4), 0, (n, y) -> n == 59 ? 2 : n % 2));
        tables.put("sorted by a factor", of(table(60, 3, noisy, 3, 4), 0, (n, y) -> n / 20));
        tables.put("a constant latent", scaled(table(60, 3, noisy, 3, 4), 0, 1, 1));
        tables.put("all latents constant", scaled(table(60, 3, noisy, 3, 4), 0, 0, 0));
        tables.put("equal latents", equalLatents(table(60, 3, noisy, 3, 4)));
        tables.put("huge codes", scaled(table(60, 3, noisy, 3, 4), 1e100, 1e150, 1));
        tables.put("tiny codes", scaled(table(60, 3, noisy, 3, 4), 1e-300, 1e-160, 1e-12));
        return tables;
    }

    /** A metric on a table with posteriors, with few votes and examples so that it is quick. */
    static Scores measure(Metric metric, Representation table) {
        return measure(metric, table, 2, Progress.NONE);
    }

    static Scores measure(Metric metric, Representation table, int threads, Progress progress) {
        Map<String, Object> few = new LinkedHashMap<>();
        Map.of("numEval", 20, "samples", 50, "stages", 5, "sizes", "10,20").forEach((name, value) -> {
            if (metric.describe().parameter(name).isPresent()) {
                few.put(name, value);
            }
        });
        if (few.containsKey("numEval")) {
            few.put("numTrain", 50);
        }
        double[] logVariances = new double[table.codes().length];
        java.util.Arrays.fill(logVariances, LOG_VARIANCE);
        Points points = new Points(new CodeTable(table, new Posterior(table, logVariances)), null, 0);
        return metric.evaluate(new Evaluation(points, Parameters.of(metric, few), threads), progress);
    }

    /** Random factors; latent d is its factor's value plus noise of that size. */
    private static Representation table(int points, int latents, IntBinaryOperator noise, int... sizes) {
        FactorSpace space = new FactorSpace(IntStream.range(0, sizes.length)
                .mapToObj(k -> new Factor("factor" + k, sizes[k], FactorKind.ORDINAL)).toList());
        RandomGenerator random = RandomStreams.derive(0, "test/metric-tables");
        int[] factors = space.sample(points, random);
        double[] codes = new double[points * latents];
        for (int i = 0; i < codes.length; i++) {
            int n = i / latents;
            int d = i % latents;
            codes[i] = factors[n * sizes.length + d % sizes.length]
                    + (0.3 + noise.applyAsInt(n, d)) * random.nextGaussian();
        }
        return new Representation(space, latents, codes, factors);
    }

    private static Representation of(Representation table, int factor, IntBinaryOperator value) {
        int[] factors = table.factors().clone();
        for (int n = 0; n < table.points(); n++) {
            int at = n * table.space().count() + factor;
            factors[at] = value.applyAsInt(n, factors[at]);
        }
        return new Representation(table.space(), table.latents(), table.codes(), factors);
    }

    private static Representation scaled(Representation table, double... scales) {
        double[] codes = table.codes().clone();
        for (int i = 0; i < codes.length; i++) {
            codes[i] *= scales[i % scales.length];
        }
        return new Representation(table.space(), table.latents(), codes, table.factors());
    }

    private static Representation equalLatents(Representation table) {
        double[] codes = table.codes().clone();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i / table.latents() * table.latents()];
        }
        return new Representation(table.space(), table.latents(), codes, table.factors());
    }
}
