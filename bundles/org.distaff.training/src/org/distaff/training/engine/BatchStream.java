package org.distaff.training.engine;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.distaff.core.data.Dataset;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.random.RandomStreams;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Needs;

/**
 * Batches prepared one step ahead on a thread of their own. Each part of a step's batch draws from streams derived from
 * (seed, part, step), so a resumed run sees the batches it would have seen, and models that train together see those
 * they would see alone. Rows are drawn from the data set's training distribution, with replacement.
 */
final class BatchStream implements AutoCloseable {

    private final List<TrainingContext> contexts;
    private final Needs needs;
    private final Device device;
    private final List<Map<String, BatchPart>> slots;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "distaff-batches");
        thread.setDaemon(true);
        return thread;
    });
    private Future<Map<String, BatchPart>> next;
    private long nextStep = -1;

    /** @param contexts one per model; their data sets and batch sizes are equal */
    BatchStream(List<TrainingContext> contexts, Needs needs, Device device) {
        this.contexts = contexts;
        this.needs = needs;
        this.device = device;
        this.slots = List.of(slot(), slot());
    }

    private Map<String, BatchPart> slot() {
        Dataset dataset = contexts.get(0).dataset();
        int batch = contexts.get(0).settings().batch();
        int models = contexts.size();
        int factors = dataset.factors().count();
        Map<String, BatchPart> parts = new LinkedHashMap<>();
        parts.put("observations", BatchPart.images(models, batch, dataset.observation()));
        if (needs.second()) {
            parts.put("second", BatchPart.images(models, batch, dataset.observation()));
        }
        if (needs.factors()) {
            parts.put("factors", BatchPart.longs(models, batch, factors));
        }
        if (needs.partners()) {
            parts.put("partners", BatchPart.images(models, batch, dataset.observation()));
        }
        if (needs.labelled() > 0) {
            parts.put("labelled", BatchPart.images(models, needs.labelled(), dataset.observation()));
            parts.put("labels", BatchPart.longs(models, needs.labelled(), factors));
        }
        needs.noise().forEach((name, width) -> parts.put(name, BatchPart.floats(models, batch, width)));
        return parts;
    }

    /** The batch of a step; its tensors share memory that the step after the next overwrites. */
    Batch batch(long step) {
        if (nextStep != step) {
            if (next != null) {
                await(); // what it writes into may be what is asked for
            }
            prepare(step);
        }
        Map<String, BatchPart> slot = await();
        prepare(step + 1);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        slot.forEach((name, part) -> tensors.put(name, part.tensor(device)));
        return new Batch(step, tensors);
    }

    private void prepare(long step) {
        nextStep = step;
        Map<String, BatchPart> slot = slots.get((int) (step % slots.size()));
        next = worker.submit(() -> {
            for (int model = 0; model < contexts.size(); model++) {
                fill(slot, model, step);
            }
            return slot;
        });
    }

    private void fill(Map<String, BatchPart> slot, int model, long step) {
        Dataset dataset = contexts.get(model).dataset();
        int batch = contexts.get(model).settings().batch();
        RandomGenerator random = stream(model, "batch", step);
        int[] rows = dataset.training().draw(batch, random);
        dataset.observe(rows, random, floats(slot, "observations", model));
        if (needs.second()) {
            RandomGenerator other = stream(model, "second", step);
            dataset.observe(dataset.training().draw(batch, other), other, floats(slot, "second", model));
        }
        if (needs.factors()) {
            put(rows, longs(slot, "factors", model));
        }
        if (needs.partners()) {
            RandomGenerator pairs = stream(model, "partners", step);
            dataset.observe(dataset.training().partners(rows, pairs), pairs, floats(slot, "partners", model));
        }
        if (needs.labelled() > 0) {
            RandomGenerator labels = stream(model, "labelled", step);
            int[] labelled = dataset.training().labelled(needs.labelled(), labels);
            dataset.observe(labelled, labels, floats(slot, "labelled", model));
            put(labelled, longs(slot, "labels", model));
        }
        for (String name : needs.noise().keySet()) {
            RandomGenerator noise = stream(model, name, step);
            FloatBuffer target = floats(slot, name, model);
            while (target.hasRemaining()) {
                target.put((float) noise.nextGaussian());
            }
        }
    }

    private RandomGenerator stream(int model, String part, long step) {
        return RandomStreams.derive(contexts.get(model).seed(), "training/" + part + "/" + step);
    }

    private FloatBuffer floats(Map<String, BatchPart> slot, String part, int model) {
        return slot.get(part).of(model, contexts.size()).asFloatBuffer();
    }

    private LongBuffer longs(Map<String, BatchPart> slot, String part, int model) {
        return slot.get(part).of(model, contexts.size()).asLongBuffer();
    }

    private static void put(int[] values, LongBuffer target) {
        for (int value : values) {
            target.put(value);
        }
    }

    private Map<String, BatchPart> await() {
        try {
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
