package org.distaff.core.model;

import java.nio.file.Path;

import org.distaff.core.data.Dataset;
import org.distaff.core.describe.Parameters;
import org.distaff.core.progress.Progress;

/**
 * Everything a model needs to be trained. The caller owns threads, device and folder.
 *
 * @param dataset    what to learn from
 * @param parameters the model's own parameters
 * @param settings   steps, batch, learning rate
 * @param seed       seed of the cell; derive every stream from it
 * @param folder     empty or holding an earlier attempt's checkpoint; receives encoder.onnx, decoder.onnx, model.json
 *                   and training.csv (a header line, then one row per logged step: step, one column per loss term), and
 *                   may keep pictures of its progress in pictures/step-000100.npz (observations, reconstructions,
 *                   traversal)
 * @param threads    how many CPU threads the engine may use
 * @param device     {@code auto}, {@code cpu} or {@code cuda:N}
 * @param progress   hears of every step or so, and says when to stop
 */
public record TrainingContext(Dataset dataset, Parameters parameters, TrainingSettings settings, long seed,
        Path folder, int threads, String device, Progress progress) {
}
