package org.distaff.metrics.factorvae;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.failure.Problem;
import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.CodeTable;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.FiniteCodes;

/**
 * Draws batches of codes, each with one factor of variation free and all others held. From a table, a batch's points
 * share the other factors' values; combinations that fewer than two points have are not drawn.
 */
final class FreeBatches {

    private final CodeSource source;
    private final RandomGenerator random;
    private final int size;
    /** For each factor groups of rows of the table that differ in it only; {@code null} without a table. */
    private final int[][][] groups;

    FreeBatches(Evaluation evaluation, String purpose, int size) {
        this.source = evaluation.source();
        this.random = evaluation.random(purpose);
        this.size = size;
        this.groups = source instanceof CodeTable table ? groups(table.table()) : null;
    }

    /** Whether every factor can be left free while the others are held. */
    boolean possible() {
        return groups == null || Arrays.stream(groups).allMatch(ofFactor -> ofFactor.length > 0);
    }

    /** Draws that many batches; {@link HeldBatches.Use} gets the factor that was free. */
    void each(int batches, String what, Progress progress, HeldBatches.Use use) {
        for (int batch = 0; batch < batches; batch++) {
            progress.check();
            progress.report((double) batch / batches, what + ": batch " + batch + " of " + batches);
            int factor = random.nextInt(source.space().count());
            use.accept(batch, factor, groups == null ? encode(factor) : pick(factor), 0);
        }
    }

    private double[] pick(int factor) {
        Representation table = ((CodeTable) source).table();
        int[] group = groups[factor][random.nextInt(groups[factor].length)];
        double[] codes = new double[size * table.latents()];
        for (int i = 0; i < size; i++) {
            System.arraycopy(table.codes(), group[random.nextInt(group.length)] * table.latents(), codes,
                    i * table.latents(), table.latents());
        }
        return codes;
    }

    private double[] encode(int factor) {
        int factors = source.space().count();
        int[] base = source.space().sample(1, random);
        int[] rows = new int[size * factors];
        for (int i = 0; i < size; i++) {
            System.arraycopy(base, 0, rows, i * factors, factors);
            rows[i * factors + factor] = random.nextInt(source.space().size(factor));
        }
        Optional<Representation> codes = source.at(rows, random);
        return FiniteCodes.require(codes.orElseThrow(() -> Problem.input("factor-vae-score: 'variant' z-max-var needs "
                + "observations of chosen factors, which this data set does not have for all; choose z-min-var.")))
                .codes();
    }

    private static int[][][] groups(Representation table) {
        int factors = table.space().count();
        int[][][] groups = new int[factors][][];
        for (int k = 0; k < factors; k++) {
            Map<List<Integer>, List<Integer>> byOthers = new LinkedHashMap<>();
            for (int n = 0; n < table.points(); n++) {
                List<Integer> others = new ArrayList<>();
                for (int j = 0; j < factors; j++) {
                    others.add(j == k ? 0 : table.factors()[n * factors + j]);
                }
                byOthers.computeIfAbsent(others, key -> new ArrayList<>()).add(n);
            }
            groups[k] = byOthers.values().stream().filter(rows -> rows.size() > 1)
                    .map(rows -> rows.stream().mapToInt(n -> n).toArray()).toArray(int[][]::new);
        }
        return groups;
    }
}
