package org.distaff.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.distaff.core.progress.Cancelled;
import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;
import org.distaff.onnx.session.Execution;
import org.distaff.study.file.Study;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.Planner;
import org.distaff.study.store.Store;

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
        CellEnds ends = new CellEnds(store, contributions, listener,
                new RunProgress(comparer.isWanted() ? progress.part(0, CELLS) : progress, missing.size()));
        if (!missing.isEmpty()) {
            runAll(groups(missing, store, options, jobs, contributions, listener), runner, ends, jobs,
                    () -> progress.cancelled() || deadline.isOver());
        }
        GroupComparer.Outcome compared = comparer.run(all, deadline, listener, progress.part(CELLS, 1));
        return new RunSummary(planned.size(), planned.size() - missing.size(), ends.finished(),
                ends.failures(),
                ends.complete() && compared.complete() && (compared.left() == 0 || options.shards() > 1),
                compared.failures());
    }

    private static boolean inShard(Cell cell, RunOptions options) {
        return Long.parseLong(cell.id().substring(0, 12), 16) % options.shards() == options.shard() - 1;
    }

    /** Those to train, side by side where that is chosen, and those that only lack scores, one by one. */
    private static List<List<Cell>> groups(List<Cell> missing, Store store, RunOptions options, int jobs,
            Contributions contributions, RunListener listener) {
        Map<Boolean, List<Cell>> trained = missing.stream()
                .collect(Collectors.partitioningBy(cell -> store.find(cell).isPresent()));
        Arrangement arrangement = Arrangement.of(trained.get(false), options, jobs, contributions);
        if (trained.get(false).size() > 1) {
            listener.arranged(arrangement.sentence());
        }
        List<List<Cell>> groups = new ArrayList<>(arrangement.groups());
        trained.get(true).forEach(cell -> groups.add(List.of(cell)));
        return groups;
    }

    private static void runAll(List<List<Cell>> groups, CellRunner runner, CellEnds ends, int jobs,
            BooleanSupplier stopped) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, groups.size()),
                task -> new Thread(task, "distaff-cell"));
        try {
            List<Future<?>> futures = groups.stream()
                    .<Future<?>>map(group -> workers.submit(() -> one(group, runner, ends, stopped))).toList();
            for (Future<?> future : futures) {
                await(future, workers);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void one(List<Cell> group, CellRunner runner, CellEnds ends, BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            group.forEach(ends::left);
            return;
        }
        group.forEach(ends::started);
        runner.run(group, ends);
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
}
