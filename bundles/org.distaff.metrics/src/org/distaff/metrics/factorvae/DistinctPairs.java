package org.distaff.metrics.factorvae;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.distaff.core.metric.Representation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.FiniteCodes;

/**
 * Draws batches of pairs from a table, all pairs of a batch agreeing in one factor. The two points of a pair are
 * different rows; values that a single row has are not drawn, nor are factors that have no others.
 */
final class DistinctPairs {

    private final Representation table;
    private final RandomGenerator random;
    private final int pairs;
    private final int[][][] groups;
    private final int[] factors;

    /** @param pairs pairs per batch */
    DistinctPairs(Representation table, RandomGenerator random, int pairs) {
        this.table = FiniteCodes.require(table);
        this.random = random;
        this.pairs = pairs;
        this.groups = AlikeRows.of(table, false);
        this.factors = shared(groups);
    }

    /** Whether at least two factors have a value that two rows share, so that there is something to guess. */
    static boolean possible(Representation table) {
        return shared(AlikeRows.of(table, false)).length > 1;
    }

    private static int[] shared(int[][][] groups) {
        return IntStream.range(0, groups.length).filter(k -> groups[k].length > 0).toArray();
    }

    /** Draws that many batches; each pair is two successive rows of {@code 2 · pairs}. */
    void each(int batches, String what, Progress progress, HeldBatches.Use use) {
        double[] codes = new double[2 * pairs * table.latents()];
        for (int batch = 0; batch < batches; batch++) {
            progress.check();
            progress.report((double) batch / batches, what + ": batch " + batch + " of " + batches);
            int factor = factors[random.nextInt(factors.length)];
            for (int p = 0; p < pairs; p++) {
                int[] group = groups[factor][random.nextInt(groups[factor].length)];
                int first = random.nextInt(group.length);
                int second = random.nextInt(group.length - 1);
                copy(group[first], codes, 2 * p);
                copy(group[second < first ? second : second + 1], codes, 2 * p + 1);
            }
            use.accept(batch, factor, codes, 0);
        }
    }

    private void copy(int row, double[] codes, int to) {
        System.arraycopy(table.codes(), row * table.latents(), codes, to * table.latents(), table.latents());
    }
}
