package org.distaff.study.plan;

import java.util.Map;

/**
 * One point of a study's grid.
 *
 * @param datasetId         id of the data set
 * @param datasetParameters all its parameters
 * @param datasetDigest     digest of its content
 * @param modelId           id of the model
 * @param modelVersion      version of its behaviour
 * @param modelParameters   all its parameters
 * @param training          all training settings
 * @param seed              seed of every random stream of the cell
 */
public record Cell(String datasetId, Map<String, Object> datasetParameters, String datasetDigest, String modelId,
        String modelVersion, Map<String, Object> modelParameters, Map<String, Object> training, long seed) {

    /** SHA-256 of the canonical description, 64 hexadecimal digits. */
    public String id() {
        throw new IllegalStateException("stub");
    }

    /** Short text for people: "beta-vae beta=4 on sprites, seed 0"; names only parameters that differ from defaults. */
    public String label() {
        throw new IllegalStateException("stub");
    }
}
