package org.distaff.study.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.core.metric.Scores;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainingContext;
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

/** Makes one cell: train, encode, measure, publish; or adds the scores that a finished one lacks. */
final class CellRunner {

    /** Share of a cell's progress that training is given. */
    private static final double TRAINING = 0.7;

    private final Store store;
    private final Contributions contributions;
    private final Measurer measurer;
    private final List<MetricRequest> requests;
    private final String device;
    private final int threads;

    CellRunner(Study study, Store store, Contributions contributions, Measurer measurer, String device, int threads) {
        this.store = store;
        this.contributions = contributions;
        this.measurer = measurer;
        this.device = device;
        this.threads = threads;
        this.requests = study.metrics().stream()
                .filter(entry -> !GroupComparer.isComparison(entry, contributions))
                .map(entry -> new MetricRequest(contributions.metric(entry.id()),
                        Parameters.of(contributions.metric(entry.id()), entry.parameters()))).toList();
    }

    /** Whether nothing is left to do for a cell. */
    boolean isComplete(Cell cell) {
        return store.find(cell).filter(stored -> missing(stored).isEmpty()).isPresent();
    }

    private List<MetricRequest> missing(StoredCell stored) {
        return requests.stream().filter(request -> {
            Description metric = request.metric().describe();
            return !store.hasScores(stored, metric.id(), metric.version(), request.parameters().values());
        }).toList();
    }

    /** The finished cell, or nothing when another process works on it. */
    Optional<StoredCell> run(Cell cell, Progress progress) throws IOException {
        Optional<Workplace> claimed = store.claim(cell);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        try (Workplace workplace = claimed.get()) {
            Optional<StoredCell> stored = store.find(cell);
            if (stored.isPresent()) {
                return Optional.of(addMissing(stored.get(), progress));
            }
            Dataset dataset = CellDataset.open(cell, contributions);
            train(cell, dataset, workplace, progress.part(0, TRAINING));
            List<MeasuredScores> scores = measure(workplace.folder(), dataset, requests, progress.part(TRAINING, 1));
            Map<String, Object> provenance = Provenance.capture(Map.of("onnxruntime", Devices.version()));
            return Optional.of(store.publish(cell, workplace, provenance, scores));
        }
    }

    private StoredCell addMissing(StoredCell stored, Progress progress) {
        List<MetricRequest> missing = missing(stored);
        if (missing.isEmpty()) {
            return stored; // another process was faster
        }
        Dataset dataset = CellDataset.open(stored.cell(), contributions);
        return store.addScores(stored, measure(stored.folder(), dataset, missing, progress));
    }

    /** Trains with one thread whatever the machine has, so that a cell's numbers do not depend on what runs beside it. */
    private void train(Cell cell, Dataset dataset, Workplace workplace, Progress progress) throws IOException {
        Model model = contributions.model(cell.modelId());
        model.train(new TrainingContext(dataset, Parameters.of(model, cell.modelParameters()), cell.settings(),
                cell.seed(), workplace.folder(), 1, device, progress));
    }

    private List<MeasuredScores> measure(Path modelFolder, Dataset dataset, List<MetricRequest> wanted,
            Progress progress) {
        Map<String, Scores> found = measurer.measure(modelFolder, dataset, wanted, new Execution(device, threads), progress);
        List<MeasuredScores> measured = new ArrayList<>();
        for (MetricRequest request : wanted) {
            Description metric = request.metric().describe();
            measured.add(new MeasuredScores(metric.id(), metric.version(), request.parameters().values(), Measurer.SEED,
                    found.get(metric.id())));
        }
        return measured;
    }
}
