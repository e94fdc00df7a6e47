package org.distaff.study.evaluate;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.distaff.core.failure.Problem;
import org.distaff.core.progress.Progress;

/**
 * Encodes any number of observations chunk by chunk through one direct buffer, so that memory is bounded by the codes
 * and not by the observations. Thread-safe: concurrent callers take turns.
 */
public final class ChunkedEncoder {

    /** Observations per chunk, when they are not huge. */
    private static final int CHUNK = 512;
    /** Upper limit of the buffer, which only very large observations reach. */
    private static final int MAXIMUM_BYTES = 32 << 20;

    private final BatchEncoder encoder;
    private final int chunk;
    private FloatBuffer buffer;

    public ChunkedEncoder(BatchEncoder encoder) {
        this.encoder = encoder;
        long bytes = (long) encoder.observation().values() * Float.BYTES;
        this.chunk = (int) Math.max(1, Math.min(CHUNK, MAXIMUM_BYTES / bytes));
    }

    /** Where observations come from. */
    @FunctionalInterface
    public interface Observations {

        /** Writes observations {@code from} (inclusive) to {@code to} (exclusive) as CHW values in [0, 1]. */
        void write(int from, int to, FloatBuffer target);
    }

    /**
     * Posterior parameters of some observations.
     *
     * @param latents     number of latents D
     * @param mean        {@code N × D} means
     * @param logVariance {@code N × D} values of ln σ², or {@code null} when not asked for
     */
    public record Posterior(int latents, float[] mean, float[] logVariance) {

        /** The means as codes, {@code N × D}. */
        public double[] means() {
            double[] codes = new double[mean.length];
            Arrays.setAll(codes, i -> mean[i]);
            return codes;
        }

        /** ln σ², {@code N × D}; asked for when the posterior was encoded. */
        public double[] logVariances() {
            double[] variances = new double[logVariance.length];
            Arrays.setAll(variances, i -> logVariance[i]);
            return variances;
        }

        /** Codes drawn from the posterior: mean + σ·ε with ε standard normal, {@code N × D}. */
        public double[] samples(RandomGenerator random) {
            double[] codes = means();
            for (int i = 0; i < codes.length; i++) {
                codes[i] += Math.exp(logVariance[i] / 2.0) * random.nextGaussian();
            }
            return codes;
        }
    }

    /**
     * Encodes {@code count} observations.
     *
     * @param withLogVariance whether ln σ² is wanted
     * @throws Problem (input) when ln σ² is wanted of a deterministic encoder, or a code is not a finite number
     */
    public synchronized Posterior encode(int count, boolean withLogVariance, Observations observations,
            Progress progress) {
        if (withLogVariance && !encoder.hasLogVariance()) {
            throw Problem.input("The encoder gives means only, so its codes cannot be sampled; "
                    + "use the representation 'mean', or export ln σ² as a second output.");
        }
        int d = encoder.latents();
        float[] mean = new float[Math.multiplyExact(count, d)];
        float[] logVariance = withLogVariance ? new float[mean.length] : null;
        for (int from = 0; from < count; from += chunk) {
            progress.check();
            int to = Math.min(count, from + chunk);
            encodeChunk(from, to, observations, mean, logVariance);
            progress.report((double) to / count, "encoding observation " + to + " of " + count);
        }
        return new Posterior(d, mean, logVariance);
    }

    private void encodeChunk(int from, int to, Observations observations, float[] mean, float[] logVariance) {
        int size = to - from;
        int d = encoder.latents();
        FloatBuffer target = buffer().clear();
        observations.write(from, to, target);
        target.flip();
        float[] chunkMean = new float[size * d];
        float[] chunkLogVariance = logVariance == null ? null : new float[size * d];
        encoder.encode(target, size, chunkMean, chunkLogVariance);
        requireFinite(chunkMean, from, "mean");
        System.arraycopy(chunkMean, 0, mean, from * d, size * d);
        if (logVariance != null) {
            requireFinite(chunkLogVariance, from, "ln σ²");
            System.arraycopy(chunkLogVariance, 0, logVariance, from * d, size * d);
        }
    }

    private FloatBuffer buffer() {
        if (buffer == null) {
            int floats = chunk * encoder.observation().values();
            buffer = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        }
        return buffer;
    }

    private void requireFinite(float[] values, int from, String what) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw Problem.input("The encoder gives " + values[i] + " as " + what + " of latent z"
                        + i % encoder.latents() + " for observation " + (from + i / encoder.latents())
                        + " (counted from 0); check how the model was trained and exported.");
            }
        }
    }
}
