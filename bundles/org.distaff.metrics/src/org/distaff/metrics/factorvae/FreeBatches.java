package org.distaff.metrics.factorvae;

import java.util.Arrays;
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
        this.groups = source instanceof CodeTable table ? AlikeRows.of(table.table(), true) : null;
    }

    /** Whether every factor can be left free while the others are held. */
    boolean possible() {
        return groups == null || Arrays.stream(groups).allMatch(ofFactor -> ofFactor.length > 0);
    }

    /** Draws that many batches; {@link HeldBatches.Use} gets the factor that was free. */
    void each(int batches, String what, Progress progress, HeldBatches.Use use) {
        int perBlock = Math.max(1, HeldBatches.BLOCK / size);
        for (int done = 0; done < batches; done += perBlock) {
            progress.check();
            progress.report((double) done / batches, what + ": batch " + done + " of " + batches);
            int[] free = new int[Math.min(perBlock, batches - done)];
            Arrays.setAll(free, b -> random.nextInt(source.space().count()));
            double[] codes = groups == null ? encode(free) : pick(free);
            for (int b = 0; b < free.length; b++) {
                use.accept(done + b, free[b], codes, b * size);
            }
        }
    }

    private double[] pick(int[] free) {
        Representation table = ((CodeTable) source).table();
        double[] codes = new double[free.length * size * table.latents()];
        for (int b = 0; b < free.length; b++) {
            int[] group = groups[free[b]][random.nextInt(groups[free[b]].length)];
            for (int i = b * size; i < (b + 1) * size; i++) {
                System.arraycopy(table.codes(), group[random.nextInt(group.length)] * table.latents(), codes,
                        i * table.latents(), table.latents());
            }
        }
        return codes;
    }

    private double[] encode(int[] free) {
        int factors = source.space().count();
        int[] base = source.space().sample(free.length, random);
        int[] rows = new int[free.length * size * factors];
        for (int i = 0; i < free.length * size; i++) {
            int b = i / size;
            System.arraycopy(base, b * factors, rows, i * factors, factors);
            rows[i * factors + free[b]] = random.nextInt(source.space().size(free[b]));
        }
        Optional<Representation> codes = source.at(rows, random);
        return FiniteCodes.require(codes.orElseThrow(() -> Problem.input("factor-vae-score: 'variant' z-max-var needs "
                + "observations of chosen factors, which this data set does not have for all; choose z-min-var.")))
                .codes();
    }
}
