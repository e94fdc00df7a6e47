package org.distaff.study.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.metric.Scores;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingOutcome;
import org.distaff.core.progress.Progress;
import org.distaff.core.provenance.Provenance;
import org.distaff.core.registry.Contributions;
import org.distaff.onnx.session.Devices;
import org.distaff.onnx.session.Execution;
import org.distaff.study.evaluate.MetricRequest;
import org.distaff.study.file.Study;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.CellDataset;
import org.distaff.study.store.MeasuredScores;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;
import org.distaff.study.store.Workplace;

/** Makes cells: train, encode, measure, publish; or adds the scores that a finished one lacks. */
final class CellRunner {

    /** Share of a cell's progress that training is given. */
    private static final double TRAINING = 0.7;

    private final Store store;
    private final Contributions contributions;
    private final Measurer measurer;
    private final WantedScores wanted;
    private final String device;
    private final int threads;

    CellRunner(Study study, Store store, Contributions contributions, Measurer measurer, String device, int threads) {
        this.store = store;
        this.contributions = contributions;
        this.measurer = measurer;
        this.device = device;
        this.threads = threads;
        this.wanted = WantedScores.of(study, contributions);
    }

    /** Whether nothing is left to do for a cell. */
    boolean isComplete(Cell cell) {
        return store.find(cell).filter(stored -> wanted.missing(store, stored).isEmpty()).isPresent();
    }

    /**
     * Makes cells that are trained side by side, or one. Each is claimed, measured and published by itself, and fails
     * by itself; those that another process works on are left to it.
     */
    void run(List<Cell> cells, CellEnds ends) {
        Map<Cell, Workplace> claimed = new LinkedHashMap<>();
        try {
            for (Cell cell : cells) {
                ends.attempt(List.of(cell), () -> claim(cell, claimed, ends));
            }
            List<Cell> fresh = List.copyOf(claimed.keySet());
            ends.attempt(fresh, () -> make(fresh, claimed, ends));
        } finally {
            claimed.forEach((cell, workplace) -> ends.attempt(List.of(cell), workplace::close));
        }
    }

    private void claim(Cell cell, Map<Cell, Workplace> claimed, CellEnds ends) {
        Optional<Workplace> workplace = store.claim(cell);
        if (workplace.isEmpty()) {
            ends.left(cell);
            return;
        }
        Optional<StoredCell> stored = store.find(cell);
        if (stored.isEmpty()) {
            claimed.put(cell, workplace.get());
            return;
        }
        StoredCell complete;
        try (Workplace held = workplace.get()) {
            complete = addMissing(stored.get(), ends.progress(cell));
        }
        ends.finished(cell, complete);
    }

    /** Each workplace is given back as soon as its cell has ended. */
    private void make(List<Cell> cells, Map<Cell, Workplace> claimed, CellEnds ends) throws IOException {
        if (cells.isEmpty()) {
            return;
        }
        Dataset dataset = CellDataset.open(cells.get(0), contributions);
        List<TrainingContext> contexts = cells.stream().map(cell -> context(cell, dataset, contributions, device,
                claimed.get(cell).folder(), ends.progress(cell).part(0, TRAINING))).toList();
        Model model = contributions.model(cells.get(0).modelId());
        List<TrainingOutcome> outcomes = cells.size() > 1 ? model.trainTogether(contexts)
                : List.of(TrainingOutcome.of(() -> model.train(contexts.get(0))));
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            TrainingOutcome outcome = outcomes.get(i);
            ends.attempt(List.of(cell), () -> {
                StoredCell stored;
                try (Workplace workplace = claimed.remove(cell)) {
                    outcome.orThrow();
                    stored = publish(cell, dataset, workplace, cells.size(), ends.progress(cell));
                }
                ends.finished(cell, stored);
            });
        }
    }

    private StoredCell publish(Cell cell, Dataset dataset, Workplace workplace, int trained, Progress progress) {
        Map<String, Object> provenance = new TreeMap<>(Provenance.capture(Map.of("onnxruntime", Devices.version())));
        provenance.put("trainedTogether", (long) trained);
        return measure(workplace.folder(), dataset, wanted.requests(), progress.part(TRAINING, 1),
                scores -> store.publish(cell, workplace, provenance, scores));
    }

    private StoredCell addMissing(StoredCell stored, Progress progress) {
        List<MetricRequest> missing = wanted.missing(store, stored);
        if (missing.isEmpty()) {
            return stored; // another process was faster
        }
        Dataset dataset = CellDataset.open(stored.cell(), contributions);
        return measure(stored.folder(), dataset, missing, progress, scores -> store.addScores(stored, scores));
    }

    /** Training has one thread whatever the machine has: a cell's numbers do not depend on what runs beside it. */
    static TrainingContext context(Cell cell, Dataset dataset, Contributions contributions, String device, Path folder,
            Progress progress) {
        return new TrainingContext(dataset, Parameters.of(contributions.model(cell.modelId()), cell.modelParameters()),
                cell.settings(), cell.seed(), folder, 1, device, progress);
    }

    /**
     * Measures and keeps. What was measured before a metric failed, or before the run was stopped, is kept as well, and
     * with it the trained model: the next run measures only what is missing.
     */
    private StoredCell measure(Path modelFolder, Dataset dataset, List<MetricRequest> requests, Progress progress,
            Function<List<MeasuredScores>, StoredCell> keep) {
        Map<String, Scores> found = new LinkedHashMap<>();
        try {
            measurer.measure(modelFolder, dataset, requests, new Execution(device, threads), progress, found::put);
        } catch (RuntimeException | OutOfMemoryError e) {
            try {
                keep.apply(measured(requests, found));
            } catch (Problem lost) {
                lost.addSuppressed(e);
                throw lost;
            }
            throw e;
        }
        return keep.apply(measured(requests, found));
    }

    private static List<MeasuredScores> measured(List<MetricRequest> requests, Map<String, Scores> found) {
        List<MeasuredScores> measured = new ArrayList<>();
        for (MetricRequest request : requests) {
            Description metric = request.metric().describe();
            if (found.containsKey(metric.id())) {
                measured.add(new MeasuredScores(metric.id(), metric.version(), request.parameters().values(),
                        Measurer.SEED, found.get(metric.id())));
            }
        }
        return measured;
    }
}
