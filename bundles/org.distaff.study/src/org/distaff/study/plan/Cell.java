package org.distaff.study.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.registry.Contributions;
import org.distaff.study.file.Study;

/**
 * One point of a study's grid. Its identity is everything that determines the trained model, defaults included, and nothing
 * of the study it stands in: editing a study never renumbers cells, and two studies share the cells they have in common.
 *
 * <p>Defaults are part of it so that a default that changes can never pass off an old cell as a new one. The price: a model
 * that gets a further parameter gets new ids too, and its cells are trained again. The old cells stay in the store, readable
 * and complete; nothing mistakes the one for the other.
 *
 * @param datasetId         id of the data set
 * @param datasetParameters all its parameters
 * @param modifiers         what changes the data set, in order
 * @param datasetDigest     digest of its content, modifiers included
 * @param modelId           id of the model
 * @param modelVersion      version of its behaviour
 * @param modelParameters   all its parameters
 * @param training          all training settings
 * @param seed              seed of every random stream of the cell
 */
public record Cell(String datasetId, Map<String, Object> datasetParameters, List<Study.ModifierEntry> modifiers,
        String datasetDigest, String modelId, String modelVersion, Map<String, Object> modelParameters,
        Map<String, Object> training, long seed) {

    public Cell {
        datasetParameters = Map.copyOf(datasetParameters);
        modifiers = List.copyOf(modifiers);
        modelParameters = Map.copyOf(modelParameters);
        training = Map.copyOf(training);
    }

    /** A cell on a data set as it is. */
    public Cell(String datasetId, Map<String, Object> datasetParameters, String datasetDigest, String modelId,
            String modelVersion, Map<String, Object> modelParameters, Map<String, Object> training, long seed) {
        this(datasetId, datasetParameters, List.of(), datasetDigest, modelId, modelVersion, modelParameters, training,
                seed);
    }

    /** The data set with its modifiers. */
    public Study.DatasetEntry dataset() {
        return new Study.DatasetEntry(datasetId, datasetParameters, modifiers);
    }

    /** SHA-256 of the canonical description, 64 hexadecimal digits. */
    public String id() {
        return Canonical.digest(description());
    }

    /** The description that the id is made of; modifiers are named only when there are some. */
    public Map<String, Object> description() {
        Map<String, Object> description = new TreeMap<>();
        description.put("dataset", datasetId);
        description.put("datasetParameters", datasetParameters);
        if (!modifiers.isEmpty()) {
            description.put("modifiers", modifiers.stream()
                    .map(m -> Map.of("id", m.id(), "parameters", m.parameters())).toList());
        }
        description.put("datasetDigest", datasetDigest);
        description.put("model", modelId);
        description.put("modelVersion", modelVersion);
        description.put("modelParameters", modelParameters);
        description.put("training", training);
        description.put("seed", seed);
        return description;
    }

    /** Text for people with every parameter: "beta-vae beta=4.0 … on sprites resolution=32, seed 0". */
    public String label() {
        return modelId + text(modelParameters, List.of()) + " on " + datasetId + text(datasetParameters, List.of())
                + modifiers.stream().map(m -> " + " + m.label()).collect(Collectors.joining()) + ", seed " + seed;
    }

    /** Short text for people: parameters at their defaults are left out. */
    public String label(Contributions contributions) {
        Description model = contributions.model(modelId).describe();
        Description dataset = contributions.dataset(datasetId).describe();
        return modelId + text(modelParameters, model.parameters()) + " on " + datasetId
                + text(datasetParameters, dataset.parameters())
                + modifiers.stream().map(m -> " + " + m.id()
                        + text(m.parameters(), contributions.modifier(m.id()).describe().parameters()))
                        .collect(Collectors.joining())
                + ", seed " + seed;
    }

    /** The training settings as a record. */
    public TrainingSettings settings() {
        return TrainingSettings.of(training);
    }

    private static String text(Map<String, Object> values, List<Parameter> known) {
        return new TreeMap<>(values).entrySet().stream()
                .filter(e -> known.stream().noneMatch(
                        p -> p.name().equals(e.getKey()) && Objects.equals(p.defaultValue(), e.getValue())))
                .map(e -> " " + e.getKey() + "=" + e.getValue()).collect(Collectors.joining());
    }
}
