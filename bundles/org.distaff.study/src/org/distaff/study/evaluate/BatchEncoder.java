package org.distaff.study.evaluate;

import java.nio.FloatBuffer;

import org.distaff.core.data.ObservationShape;
import org.distaff.onnx.session.Encoder;

/**
 * What an evaluation needs of an encoder, whichever engine runs it: q(z|x) as a batched function.
 */
public interface BatchEncoder {

    /** Shape of the observations it takes. */
    ObservationShape observation();

    /** Number of latents D. */
    int latents();

    /** Whether it gives ln σ² beside the mean; deterministic encoders do not. */
    boolean hasLogVariance();

    /**
     * Encodes a batch.
     *
     * @param observations {@code count × C × H × W} values in [0, 1] from its position on
     * @param mean         receives {@code count × D} means
     * @param logVariance  receives {@code count × D} values of ln σ², or {@code null} when not wanted
     */
    void encode(FloatBuffer observations, int count, float[] mean, float[] logVariance);

    /** An encoder that ONNX Runtime executes. */
    static BatchEncoder of(Encoder encoder) {
        return new BatchEncoder() {
            @Override
            public ObservationShape observation() {
                return encoder.card().observation();
            }

            @Override
            public int latents() {
                return encoder.card().latents();
            }

            @Override
            public boolean hasLogVariance() {
                return encoder.card().logVarianceOutput() != null;
            }

            @Override
            public void encode(FloatBuffer observations, int count, float[] mean, float[] logVariance) {
                encoder.encode(observations, count, mean, logVariance);
            }
        };
    }
}
