package org.distaff.training.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.objective.Batch;

/**
 * Batches prepared one step ahead on a thread of their own. Each step draws from streams derived from (seed, step), so
 * a resumed run sees the batches it would have seen. Observations are drawn from the data set's training
 * distribution, with replacement.
 */
final class BatchStream implements AutoCloseable {

    private final Dataset dataset;
    private final long seed;
    private final int size;
    private final int latents;
    private final Slot[] slots;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "distaff-batches");
        thread.setDaemon(true);
        return thread;
    });
    private Future<Slot> next;
    private long nextStep = -1;

    BatchStream(Dataset dataset, long seed, int size, int latents) {
        this.dataset = dataset;
        this.seed = seed;
        this.size = size;
        this.latents = latents;
        int values = dataset.observation().values();
        this.slots = new Slot[] {new Slot(size, values, latents), new Slot(size, values, latents)};
    }

    /** The batch of a step; its tensors share memory that the step after the next overwrites. */
    Batch batch(long step) {
        if (nextStep != step) {
            prepare(step);
        }
        Slot slot = await();
        prepare(step + 1);
        ObservationShape shape = dataset.observation();
        return new Batch(
                torch.from_blob(new FloatPointer(slot.observations),
                        new long[] {size, shape.channels(), shape.height(), shape.width()}),
                torch.from_blob(new FloatPointer(slot.noise), new long[] {size, latents}));
    }

    private void prepare(long step) {
        nextStep = step;
        Slot slot = slots[(int) (step % slots.length)];
        next = worker.submit(() -> fill(slot, step));
    }

    private Slot fill(Slot slot, long step) {
        RandomGenerator random = RandomStreams.derive(seed, "training/batch/" + step);
        int[] rows = dataset.training().draw(size, random);
        dataset.observe(rows, random, slot.observations.clear());
        slot.observations.clear();
        RandomGenerator noise = RandomStreams.derive(seed, "training/noise/" + step);
        for (int i = 0; i < slot.noise.capacity(); i++) {
            slot.noise.put(i, (float) noise.nextGaussian());
        }
        return slot;
    }

    private Slot await() {
        try {
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.distaff.core.progress.Cancelled();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private static final class Slot {

        private final FloatBuffer observations;
        private final FloatBuffer noise;

        Slot(int size, int values, int latents) {
            observations = direct(size * values);
            noise = direct(size * latents);
        }

        private static FloatBuffer direct(int count) {
            return ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        }
    }
}
