package org.distaff.study.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.onnx.session.Execution;
import org.distaff.study.file.Study;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.Planner;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/** Runs the missing cells of a study: train, encode, measure, publish; then compares those of one setting. */
public final class StudyRunner {

    /** Share of the progress that cells are given when they are compared afterwards. */
    private static final double CELLS = 0.9;

    private StudyRunner() {
    }

    /** Runs with ONNX Runtime. */
    public static RunSummary run(Study study, Store store, RunOptions options, Contributions contributions,
            RunListener listener, Progress progress) {
        return run(study, store, options, contributions, listener, progress, Measurer.ONNX);
    }

    /** Measures cells in another way, and compares them with ONNX Runtime. */
    public static RunSummary run(Study study, Store store, RunOptions options, Contributions contributions,
            RunListener listener, Progress progress, Measurer measurer) {
        return run(study, store, options, contributions, listener, progress, measurer, GroupMeasurer.ONNX);
    }

    /**
     * Runs what is missing; finished cells are reused, failed ones tried again. A cell that fails does not stop the others.
     * Progress messages read "3 of 12 cells, 1.2 cells/min, 8 min left; beta-vae beta=4 …: step 300 of 3000".
     *
     * <p>Then the finished cells of each setting are compared if the study says so, as soon as all of them are finished
     * or failed: a shard compares the settings that are finished when its own cells are, leaves to other shards what
     * they are at, and to the next run the rest.
     *
     * @throws Problem when the store cannot be written
     */
    public static RunSummary run(Study study, Store store, RunOptions options, Contributions contributions,
            RunListener listener, Progress progress, Measurer measurer, GroupMeasurer groupMeasurer) {
        List<Cell> all = Planner.plan(study, contributions);
        List<Cell> planned = all.stream().filter(c -> inShard(c, options)).toList();
        int cores = Runtime.getRuntime().availableProcessors();
        int jobs = options.jobs() > 0 ? options.jobs() : cores;
        RunDeadline deadline = new RunDeadline(options.timeBudget());
        CellRunner runner = new CellRunner(study, store, contributions, measurer, options.device(),
                Math.max(1, cores / jobs));
        GroupComparer comparer = new GroupComparer(study, store, contributions, groupMeasurer,
                new Execution(options.device(), cores));
        List<Cell> missing = planned.stream().filter(c -> !runner.isComplete(c)).toList();
        Work work = new Work(runner, store, contributions, listener,
                new RunProgress(comparer.isWanted() ? progress.part(0, CELLS) : progress, missing.size()), deadline);
        boolean complete = missing.isEmpty() || work.runAll(missing, Math.min(jobs, missing.size()), progress);
        GroupComparer.Outcome compared = comparer.run(all, deadline, listener, progress.part(CELLS, 1));
        return new RunSummary(planned.size(), planned.size() - missing.size(), work.finished.get(),
                Map.copyOf(work.failures),
                complete && compared.complete() && (compared.left() == 0 || options.shards() > 1),
                compared.failures());
    }

    private static boolean inShard(Cell cell, RunOptions options) {
        return Long.parseLong(cell.id().substring(0, 12), 16) % options.shards() == options.shard() - 1;
    }

    /** One run's shared state. */
    private static final class Work {

        private final CellRunner runner;
        private final Store store;
        private final Contributions contributions;
        private final RunListener listener;
        private final RunProgress progress;
        private final RunDeadline deadline;
        private final AtomicInteger finished = new AtomicInteger();
        private final AtomicInteger skipped = new AtomicInteger();
        private final Map<Cell, String> failures = new LinkedHashMap<>();

        Work(CellRunner runner, Store store, Contributions contributions, RunListener listener, RunProgress progress,
                RunDeadline deadline) {
            this.runner = runner;
            this.store = store;
            this.contributions = contributions;
            this.listener = listener;
            this.progress = progress;
            this.deadline = deadline;
        }

        /** Whether every cell was finished or failed. */
        boolean runAll(List<Cell> cells, int jobs, Progress whole) {
            ExecutorService workers = Executors.newFixedThreadPool(jobs, task -> new Thread(task, "distaff-cell"));
            try {
                List<Future<?>> futures = cells.stream().<Future<?>>map(c -> workers.submit(() -> one(c, whole))).toList();
                for (Future<?> future : futures) {
                    await(future, workers);
                }
            } finally {
                workers.shutdownNow();
            }
            return skipped.get() == 0;
        }

        private static void await(Future<?> future, ExecutorService workers) {
            try {
                future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            } catch (ExecutionException e) {
                workers.shutdownNow();
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }

        private void one(Cell cell, Progress whole) {
            if (whole.cancelled() || deadline.isOver()) {
                skipped.incrementAndGet();
                return;
            }
            String label = cell.label(contributions);
            listener.started(cell);
            try {
                Optional<StoredCell> stored = runner.run(cell, progress.of(label));
                if (stored.isEmpty()) {
                    skipped.incrementAndGet(); // another process has it
                } else {
                    finished.incrementAndGet();
                    listener.finished(stored.get());
                }
            } catch (Cancelled e) {
                skipped.incrementAndGet();
            } catch (Problem e) {
                failed(cell, e.getMessage());
            } catch (IOException e) {
                failed(cell, "The files of the cell cannot be written in " + store.folder() + ": " + e.getMessage()
                        + "; make room or mend access and run again.");
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                failed(cell, "Unexpected: " + e + at(e) + ".");
            }
            progress.ended(label);
        }

        private static String at(Throwable e) {
            return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
        }

        private void failed(Cell cell, String sentence) {
            synchronized (failures) {
                failures.put(cell, sentence);
            }
            store.recordFailure(cell, sentence);
            listener.failed(cell, sentence);
        }
    }
}
