package org.distaff.metrics.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.distaff.core.progress.Cancelled;

/**
 * A fixed number of threads that share out numbered tasks. Results must not depend on which thread takes which task:
 * tasks write to places of their own.
 */
public final class Workers implements AutoCloseable {

    /** Tasks that need much memory may take this share of the heap together; the codes need some, too. */
    private static final int SHARE = 3;

    private final int threads;
    /** Asked for once: what the virtual machine says varies while it runs. */
    private final long heap;
    private final ExecutorService pool;

    /** @param threads how many threads work, at least 1; with 1 the caller's own thread does everything */
    public Workers(int threads) {
        this(threads, Runtime.getRuntime().maxMemory());
    }

    /** @param heap largest size of the heap in bytes */
    public Workers(int threads, long heap) {
        this.threads = Math.max(1, threads);
        this.heap = heap;
        this.pool = this.threads == 1 ? null : Executors.newFixedThreadPool(this.threads, task -> {
            Thread thread = new Thread(task, "metric worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Number of threads, for callers that keep a workspace per thread. */
    public int threads() {
        return threads;
    }

    /** Of tasks that each hold so many bytes, how many may run at once: what a third of the heap has room for. */
    public int threads(long bytesEach) {
        return (int) Math.clamp(heap / SHARE / Math.max(1, bytesEach), 1, threads);
    }

    /** Does tasks 0 … {@code tasks} − 1 and returns when all are done; the first failure ends it. */
    public void each(int tasks, IntConsumer task) {
        each(tasks, (slot, number) -> task.accept(number));
    }

    /** Like {@link #each(int, IntConsumer)}; tasks of one slot in [0, threads) never overlap in time. */
    public void each(int tasks, SlotTask task) {
        each(tasks, 0, task);
    }

    /** Like {@link #each(int, SlotTask)}, for tasks that hold so many bytes while they run. */
    public void each(int tasks, long bytesEach, SlotTask task) {
        int slotCount = Math.min(threads(bytesEach), tasks);
        if (pool == null || slotCount < 2) {
            for (int i = 0; i < tasks; i++) {
                task.accept(0, i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> slots = new ArrayList<>();
        for (int s = 0; s < slotCount; s++) {
            int slot = s;
            slots.add(() -> {
                for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                    task.accept(slot, i);
                }
                return null;
            });
        }
        await(slots);
    }

    private void await(List<Callable<Void>> slots) {
        try {
            for (Future<Void> future : pool.invokeAll(slots)) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof OutOfMemoryError failure) {
                throw failure;
            }
            throw new IllegalStateException("A worker failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    /** A numbered task that knows which of the parallel slots it runs in. */
    @FunctionalInterface
    public interface SlotTask {

        void accept(int slot, int task);
    }
}
