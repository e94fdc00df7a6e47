package org.distaff.onnx.session;

import java.nio.FloatBuffer;
import java.nio.file.Path;

import org.distaff.core.model.ModelCard;

/** An encoder as a batched function from observations to posterior means and log-variances. */
public final class Encoder implements AutoCloseable {

    public static Encoder open(Path onnx, ModelCard card, Execution execution) {
        throw new IllegalStateException("stub");
    }

    public ModelCard card() {
        throw new IllegalStateException("stub");
    }

    /**
     * @param observations {@code count × C × H × W} values in [0, 1] from its position on; direct buffers are not copied
     * @param mean         receives {@code count × D} means
     * @param logVariance  receives {@code count × D} values of ln σ², or {@code null} when not wanted
     */
    public void encode(FloatBuffer observations, int count, float[] mean, float[] logVariance) {
        throw new IllegalStateException("stub");
    }

    @Override
    public void close() {
    }
}
