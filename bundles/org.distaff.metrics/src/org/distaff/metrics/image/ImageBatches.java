package org.distaff.metrics.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

import org.distaff.core.metric.Autoencoder;
import org.distaff.core.progress.Progress;

/** Observations of a trained model's data set in batches, so that memory does not grow with their number. */
final class ImageBatches {

    private static final int LARGEST = 256;
    private static final int MAXIMUM_BYTES = 32 << 20;

    private ImageBatches() {
    }

    /** What is done with a batch. */
    @FunctionalInterface
    interface Work {

        /**
         * @param images {@code count × C × H × W} values in [0, 1]
         * @param from   number of the first of them
         */
        void accept(FloatBuffer images, int from, int count);
    }

    /** Draws {@code total} observations and does the work on each batch, in order. */
    static void each(Autoencoder model, int total, RandomGenerator random, Progress progress, String what, Work work) {
        int values = model.observation().values();
        int size = Math.clamp(MAXIMUM_BYTES / Float.BYTES / values, 1, Math.min(LARGEST, total));
        FloatBuffer images = ByteBuffer.allocateDirect(Math.multiplyExact(size * values, Float.BYTES))
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int from = 0; from < total; from += size) {
            progress.check();
            int count = Math.min(size, total - from);
            images.clear().limit(count * values);
            model.observe(count, random, images);
            work.accept(images, from, count);
            progress.report((double) (from + count) / total, what + " " + (from + count) + " of " + total);
        }
    }
}
