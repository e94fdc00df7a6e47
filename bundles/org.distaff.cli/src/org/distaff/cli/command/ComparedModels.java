package org.distaff.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.distaff.cli.input.InputFile;
import org.distaff.core.command.Invocation;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainedModel;
import org.distaff.onnx.card.ModelCards;
import org.distaff.study.evaluate.Assignments;
import org.distaff.study.plan.Cell;
import org.distaff.study.plan.CellDataset;
import org.distaff.study.store.Store;
import org.distaff.study.store.StoredCell;

/**
 * The trained models that {@code distaff compare} is given.
 *
 * @param names   as the user named them
 * @param trained their files, in the same order
 * @param cells   those of them that are cells of a store
 */
record ComparedModels(List<String> names, List<TrainedModel> trained, List<Cell> cells) {

    static final String LABEL = "ENCODER";

    /**
     * Finds the models.
     *
     * @throws Problem (input) when there are fewer than two, one is named twice, or one is no model
     */
    static ComparedModels of(List<String> names) {
        if (names.size() < 2) {
            throw Problem.input("distaff compare needs at least two models to compare; name a second encoder or cell.");
        }
        ComparedModels models = new ComparedModels(List.copyOf(names), new ArrayList<>(), new ArrayList<>());
        HashSet<Path> known = new HashSet<>();
        for (String name : names) {
            Path path = InputFile.path(name, LABEL);
            TrainedModel model = Files.isDirectory(path) ? ModelCards.in(path) : encoder(name);
            if (model.encoder() == null) {
                throw Problem.input(LABEL + ": " + path + " holds no encoder.onnx.");
            }
            if (!known.add(model.encoder().toAbsolutePath().normalize())) {
                throw Problem.input(LABEL + ": " + path + " is named twice; name each model once.");
            }
            models.trained.add(model);
            cell(path).ifPresent(models.cells::add);
        }
        return models;
    }

    /** An encoder file, with the decoder beside it if there is one: "x-encoder.onnx" has "x-decoder.onnx". */
    private static TrainedModel encoder(String name) {
        Path encoder = InputFile.existing(name, LABEL);
        String file = encoder.getFileName().toString();
        Path decoder = encoder.resolveSibling(file.replace("encoder", "decoder"));
        return ModelCards.find(encoder, file.contains("encoder") && Files.exists(decoder) ? decoder : null);
    }

    /** The cell in whose folder the path is, or whose folder it is. */
    private static Optional<Cell> cell(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        if (folder.getNameCount() < 4 || !Files.exists(folder.resolve("cell.json"))) {
            return Optional.empty();
        }
        Store store = Store.open(folder.getParent().getParent().getParent());
        String id = folder.getFileName().toString();
        return id.length() > 2 && store.place(id).equals(folder) ? store.find(id).map(StoredCell::cell)
                : Optional.empty();
    }

    /** The data set of that id, in the models' resolution; without an id that of the cells, which must have one. */
    DatasetChoice dataset(Optional<String> id, Assignments assignments, Invocation invocation) {
        ObservationShape shape = shape();
        if (id.isPresent()) {
            return DatasetChoice.open(id.get(), assignments.of(id.get()), shape, invocation.contributions());
        }
        if (cells.size() < names.size()) {
            throw Problem.input("distaff compare needs --dataset, because not all models are cells of a store.");
        }
        Cell first = cells.get(0);
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).datasetDigest().equals(first.datasetDigest())) {
                throw Problem.input("The cells " + names.get(0) + " and " + names.get(i)
                        + " learnt from different data sets; name one with --dataset.");
            }
        }
        return new DatasetChoice(first.datasetId(),
                DatasetChoice.bind(invocation.contributions().dataset(first.datasetId()), first.datasetParameters()),
                CellDataset.open(first, invocation.contributions()));
    }

    private ObservationShape shape() {
        ObservationShape shape = trained.get(0).card().observation();
        for (int i = 1; i < trained.size(); i++) {
            ObservationShape other = trained.get(i).card().observation();
            if (!other.equals(shape)) {
                throw Problem.input(names.get(0) + " takes images of " + shape + " (height×width×channels) and "
                        + names.get(i) + " of " + other + "; compare models of one shape.");
            }
        }
        return shape;
    }

    /** What names the models' files in provenance. */
    List<Map<String, Object>> facts() throws IOException {
        List<Map<String, Object>> facts = new ArrayList<>();
        for (TrainedModel model : trained) {
            Map<String, Object> files = new LinkedHashMap<>();
            files.put("encoder", InputFile.facts(model.encoder()));
            files.put("decoder", model.decoder() == null ? null : InputFile.facts(model.decoder()));
            facts.add(files);
        }
        return facts;
    }
}
