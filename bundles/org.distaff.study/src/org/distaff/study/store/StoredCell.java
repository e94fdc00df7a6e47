package org.distaff.study.store;

import java.nio.file.Path;
import java.util.Map;

import org.distaff.study.plan.Cell;

/**
 * A finished cell in a store.
 *
 * @param cell       what it is
 * @param folder     its folder: cell.json, encoder.onnx, decoder.onnx, model.json, training.csv, pictures/,
 *                   scores.json, matrices/
 * @param scores     "<metric id>.<score name>" → value (NaN where undefined), in stored order
 * @param warnings   metric id → what its warnings said
 * @param provenance provenance of the training
 */
public record StoredCell(Cell cell, Path folder, Map<String, Double> scores, Map<String, java.util.List<String>> warnings,
        Map<String, Object> provenance) {
}
