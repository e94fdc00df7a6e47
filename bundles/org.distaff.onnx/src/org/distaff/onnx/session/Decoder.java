package org.distaff.onnx.session;

import java.nio.file.Path;

import org.distaff.core.model.ModelCard;

/** A decoder as a batched function from latents to images in [0, 1]. */
public final class Decoder implements AutoCloseable {

    public static Decoder open(Path onnx, ModelCard card, Execution execution) {
        throw new IllegalStateException("stub");
    }

    public ModelCard card() {
        throw new IllegalStateException("stub");
    }

    /**
     * @param latents {@code count × D} values
     * @param images  receives {@code count × C × H × W} values in [0, 1]; logits are squashed, ranges mapped
     */
    public void decode(float[] latents, int count, float[] images) {
        throw new IllegalStateException("stub");
    }

    @Override
    public void close() {
    }
}
