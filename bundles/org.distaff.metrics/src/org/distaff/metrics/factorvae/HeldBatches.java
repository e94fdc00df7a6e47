package org.distaff.metrics.factorvae;

import java.util.random.RandomGenerator;

import org.distaff.core.metric.CodeSource;
import org.distaff.core.metric.Evaluation;
import org.distaff.core.progress.Progress;
import org.distaff.metrics.work.FiniteCodes;

/**
 * Draws batches of codes, each with one factor of variation held, many batches at a time so that an encoder gets large
 * ones.
 */
final class HeldBatches {

    /** Points that are asked of the source at once. */
    static final int BLOCK = 4096;

    private final CodeSource source;
    private final RandomGenerator random;
    private final int size;
    private final int share;

    /**
     * @param purpose names the random stream, beginning with the metric's id
     * @param size    points per batch
     * @param share   how many successive points of a batch share a value of the held factor; divides {@code size}
     */
    HeldBatches(Evaluation evaluation, String purpose, int size, int share) {
        this.source = evaluation.source();
        this.random = evaluation.random(purpose);
        this.size = size;
        this.share = share;
    }

    /** What is done with one batch. */
    @FunctionalInterface
    interface Use {

        /**
         * @param batch  number of the batch
         * @param factor the factor that was held
         * @param codes  row by row; the batch's rows begin at {@code from} and end before {@code from + size}
         */
        void accept(int batch, int factor, double[] codes, int from);
    }

    /** Draws that many batches. */
    void each(int batches, String what, Progress progress, Use use) {
        int perBlock = Math.max(1, BLOCK / size);
        int[] sizes = source.space().factors().stream().mapToInt(f -> f.size()).toArray();
        int[] factor = {};
        int[] value = {};
        for (int done = 0; done < batches; done += perBlock) {
            progress.check();
            progress.report((double) done / batches, what + ": batch " + done + " of " + batches);
            int block = Math.min(perBlock, batches - done);
            if (factor.length != block * size) {
                factor = new int[block * size];
                value = new int[block * size];
            }
            for (int i = 0; i < factor.length; i++) {
                factor[i] = i % size == 0 ? random.nextInt(sizes.length) : factor[i - 1];
                value[i] = i % share == 0 ? random.nextInt(sizes[factor[i]]) : value[i - 1];
            }
            double[] codes = FiniteCodes.require(source.sampleHolding(factor, value, random)).codes();
            for (int b = 0; b < block; b++) {
                use.accept(done + b, factor[b * size], codes, b * size);
            }
        }
    }
}
