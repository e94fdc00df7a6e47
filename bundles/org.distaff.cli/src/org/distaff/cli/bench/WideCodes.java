package org.distaff.cli.bench;

import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Representation;
import org.distaff.core.random.RandomStreams;

/** A thousand latents, as self-supervised encoders have: sines of random projections of dSprites' factors. */
final class WideCodes {

    private static final int LATENTS = 1000;
    private static final int POINTS = 10_000;

    /** Metrics that take minutes to hours here, mostly because they boost trees; they work all the same. */
    static final Set<String> SLOW = Set.of("dci", "unified", "downstream", "reduced-downstream",
            "strong-downstream", "fairness");
    /** Less than by default where a metric draws batches, or looks at every pair of latents. */
    static final Map<String, Map<String, ?>> PARAMETERS = Map.of(
            "factor-vae-score", Map.of("numTrain", 1000, "numEval", 500),
            "beta-vae-score", Map.of("numTrain", 1000, "numEval", 500), "fos", Map.of("pairs", 1000));

    private WideCodes() {
    }

    /** A table of 10,000 points; 80 MB. */
    static CodeTable table() {
        RandomGenerator random = RandomStreams.derive(0, "bench/metrics/wide");
        int factors = ClosedFormCodes.SPACE.count();
        double[] projections = random.doubles((long) LATENTS * factors, -3, 3).toArray();
        double[] phases = random.doubles(LATENTS, 0, 2 * Math.PI).toArray();
        int[] rows = ClosedFormCodes.SPACE.sample(POINTS, random);
        double[] codes = new double[POINTS * LATENTS];
        for (int n = 0; n < POINTS; n++) {
            for (int d = 0; d < LATENTS; d++) {
                double sum = phases[d];
                for (int k = 0; k < factors; k++) {
                    sum += projections[d * factors + k] * rows[n * factors + k] / ClosedFormCodes.SPACE.size(k);
                }
                codes[n * LATENTS + d] = (float) Math.sin(sum);
            }
        }
        return new CodeTable(new Representation(ClosedFormCodes.SPACE, LATENTS, codes, rows));
    }
}
